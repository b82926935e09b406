import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { argoCdProgram, argoCdSources } from './argo-cd-program';
import { assertTools } from './command';
import { installDebian } from './debian';
import type { Kubernetes } from './kubernetes';
import { freePort, HOST, makeTempFolder, removeFolder } from './machine';
import { Server, startServer } from './process';

/** Namespace that Argo CD reads its settings, projects and Applications from. */
export const ARGOCD_NAMESPACE = 'argocd';

/** Properties for `startArgoCd`. */
export interface ArgoCdProps {
  /** The cluster that it runs for, with the definitions of its custom resources. */
  readonly kubernetes: Pick<Kubernetes, 'kubeconfig' | 'kubectl'>;

  /**
   * Settings set on top of those that its makers deploy, as in the ConfigMap `argocd-cm`.
   *
   * @default {}
   */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running Argo CD without its API server: what applies, and what reads repositories. */
export interface ArgoCd {
  /** Everything one of its servers has logged so far. */
  log(server: (typeof SERVERS)[number]): string;
  /** Stops all servers and removes their data. */
  stop(): Promise<void>;
}

const SERVERS = ['argocd-repo-server', 'argocd-application-controller'] as const;

/** Settings, namespace and project that its installation makes. */
async function install({ kubernetes, settings = {} }: ArgoCdProps): Promise<void> {
  const folder = join(await argoCdSources(), 'manifests/base/config');
  const files = readdirSync(folder).filter((file) => file.startsWith('argocd-'));
  const deployed = files.map((file) => parse(readFileSync(join(folder, file), 'utf8')) as ConfigObject);
  const own = deployed.map((object) => {
    if (object.metadata.name === 'argocd-cm') return { ...object, data: { ...object.data, ...settings } };
    // Its API server would make the key.
    if (object.kind === 'Secret') return { ...object, stringData: { 'server.secretkey': 'e2e' } };
    return object;
  });
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: ARGOCD_NAMESPACE } };
  const objects = [namespace, ...own].map((object) => `---\n${JSON.stringify(object)}\n`).join('');
  await kubernetes.kubectl(['apply', '--server-side', '-n', ARGOCD_NAMESPACE, '-f', '-'], objects);
}

interface ConfigObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
}

/** Installs Argo CD in a cluster and starts Redis, its repository server and its application controller. */
export async function startArgoCd(props: ArgoCdProps): Promise<ArgoCd> {
  await assertTools('git');
  await installDebian('redis-server', '/usr/bin/redis-server');
  const command = await argoCdProgram();
  await install(props);
  const folder = makeTempFolder('argo-cd');
  const running: Server[] = [];
  const logs = new Map<string, () => string>();
  const start = async (
    server: Pick<Parameters<typeof startServer>[0], 'name' | 'command' | 'args' | 'ready' | 'env'>,
  ) => {
    const started = await startServer({ ...server, folder, readyWithinMs: 60_000 });
    running.unshift(started);
    logs.set(server.name, started.log);
  };
  const stop = async () => {
    for (const server of running) await server.stop();
    removeFolder(folder);
  };

  try {
    const [redis, repositories] = [await freePort(), await freePort()];
    await start({
      name: 'redis',
      command: '/usr/bin/redis-server',
      args: ['--bind', HOST, '--port', String(redis), '--save', '', '--appendonly', 'no'],
      ready: (log) => log.includes('Ready to accept connections'),
    });
    const env = prepareHome(folder, props.kubernetes.kubeconfig);
    const common = ['--loglevel', 'info', '--logformat', 'text', '--redis', `${HOST}:${redis}`];
    await start({
      name: 'argocd-repo-server',
      command,
      args: [...common, '--address', HOST, '--port', String(repositories), '--metrics-port', String(await freePort())],
      env: { ...env, ARGOCD_BINARY_NAME: 'argocd-repo-server' },
      ready: (log) => log.includes('is listening on'),
    });
    await start({
      name: 'argocd-application-controller',
      command,
      args: [
        ...common,
        '--namespace',
        ARGOCD_NAMESPACE,
        '--repo-server',
        `${HOST}:${repositories}`,
        '--metrics-port',
        String(await freePort()),
      ],
      env: { ...env, ARGOCD_BINARY_NAME: 'argocd-application-controller' },
      ready: (log) => log.includes('Cluster https://kubernetes.default.svc has been assigned to shard'),
    });
    return { log: (name) => logs.get(name)?.() ?? '', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What its containers find in their file systems: keys, certificates, a way to the API server, a folder for clones. */
function prepareHome(folder: string, kubeconfig: string): Record<string, string> {
  const at = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  copyFileSync(kubeconfig, join(at('.kube'), 'config'));
  return {
    HOME: folder,
    KUBECONFIG: join(folder, '.kube/config'),
    TMPDIR: at('tmp'),
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_GNUPGHOME: at('gnupg'),
    ARGOCD_GPG_DATA_PATH: at('gpg'),
    ARGOCD_TLS_DATA_PATH: at('tls'),
    ARGOCD_SSH_DATA_PATH: at('ssh'),
    ARGOCD_ASK_PASS_SOCK: join(folder, 'ask-pass.sock'),
  };
}
