import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { PodTemplate } from '../views/pods';
import { antiAffinityTerms, rollout, workloads } from '../views/scale';
import { LabelSelector, selects } from '../views/selectors';
import { podsSelected } from '../views/selections';
import { podTemplates } from '../views/pods';
import { Tree } from '../views/tree';

/** Pods that must not share a node have as many nodes. */
export const antiAffinityFits: Rule = {
  id: 'availability/anti-affinity-fits',
  title: 'Pods that must not share a node or a zone have enough of them',
  severity: 'error',
  why: 'Those that find none stay Pending, and an update waits for them for ever.',
  cure: 'prefer places of their own instead of requiring them, take fewer pods, or let an update stop one first',
  sources: ['V08', 'kubernetes/kubernetes#116891'],
  judge: findCrowds,
};

/** Rules that spread pods are about these pods. */
export const spreadOwnPods: Rule = {
  id: 'availability/spread-own-pods',
  title: 'A rule that spreads pods selects pods, and its own among them',
  severity: 'warning',
  why: 'It counts pods of others, or none: all of its own may end up on one node.',
  cure: 'make its selector that of the workload',
  sources: ['L53', 'V09', 'kube-score: deployment-has-host-podantiaffinity'],
  judge: findStrangers,
};

const HOST = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';

function* findCrowds(index: ObjectIndex): Iterable<Finding> {
  const { nodes } = index.facts;
  if (nodes === undefined) return;
  const places = new Map([
    [HOST, { word: 'node', count: nodes.count }],
    [ZONE, { word: 'zone', count: nodes.zones }],
  ]);
  for (const workload of index.view(workloads)) {
    const { object: subject, pod, max } = workload;
    const { surge = 0, unavailable = 0 } = rollout(workload) ?? {};
    for (const { term, required, at: place } of antiAffinityTerms(pod)) {
      const { word, count } = places.get(String(term['topologyKey'])) ?? {};
      if (!required || count === undefined || !isOfOwn(term, pod)) continue;
      const at = [...place, 'topologyKey'];
      if (max > count) {
        yield { subject, at, message: `${max} pods must have a ${word} each, got ${count} ${word}s` };
      } else if (surge > 0 && unavailable === 0 && max >= count) {
        const message = `an update that adds a pod to ${max} must find one more ${word}, got ${count} ${word}s`;
        yield { subject, at, message, cure: 'set `maxSurge: 0` and `maxUnavailable: 1`' };
      }
    }
  }
}

function isOfOwn(term: Tree, pod: PodTemplate): boolean {
  return selects(term['labelSelector'] as LabelSelector | undefined, pod.labels);
}

function* findStrangers(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    for (const [i, constraint] of (pod.spec.topologySpreadConstraints ?? []).entries()) {
      const selector = constraint['labelSelector'] as LabelSelector | undefined;
      if (selects(selector, pod.labels)) continue;
      const at = [...pod.at, 'topologySpreadConstraints', i, 'labelSelector'];
      const got = selector === undefined ? 'no selector' : 'one of others';
      yield {
        subject: pod.owner,
        at,
        message: `a spread constraint must select the pods that it is part of, got ${got}`,
      };
    }
    for (const { term, at } of antiAffinityTerms(pod)) {
      const selector = term['labelSelector'] as LabelSelector | undefined;
      const wide = term['namespaces'] !== undefined || term['namespaceSelector'] !== undefined;
      if (wide || podsSelected(index, pod.namespace, selector).length > 0) continue;
      const message = 'a rule of anti-affinity must select pods, got none of the bundle';
      yield { subject: pod.owner, at: [...at, 'labelSelector'], message };
    }
  }
}
