import { groupOf } from '../model/api-version';

/** The part of an object that decides which project admits it. */
export interface DeliveredObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly namespace?: string };
}

/** A kind of object, whatever its version. The core group is empty. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** What an Application holds: its project admits this and nothing else. */
export interface DeliveredContent {
  /** Namespaces of its objects, sorted. */
  readonly namespaces: readonly string[];

  /** Kinds of its objects that stand in no namespace, sorted. */
  readonly clusterKinds: readonly GroupKind[];

  /** Kinds of its objects in namespaces, sorted. */
  readonly namespacedKinds: readonly GroupKind[];
}

/** The namespaces and kinds of some objects, each once. */
export function contentOf(objects: readonly DeliveredObject[]): DeliveredContent {
  const namespaces = objects.flatMap(({ metadata: { namespace } }) => (namespace === undefined ? [] : [namespace]));
  return {
    namespaces: [...new Set(namespaces)].sort(),
    clusterKinds: kindsOf(objects.filter(({ metadata }) => metadata.namespace === undefined)),
    namespacedKinds: kindsOf(objects.filter(({ metadata }) => metadata.namespace !== undefined)),
  };
}

function kindsOf(objects: readonly DeliveredObject[]): GroupKind[] {
  return [...new Set(objects.map(({ apiVersion, kind }) => `${groupOf(apiVersion)}/${kind}`))].sort().map((id) => {
    const [group = '', kind = ''] = id.split('/');
    return { group, kind };
  });
}
