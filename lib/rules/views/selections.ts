import { ObjectIndex, View } from '../object-index';
import { podTemplates, PodTemplate } from './pods';
import { LabelSelector, selects } from './selectors';

/** Pods that a selector takes, in the namespace that is written; an empty selector takes all of them. */
export function podsTaken(
  index: ObjectIndex,
  namespace: string | undefined,
  selector: LabelSelector,
): readonly PodTemplate[] {
  return candidates(index, selector).filter((pod) => pod.namespace === namespace && selects(selector, pod.labels));
}

/** Labels that pods get from whoever makes them, and that no template has. */
const SET_BY_CONTROLLERS =
  /^(statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|pod-template-hash|controller-revision-hash|(batch\.kubernetes\.io\/)?(job-name|controller-uid))$/;

/**
 * Pods that a selector may take: labels that controllers add are taken to be there, and where either side says no
 * namespace, it may be the same.
 */
export function podsSelected(
  index: ObjectIndex,
  namespace: string | undefined,
  selector: LabelSelector | undefined,
): readonly PodTemplate[] {
  if (selector === undefined) return [];
  const written = Object.entries(selector.matchLabels ?? {}).filter(([key]) => !SET_BY_CONTROLLERS.test(key));
  const wanted = { ...selector, matchLabels: Object.fromEntries(written) };
  return candidates(index, wanted).filter((pod) => {
    const near = namespace === undefined || pod.namespace === undefined || pod.namespace === namespace;
    return near && selects(wanted, pod.labels);
  });
}

/** Pods with the rarest of the labels that a selector asks for, so that few have to be looked at. */
function candidates(index: ObjectIndex, { matchLabels = {} }: LabelSelector): readonly PodTemplate[] {
  const known = index.view(podsByLabel);
  let fewest: readonly PodTemplate[] | undefined;
  for (const label of Object.entries(matchLabels)) {
    const pods = known.get(label.join('=')) ?? [];
    if (fewest === undefined || pods.length < fewest.length) fewest = pods;
  }
  return fewest ?? index.view(podTemplates);
}

const podsByLabel: View<ReadonlyMap<string, readonly PodTemplate[]>> = (index) => {
  const found = new Map<string, PodTemplate[]>();
  for (const pod of index.view(podTemplates)) {
    for (const label of Object.entries(pod.labels)) {
      const id = label.join('=');
      const known = found.get(id);
      if (known) known.push(pod);
      else found.set(id, [pod]);
    }
  }
  return found;
};
