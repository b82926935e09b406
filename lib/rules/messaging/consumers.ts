import { ObjectIndex } from '../object-index';
import { identify, RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { variablesOf } from '../views/container-settings';
import { imageOf } from '../views/image';
import { containers } from '../views/pods';
import { declaredTopics } from './topics';
import { topicUses } from './topic-uses';

const GROUP = /(?:KAFKA|CONSUMER).*GROUP(?:_?ID)?$|^GROUP_ID$/i;

/** Nobody takes another's records away. */
export const ownGroups: Rule = {
  id: 'messaging/own-groups',
  title: 'No two programs share a consumer group',
  severity: 'warning',
  why: 'Each record goes to one of the two: either program misses what the other gets.',
  cure: 'give each program a group of its own',
  sources: ['Kafka: consumer groups'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    const first = new Map<string, { readonly repository: string; readonly owner: RenderedObject }>();
    for (const placed of index.view(containers)) {
      const { repository } = imageOf(placed.container.image ?? '');
      for (const { name, value, subject, at } of variablesOf(index, placed)) {
        if (!GROUP.test(name) || /^\d*$|\$/.test(value)) continue;
        const known = first.get(value) ?? { repository, owner: placed.pod.owner };
        first.set(value, known);
        if (known.repository === repository || known.owner === placed.pod.owner) continue;
        const message = `group in ${name} must be of one program, got '${value}' also in ${identify(known.owner.manifest)}`;
        yield { subject, at, message };
      }
    }
  },
};

interface AutoscalerSpec {
  readonly maxReplicas?: number;
  readonly scaleTargetRef?: { readonly kind: string; readonly name: string };
}

/** Every pod has something to read. */
export const partitionsForAll: Rule = {
  id: 'messaging/partitions-for-all',
  title: 'A consumer has no more pods than its topics have partitions',
  severity: 'warning',
  why: 'A partition is read by one member of a group: further pods stand idle, and scaling out changes nothing.',
  cure: 'lower maxReplicas, or add partitions',
  sources: ['Kafka: consumer groups'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    const partitions = new Map(index.view(declaredTopics).topics.map(({ name, partitions: count }) => [name, count]));
    const grouped = new Set(
      index
        .view(containers)
        .filter((placed) => variablesOf(index, placed).some(({ name }) => GROUP.test(name)))
        .map(({ pod }) => pod.owner),
    );
    const read = new Map<RenderedObject, Set<string>>();
    for (const { topic, by, owner } of index.view(topicUses)) {
      if (!grouped.has(owner) || /OUT|PRODUC|PUBLISH|DLQ|DEAD|RETRY/i.test(by)) continue;
      read.set(owner, (read.get(owner) ?? new Set()).add(topic));
    }
    for (const subject of index.ofKind('HorizontalPodAutoscaler')) {
      const { maxReplicas, scaleTargetRef } = (subject.manifest.spec ?? {}) as AutoscalerSpec;
      const { namespace } = subject.manifest.metadata;
      const owner = scaleTargetRef && index.find(scaleTargetRef.kind, namespace, scaleTargetRef.name);
      const topics = [...((owner && read.get(owner)) ?? [])];
      const counts = topics.map((topic) => partitions.get(topic));
      if (maxReplicas === undefined || counts.length === 0 || counts.some((count) => count === undefined)) continue;
      const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
      if (maxReplicas <= sum) continue;
      const message = `maxReplicas must be at most the ${sum} partitions of ${topics.join(', ')}, got ${maxReplicas}`;
      yield { subject, at: ['spec', 'maxReplicas'], message };
    }
  },
};
