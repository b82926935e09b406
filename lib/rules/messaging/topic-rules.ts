import { didYouMean } from '../../model/closest';
import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { declaredTopics, Topic } from './topics';
import { topicUses } from './topic-uses';

/** Whoever names a topic finds it. */
export const topicDeclared: Rule = {
  id: 'messaging/topic-declared',
  title: 'Every topic that is used is one that the bundle makes',
  severity: 'error',
  why: 'The client waits for a topic that is not there, or the broker makes one with one partition and one copy.',
  cure: 'declare it beside the others, or list it as provided (KafkaTopic <name>)',
  sources: ['K02'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    const { topics, more } = index.view(declaredTopics);
    const names = new Set(topics.map(({ name }) => name));
    if (names.size === 0 || more) return;
    const others = providedTopics(index);
    const told = new Set<string>();
    for (const { topic, by, subject, at } of index.view(topicUses)) {
      const place = `${subject.path} ${subject.manifest.metadata.name} ${at.join(' ')} ${topic}`;
      if (names.has(topic) || told.has(place) || others.some((pattern) => pattern.test(topic))) continue;
      told.add(place);
      const cure = didYouMean(topic, [...names]);
      const message = `topic in ${by} must be declared, got '${topic}'`;
      yield { subject, at, message, ...(cure === undefined ? {} : { cure }) };
    }
  },
};

/** Topics of others, as the facts of the environment list them: `KafkaTopic shared/audit.*`. */
function providedTopics({ facts }: ObjectIndex): RegExp[] {
  return (facts.provided ?? [])
    .filter((entry) => entry.startsWith('KafkaTopic '))
    .map((entry) => entry.slice(Math.max(entry.lastIndexOf('/'), entry.indexOf(' ')) + 1))
    .map((name) => new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`));
}

/** A topic has one size. */
export const declaredOnce: Rule = {
  id: 'messaging/declared-once',
  title: 'A topic is declared with one set of figures',
  severity: 'error',
  why: 'Whichever comes first makes it, and the other changes nothing or fails.',
  cure: 'keep one of the two',
  sources: ['K01', 'K04'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    const first = new Map<string, Topic>();
    for (const topic of index.view(declaredTopics).topics) {
      const twin = first.get(topic.name);
      first.set(topic.name, twin ?? topic);
      if (twin === undefined || figuresOf(twin) === figuresOf(topic)) continue;
      if (twin.cluster !== undefined && topic.cluster !== undefined && twin.cluster !== topic.cluster) continue;
      const message = `topic '${topic.name}' must be declared with one set of figures, got ${figuresOf(topic)} here and ${figuresOf(twin)} in ${twin.subject.path}`;
      yield { subject: topic.subject, at: topic.at, message };
    }
  },
};

function figuresOf({ partitions, replicas, config }: Topic): string {
  const settings = Object.entries(config)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `, ${name}=${value}`);
  const count = (amount: number | undefined, what: string) => `${amount ?? 'the default of'} ${what}`;
  return `${count(partitions, 'partitions')}, ${count(replicas, 'replicas')}${settings.join('')}`;
}

/** The server takes the name. */
export const topicNames: Rule = {
  id: 'messaging/topic-names',
  title: 'Names of topics are what Kafka allows',
  severity: 'error',
  why: 'The broker refuses to make the topic (InvalidTopicException).',
  cure: 'use 1 to 249 characters of a-z, A-Z, 0-9, ., _ and -',
  sources: ['K01'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { name, subject, at } of index.view(declaredTopics).topics) {
      if (/^(?!\.\.?$)[a-zA-Z0-9._-]{1,249}$/.test(name)) continue;
      yield { subject, at, message: `name of a topic must be one that Kafka allows, got '${name}'` };
    }
  },
};

/** Metrics tell two topics apart. */
export const distinctTopics: Rule = {
  id: 'messaging/distinct-topics',
  title: 'No two topics differ only in . and _',
  severity: 'error',
  why: 'Names of metrics know no points: the broker refuses the second of the two.',
  cure: 'use one of the two characters everywhere',
  sources: ['K01'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    const first = new Map<string, string>();
    for (const { name, subject, at } of index.view(declaredTopics).topics) {
      const key = name.replace(/\./g, '_');
      const twin = first.get(key) ?? name;
      first.set(key, twin);
      if (twin === name) continue;
      yield { subject, at, message: `topic '${name}' must differ in more than . and _, got also '${twin}'` };
    }
  },
};

/** Records stay as long as somebody may need them. */
export const retention: Rule = {
  id: 'messaging/retention',
  title: 'Retention is given in milliseconds',
  severity: 'warning',
  why: 'A number that means hours or seconds deletes records before anyone has read them.',
  cure: 'multiply: a day is 86400000 ms',
  sources: ['K01', 'Kafka: topic configuration'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { name, config, subject, at } of index.view(declaredTopics).topics) {
      const value = config['retention.ms'] ?? '';
      if (!/^\d+$/.test(value) || Number(value) >= 60_000) continue;
      yield { subject, at, message: `retention.ms of topic '${name}' must be at least a minute, got ${value} ms` };
    }
  },
};
