import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command';
import { goProgram } from './go-program';
import { VERSIONS, type KubernetesVersion } from './versions';

/** A program of a Kubernetes release. */
export type KubernetesProgram = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kubectl';

/** The path of a Kubernetes program, from KUBEBUILDER_ASSETS if its version is the same, otherwise built. */
export async function kubernetesProgram(name: KubernetesProgram, version: KubernetesVersion): Promise<string> {
  const ready = findAsset(name);
  if (ready !== undefined && (await assetsHave(version))) return ready;
  const [major = '', minor = ''] = version.split('.');
  return goProgram({
    name,
    module: 'k8s.io/kubernetes',
    version,
    main: `k8s.io/kubernetes/cmd/${name}`,
    variables: {
      'k8s.io/component-base/version.gitVersion': `v${version}`,
      'k8s.io/component-base/version.gitMajor': major,
      'k8s.io/component-base/version.gitMinor': minor,
    },
  });
}

/** The path of etcd, from KUBEBUILDER_ASSETS if it is there, otherwise built. */
export async function etcdProgram(): Promise<string> {
  const module = 'go.etcd.io/etcd/server/v3';
  return findAsset('etcd') ?? (await goProgram({ name: 'etcd', module, version: VERSIONS.etcd, main: module }));
}

function findAsset(name: string): string | undefined {
  const folder = process.env['KUBEBUILDER_ASSETS'] ?? '';
  const file = join(folder, name);
  return folder !== '' && existsSync(file) ? file : undefined;
}

async function assetsHave(version: KubernetesVersion): Promise<boolean> {
  const server = findAsset('kube-apiserver');
  return server !== undefined && (await run(server, ['--version'])).trim() === `Kubernetes v${version}`;
}
