import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goModuleFolder, goProgram } from './go-program';
import type { Kubernetes } from './kubernetes';
import { makeTempFolder, removeFolder } from './machine';
import { startServer, type Server } from './process';
import { VERSIONS } from './versions';

const MODULE = 'sigs.k8s.io/kwok';

/** Stages of the program's own that make nodes ready and keep them so, and that make pods ready. */
const STAGES = [
  'node/fast/node-initialize',
  'node/heartbeat-with-lease/node-heartbeat-with-lease',
  'pod/fast/pod-ready',
];

/**
 * Plays the kubelet of every node: a pod with a node is ready at once, and one that is deleted is gone at once. No
 * container runs, so no image, Secret or volume is ever asked for, and no Job ends.
 */
export async function startKwok({ kubeconfig }: Kubernetes): Promise<Server> {
  const version = VERSIONS.kwok;
  const command = await goProgram({ name: 'kwok', module: MODULE, version, main: `${MODULE}/cmd/kwok` });
  const folder = makeTempFolder('kwok');
  const config = join(folder, 'stages.yaml');
  const source = join(await goModuleFolder(MODULE, version), 'kustomize/stage');
  const stages = [...STAGES.map((stage) => join(source, `${stage}.yaml`)), join(__dirname, 'kwok-deletion.yaml')];
  await writeFile(config, stages.map((file) => readFileSync(file, 'utf8')).join('\n---\n'));
  const server = await startServer({
    name: 'kwok',
    command,
    args: [
      '--kubeconfig',
      kubeconfig,
      '--config',
      config,
      '--manage-all-nodes=true',
      '--node-lease-duration-seconds=40',
    ],
    env: { HOME: folder }, // the program reads its own settings from there
    folder,
    ready: (log) => log.includes('Watch all nodes'),
    readyWithinMs: 60_000,
  });
  const stop = async () => {
    await server.stop();
    removeFolder(folder);
  };
  return { ...server, stop };
}
