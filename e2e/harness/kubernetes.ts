import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execute, run } from './command';
import { etcdProgram, kubernetesProgram, type KubernetesProgram } from './kubernetes-programs';
import { freePort, HOST, makeTempFolder, removeFolder } from './machine';
import { startServer, type Server, type ServerProps } from './process';
import type { KubernetesVersion } from './versions';

/** Properties for `startKubernetes`. */
export interface KubernetesProps {
  /** Release to run. */
  readonly version: KubernetesVersion;

  /**
   * Whether Jobs, Deployments and their like get their pods, and namespaces their ServiceAccount.
   *
   * @default false
   */
  readonly controllerManager?: boolean;

  /**
   * Whether pods get a node.
   *
   * @default false
   */
  readonly scheduler?: boolean;

  /**
   * Flags added to those of kube-controller-manager.
   *
   * @default []
   */
  readonly controllerManagerFlags?: readonly string[];

  /**
   * Flags added to those of kube-apiserver.
   *
   * @default []
   */
  readonly apiServerFlags?: readonly string[];
}

/** A running control plane without nodes. */
export interface Kubernetes {
  /** The release that runs. */
  readonly version: KubernetesVersion;
  /** Path of a kubeconfig of the group system:masters. */
  readonly kubeconfig: string;
  /** Folder with the `kubectl` of the same release, to be put on PATH. */
  readonly binFolder: string;
  /** Runs kubectl, with manifests on standard input if given, and returns what it prints. */
  kubectl(args: readonly string[], stdin?: string): Promise<string>;
  /** Everything one of the servers has logged so far. */
  log(server: 'etcd' | Exclude<KubernetesProgram, 'kubectl'>): string;
  /** Stops all servers and removes their data. */
  stop(): Promise<void>;
}

const TOKEN = 'e2e';

/** Starts etcd, kube-apiserver and what else is asked for, and waits until they serve. */
export async function startKubernetes(props: KubernetesProps): Promise<Kubernetes> {
  const { version, controllerManager = false, scheduler = false } = props;
  const { controllerManagerFlags = [], apiServerFlags = [] } = props;
  const client = await kubernetesProgram('kubectl', version);
  const folder = makeTempFolder('kubernetes');
  const kubeconfig = join(folder, 'kubeconfig');
  const running: Server[] = [];
  const logs = new Map<string, () => string>();

  const start = async (server: Pick<ServerProps, 'name' | 'command' | 'args' | 'ready'>) => {
    const started = await startServer({ ...server, folder, readyWithinMs: 90_000 });
    running.unshift(started);
    logs.set(server.name, started.log);
  };
  const stop = async () => {
    for (const server of running) await server.stop();
    removeFolder(folder);
  };
  const common = ['--kubeconfig', kubeconfig, '--cache-dir', join(folder, 'cache')];
  const kubectl = (args: readonly string[], stdin = '') => run(client, [...common, ...args], { input: stdin });
  const succeeds = async (...args: string[]) => (await execute(client, [...common, ...args])).code === 0;

  try {
    const etcd = `http://${HOST}:${await freePort()}`;
    const command = await etcdProgram();
    await start({ name: 'etcd', command, args: await findEtcdFlags(folder, etcd), ready: () => isHealthy(etcd) });

    const port = await freePort();
    const disabled = controllerManager ? [] : ['--disable-admission-plugins=ServiceAccount']; // nobody would make them
    await writeCredentials(folder, kubeconfig, port);
    await start({
      name: 'kube-apiserver',
      command: await kubernetesProgram('kube-apiserver', version),
      args: [...findApiServerFlags(folder, etcd, port), ...disabled, ...apiServerFlags],
      // The server makes the namespace on its own, some time after it says it is ready.
      ready: async () => (await succeeds('get', '--raw', '/readyz')) && (await succeeds('get', 'namespace', 'default')),
    });

    const controllers = ['--kubeconfig', kubeconfig, '--leader-elect=false', `--bind-address=${HOST}`];
    if (controllerManager) {
      await start({
        name: 'kube-controller-manager',
        command: await kubernetesProgram('kube-controller-manager', version),
        args: [
          ...controllers,
          `--secure-port=${await freePort()}`,
          `--cert-dir=${join(folder, 'controller-manager')}`,
          `--service-account-private-key-file=${join(folder, 'sa.key')}`,
          `--root-ca-file=${join(folder, 'apiserver/apiserver.crt')}`,
          ...controllerManagerFlags,
        ],
        ready: () => succeeds('get', 'serviceaccount', 'default', '-n', 'default'),
      });
    }
    if (scheduler) {
      const at = await freePort();
      await start({
        name: 'kube-scheduler',
        command: await kubernetesProgram('kube-scheduler', version),
        args: [...controllers, `--secure-port=${at}`, `--cert-dir=${join(folder, 'scheduler')}`],
        ready: (log) => log.includes('Serving securely'),
      });
    }
    return { version, kubeconfig, binFolder: dirname(client), kubectl, log: (name) => logs.get(name)?.() ?? '', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function isHealthy(etcd: string): Promise<boolean> {
  return fetch(`${etcd}/health`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function findEtcdFlags(folder: string, url: string): Promise<string[]> {
  const peers = `http://${HOST}:${await freePort()}`;
  return [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    `--listen-peer-urls=${peers}`,
    `--initial-advertise-peer-urls=${peers}`,
    `--initial-cluster=default=${peers}`,
    '--unsafe-no-fsync',
  ];
}

function findApiServerFlags(folder: string, etcd: string, port: number): string[] {
  const key = join(folder, 'sa.key');
  return [
    `--etcd-servers=${etcd}`,
    `--secure-port=${port}`,
    `--bind-address=${HOST}`,
    '--endpoint-reconciler-type=none',
    `--cert-dir=${join(folder, 'apiserver')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${key}`,
    `--service-account-signing-key-file=${key}`,
    '--service-cluster-ip-range=10.0.0.0/16',
    `--token-auth-file=${join(folder, 'tokens.csv')}`,
    '--authorization-mode=RBAC',
    '--allow-privileged=true',
  ];
}

async function writeCredentials(folder: string, kubeconfig: string, port: number): Promise<void> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(join(folder, 'sa.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await writeFile(join(folder, 'tokens.csv'), `${TOKEN},admin,admin,system:masters\n`);
  const cluster = { server: `https://${HOST}:${port}`, 'insecure-skip-tls-verify': true };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'e2e', cluster }],
    users: [{ name: 'admin', user: { token: TOKEN } }],
    contexts: [{ name: 'e2e', context: { cluster: 'e2e', user: 'admin' } }],
    'current-context': 'e2e',
  };
  await writeFile(kubeconfig, JSON.stringify(config));
}
