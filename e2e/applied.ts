import { join } from 'node:path';
import { Any, distOf } from '../__tests__/dist/read-dist';
import { EnvironmentName } from '../lib/model/environment';
import { execute, Finished } from './harness/command';
import { Kubernetes } from './harness/kubernetes';

/** Kinds that Argo CD applies late within a wave; everything else comes before, namespaces first of all. */
const LATE = ['Deployment', 'HorizontalPodAutoscaler', 'StatefulSet', 'Job', 'Ingress'];

const waveOf = ({ metadata }: Any) => Number(metadata.annotations['argocd.argoproj.io/sync-wave'] ?? 0);
const rankOf = ({ kind }: Any) => (kind === 'Namespace' ? 0 : 2 + LATE.indexOf(kind));

/** Objects in the order in which Argo CD applies them: by wave, then by kind. */
export function inOrder(objects: readonly Any[]): Any[] {
  return [...objects].sort((a, b) => waveOf(a) - waveOf(b) || rankOf(a) - rankOf(b));
}

/** The objects of an environment in the order in which Argo CD applies them. */
export function bundleOf(environment: EnvironmentName): Any[] {
  return inOrder(distOf(environment).map(({ object }) => object));
}

/** Runs the server's own kubectl with objects on standard input. */
export function kubectl(kubernetes: Kubernetes, objects: readonly Any[], ...args: string[]): Promise<Finished> {
  const input = objects.map((object) => `---\n${JSON.stringify(object)}\n`).join('');
  const client = join(kubernetes.binFolder, 'kubectl');
  return execute(client, ['--kubeconfig', kubernetes.kubeconfig, ...args], { input });
}

/** Makes the namespaces that objects go to and that other teams make: that of the controller of Ingresses. */
export async function makeForeignNamespaces(kubernetes: Kubernetes, objects: readonly Any[]): Promise<void> {
  const own = objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);
  const used = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
  const foreign = [...used].filter((name) => !own.includes(name));
  const namespaces = foreign.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  if (namespaces.length > 0) await kubectl(kubernetes, namespaces, 'apply', '--server-side', '-f', '-');
}

/** Applies objects as Argo CD does with server-side apply, and refuses fields that the server does not know. */
export function apply(kubernetes: Kubernetes, objects: readonly Any[]): Promise<Finished> {
  return kubectl(kubernetes, objects, 'apply', '--server-side', '--validate=strict', '-f', '-');
}

/** Paths at which something written is not what is stored; what the server added does not count. */
export function unlike(written: Any, stored: Any, path: string): string[] {
  if (typeof written !== 'object' || written === null) {
    return written === stored ? [] : [`${path}: wrote ${JSON.stringify(written)}, stored ${JSON.stringify(stored)}`];
  }
  if (stored === undefined || stored === null) return Object.keys(written).length === 0 ? [] : [`${path}: not stored`];
  return Object.keys(written).flatMap((key) => unlike(written[key], stored[key], `${path}/${key}`));
}
