import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { goModuleFolder, goProgram } from './go-program';
import type { Kubernetes } from './kubernetes';
import { freePort, HOST, makeTempFolder, removeFolder } from './machine';
import { startServer } from './process';
import { VERSIONS } from './versions';

const MODULE = 'sigs.k8s.io/kwok';

/** A step in the life of a kind of object: kwok's own resource, as it reads it. */
export interface Stage {
  readonly apiVersion: 'kwok.x-k8s.io/v1alpha1';
  readonly kind: 'Stage';
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly resourceRef: { readonly apiGroup: string; readonly kind: string };
    readonly [field: string]: unknown;
  };
}

/** Properties for `startFakeKubelets`. */
export interface FakeKubeletsProps {
  /** The control plane whose nodes are managed. */
  readonly kubernetes: Pick<Kubernetes, 'kubeconfig'>;

  /** Time between the steps of a pod, in milliseconds: scheduled, ready, and completed if a Job has made it. */
  readonly podStepMs: number;

  /**
   * Stages added to those of nodes and pods.
   *
   * @default []
   */
  readonly stages?: readonly Stage[];
}

/** kwok, which reports for every node that it lives, and for every pod on one that it became ready, or completed. */
export interface FakeKubelets {
  /** Everything it has logged so far. */
  log(): string;
  /** Ends it. */
  stop(): Promise<void>;
}

/** Starts kwok for all nodes, those of later included. */
export async function startFakeKubelets(props: FakeKubeletsProps): Promise<FakeKubelets> {
  const { kubernetes, podStepMs, stages = [] } = props;
  const command = await goProgram({ name: 'kwok', module: MODULE, version: VERSIONS.kwok, main: `${MODULE}/cmd/kwok` });
  const own = [...(await readStages('node/fast')), ...(await readStages('node/heartbeat-with-lease'))];
  const pods = (await readStages('pod/fast')).map((stage) => delay(stage, podStepMs));
  const folder = makeTempFolder('kwok');
  const config = join(folder, 'stages.yaml');
  await writeFile(config, [...own, ...pods, ...stages].map((stage) => `---\n${JSON.stringify(stage)}\n`).join(''));
  try {
    const server = await startServer({
      name: 'kwok',
      command,
      args: [
        `--config=${config}`,
        `--kubeconfig=${kubernetes.kubeconfig}`,
        '--manage-all-nodes=true',
        '--node-lease-duration-seconds=40',
        `--server-address=${HOST}:${await freePort()}`,
      ],
      folder,
      // Its home may hold settings of the user's own.
      env: { HOME: folder, KWOK_WORKDIR: folder },
      ready: (log) => log.includes('Watch all nodes'),
      readyWithinMs: 30_000,
    });
    return { log: () => server.log(), stop: () => server.stop().then(() => removeFolder(folder)) };
  } catch (error) {
    removeFolder(folder);
    throw error;
  }
}

async function readStages(name: string): Promise<Stage[]> {
  const folder = join(await goModuleFolder(MODULE, VERSIONS.kwok), 'kustomize/stage', name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml');
  return files.sort().map((file) => parse(readFileSync(join(folder, file), 'utf8')) as Stage);
}

/** A pod is deleted at once: that it lives longer shows nothing. */
function delay(stage: Stage, durationMilliseconds: number): Stage {
  return stage.metadata.name === 'pod-delete'
    ? stage
    : { ...stage, spec: { ...stage.spec, delay: { durationMilliseconds } } };
}
