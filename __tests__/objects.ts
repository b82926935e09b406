import { Any } from './dist/read-dist';

/** `Deployment wms-platform/order-service`; of what has no namespace, `Namespace /kafka`. */
export const nameOf = ({ kind, metadata }: Any): string => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

/** The wave in which Argo CD applies an object. */
export const waveOf = ({ metadata }: Any): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

/** Those of some kinds. */
export const allOf = (objects: readonly Any[], ...kinds: string[]): Any[] =>
  objects.filter(({ kind }) => kinds.includes(kind));

/** The one of a kind and name. Throws where there is none or more than one. */
export function findOf(objects: readonly Any[], kind: string, name: string): Any {
  const found = allOf(objects, kind).filter(({ metadata }) => metadata.name === name);
  if (found.length !== 1) throw new Error(`${found.length} objects ${kind} ${name}`);
  return found[0];
}
