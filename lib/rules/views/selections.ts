import { View } from '../object-index';
import { podTemplates, PodTemplate } from './pods';
import { LabelSelector, selects } from './selectors';

/** Pods by their labels, so that what a selector takes is found without looking at every pod. */
export interface PodsByLabel {
  /** Every pod template of a namespace that a selector takes. An empty selector takes all of them. */
  readonly selected: (namespace: string | undefined, selector: LabelSelector) => readonly PodTemplate[];
}

/** Pod templates of the bundle by their labels. */
export const podsByLabel: View<PodsByLabel> = (index) => {
  const byNamespace = new Map<string, PodTemplate[]>();
  const byLabel = new Map<string, PodTemplate[]>();
  for (const pod of index.view(podTemplates)) {
    add(byNamespace, pod.namespace ?? '', pod);
    for (const [key, value] of Object.entries(pod.labels)) add(byLabel, labelKey(pod.namespace, key, value), pod);
  }
  return {
    selected: (namespace, selector) => {
      const candidates = Object.entries(selector.matchLabels ?? {}).map(
        ([key, value]) => byLabel.get(labelKey(namespace, key, value)) ?? [],
      );
      const fewest = candidates.sort((a, b) => a.length - b.length)[0] ?? byNamespace.get(namespace ?? '') ?? [];
      return fewest.filter(({ labels }) => selects(selector, labels));
    },
  };
};

function labelKey(namespace: string | undefined, key: string, value: string): string {
  return `${namespace ?? ''} ${key}=${value}`;
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
