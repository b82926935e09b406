import { ObjectIndex, View } from '../object-index';
import { PlacedContainer } from './pods';

type Amounts = Readonly<Record<string, string | number>>;

/** Requests and limits by the names of what is asked for. */
export interface Resources {
  readonly requests?: Amounts;
  readonly limits?: Amounts;
}

/** What a LimitRange gives containers that ask for nothing, by namespace. */
export const defaultResources: View<ReadonlyMap<string, Resources>> = (index) => {
  const found = new Map<string, Resources>();
  for (const { manifest } of index.ofKind('LimitRange')) {
    const { limits = [] } = (manifest.spec ?? {}) as { readonly limits?: readonly Limit[] };
    const namespace = manifest.metadata.namespace ?? '';
    for (const { type, default: given, defaultRequest } of limits) {
      if (type !== 'Container') continue;
      const { requests, limits: most } = found.get(namespace) ?? {};
      found.set(namespace, { requests: { ...requests, ...defaultRequest }, limits: { ...most, ...given } });
    }
  }
  return found;
};

interface Limit {
  readonly type: string;
  readonly default?: Amounts;
  readonly defaultRequest?: Amounts;
}

/** What a container gets in the end: of its own, of its pod, of its namespace. A limit is also a request. */
export function resourcesOf(index: ObjectIndex, { pod, container }: PlacedContainer): Required<Resources> {
  const shared = (pod.spec.resources ?? {}) as Resources;
  const given = index.view(defaultResources).get(pod.namespace ?? '') ?? {};
  const limits = { ...given.limits, ...shared.limits, ...container.resources?.limits };
  const own = { ...container.resources?.limits, ...container.resources?.requests };
  return { requests: { ...given.limits, ...given.requests, ...shared.limits, ...shared.requests, ...own }, limits };
}
