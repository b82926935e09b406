import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { variablesOf, wordsOf } from '../views/container-settings';
import { containers } from '../views/pods';
import { createsTopics, readTopics } from './topic-scripts';

/** A topic that the bundle makes. */
export interface Topic {
  readonly name: string;
  readonly partitions?: number;
  readonly replicas?: number;
  readonly config: Readonly<Record<string, string>>;

  /**
   * The cluster that it is declared for: where two are known and differ, so do two topics of one name.
   *
   * @default - not said
   */
  readonly cluster?: string;
  readonly subject: RenderedObject;
  readonly at: FieldPath;
}

/** Topics that the bundle makes, and whether it makes others, too, whose names cannot be read. */
export interface Topics {
  readonly topics: readonly Topic[];
  readonly more: boolean;
}

/** From KafkaTopics, from scripts, from catalogues in ConfigMaps and from `KAFKA_CREATE_TOPICS`. */
export const declaredTopics: View<Topics> = (index) => {
  const scripts = [...scriptTopics(index)];
  const listed = index.ofKind('ConfigMap').flatMap(catalogueTopics);
  const catalogues = new Set(listed.map(({ subject }) => subject));
  return {
    topics: [
      ...index.ofKind('KafkaTopic').map(strimziTopic),
      ...scripts.flatMap(({ topics }) => topics),
      ...listed,
      ...variableTopics(index),
    ],
    more: scripts.some(({ more, subject }) => more && !catalogues.has(subject)),
  };
};

/** As Strimzi, Koperator and Confluent for Kubernetes call the fields. */
interface KafkaTopicSpec {
  readonly topicName?: string;
  readonly name?: string;
  readonly partitions?: number;
  readonly partitionCount?: number;
  readonly replicas?: number;
  readonly replicationFactor?: number;
  readonly config?: Readonly<Record<string, unknown>>;
}

function strimziTopic(subject: RenderedObject): Topic {
  const spec = (subject.manifest.spec ?? {}) as KafkaTopicSpec;
  const { config = {} } = spec;
  const { namespace = '', labels } = subject.manifest.metadata;
  return {
    name: spec.topicName ?? spec.name ?? subject.manifest.metadata.name,
    ...figures(spec.partitions ?? spec.partitionCount, spec.replicas ?? spec.replicationFactor),
    config: Object.fromEntries(Object.entries(config).map(([name, value]) => [name, String(value)])),
    cluster: `${namespace}/${labels?.['strimzi.io/cluster'] ?? ''}`,
    subject,
    at: ['spec'],
  };
}

function figures(partitions: number | undefined, replicas: number | undefined): Pick<Topic, 'partitions' | 'replicas'> {
  return { ...(partitions === undefined ? {} : { partitions }), ...(replicas === undefined ? {} : { replicas }) };
}

/** Scripts in ConfigMaps, and in the words of containers. One that stands beside a catalogue makes what that lists. */
function* scriptTopics(index: ObjectIndex): Iterable<Topics & { readonly subject: RenderedObject }> {
  const texts = [
    ...index
      .ofKind('ConfigMap')
      .flatMap((subject) => textsOf(subject).map(([key, value]) => ({ value, subject, at: ['data', key] }))),
    ...index.view(containers).flatMap((placed) => {
      const words = wordsOf(placed);
      const [first] = words;
      // A command of single words is one call: `[kafka-topics.sh, --create, --topic, orders]`.
      const plain = first !== undefined && words.every(({ value }) => !value.includes('\n') && !value.includes(' '));
      return plain ? [{ ...first, value: words.map(({ value }) => value).join(' ') }] : words;
    }),
  ];
  for (const { value, subject, at } of texts) {
    if (!createsTopics(value)) continue;
    const { topics, more } = readTopics(value);
    yield { topics: topics.map((topic) => ({ ...topic, subject, at })), more, subject };
  }
}

function textsOf({ manifest }: RenderedObject): [string, string][] {
  const data = (manifest.data ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

/** A list with the heading `# topic partitions replicas`: one topic a line, settings as `name=value` at its end. */
function catalogueTopics(subject: RenderedObject): Topic[] {
  return textsOf(subject).flatMap(([key, text]) => {
    if (!/^#\s*topic\s+partitions\s+replicas\b/m.test(text)) return [];
    return [...text.matchAll(/^([^\s#]+)\s+(\d+)\s+(\d+)\b(.*)$/gm)].map(
      ([, name = '', partitions, replicas, rest = '']) => {
        const pairs = [...rest.matchAll(/(?:^|\s)([\w.]+)=(\S+)/g)].map(([, setting = '', value = '']) => [
          setting,
          value,
        ]);
        const config = Object.fromEntries(pairs) as Readonly<Record<string, string>>;
        return { name, ...figures(Number(partitions), Number(replicas)), config, subject, at: ['data', key] };
      },
    );
  });
}

/** `orders:6:3,events:1:1:compact`, as the image wurstmeister/kafka reads it. */
function variableTopics(index: ObjectIndex): Topic[] {
  return index.view(containers).flatMap((placed) =>
    variablesOf(index, placed)
      .filter(({ name }) => name === 'KAFKA_CREATE_TOPICS')
      .flatMap(({ value, subject, at }) =>
        value
          .split(/[\s,]+/)
          .filter((entry) => /^[\w.-]+:\d+:\d+/.test(entry))
          .map((entry) => {
            const [name = '', partitions, replicas, policy] = entry.split(':');
            const config = policy === undefined ? {} : { 'cleanup.policy': policy };
            return { name, ...figures(Number(partitions), Number(replicas)), config, subject, at };
          }),
      ),
  );
}
