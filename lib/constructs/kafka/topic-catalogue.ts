/** A topic as it shall be. */
export interface Topic {
  /** Partitions: the most consumers of one group that can work at once. They are added, never taken away. */
  readonly partitions: number;

  /** Copies of each record. Fixed once the topic exists. */
  readonly replicationFactor: number;

  /** Settings of the topic in Kafka's own words: `{ 'retention.ms': '604800000' }`. */
  readonly config: Readonly<Record<string, string>>;

  /**
   * Whether more partitions are refused: a key would move to another one and lose its order.
   *
   * @default false
   */
  readonly fixedPartitions?: boolean;

  /**
   * Whether a change may let records go that are kept now: a shorter retention, another cleanup policy.
   *
   * @default false
   */
  readonly mayLoseHistory?: boolean;
}

/** Topics by name. */
export type Topics = Readonly<Record<string, Topic>>;

/** Renders topics as the script reads them: one in a line, sorted by name. */
export function renderTopicCatalogue(topics: Topics): string {
  const lines = sortedEntries(topics).map(([name, topic]) => renderTopic(name, topic));
  return ['# topic partitions replicas flags settings', ...lines, ''].join('\n');
}

function renderTopic(name: string, topic: Topic): string {
  const { partitions, replicationFactor, config, fixedPartitions = false, mayLoseHistory = false } = topic;
  const flags = [...(fixedPartitions ? ['fixed-partitions'] : []), ...(mayLoseHistory ? ['may-lose-history'] : [])];
  const settings = sortedEntries(config).map(([key, value]) => `${key}=${value}`);
  return [name, partitions, replicationFactor, flags.join(',') || '-', ...settings].join(' ');
}

function sortedEntries<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What is wrong with topics of a cluster with that many brokers. */
export function findTopicProblems(topics: Topics, brokers: number): string[] {
  const entries = Object.entries(topics);
  if (entries.length === 0) return ['topics must name at least one topic, got none'];
  return [
    ...findNameProblems(Object.keys(topics)),
    ...entries.flatMap(([name, topic]) => [
      ...findSizeProblems(`topics.${name}`, topic, brokers),
      ...findConfigProblems(`topics.${name}.config`, topic),
    ]),
  ];
}

function findNameProblems(names: readonly string[]): string[] {
  const problems: string[] = [];
  const byMetric = new Map<string, string>();
  for (const name of names) {
    if (!/^(?!\.{1,2}$|__|-)[A-Za-z0-9._-]{1,249}$/.test(name)) {
      problems.push(
        `topics must have names of 1 to 249 letters, digits, '.', '_' and '-' that begin with neither '-' nor '__', got '${name}'`,
      );
    }
    const metric = name.replaceAll('.', '_');
    const other = byMetric.get(metric);
    if (other !== undefined) {
      problems.push(
        `topics must differ in more than '.' and '_', got '${other}' and '${name}'; their metrics would be one`,
      );
    }
    byMetric.set(metric, name);
  }
  return problems;
}

function findSizeProblems(what: string, { partitions, replicationFactor }: Topic, brokers: number): string[] {
  const problems: string[] = [];
  if (!Number.isInteger(partitions) || partitions < 1) {
    problems.push(`${what}.partitions must be a whole number from 1, got ${partitions}`);
  }
  if (!Number.isInteger(replicationFactor) || replicationFactor < 1 || replicationFactor > brokers) {
    problems.push(
      `${what}.replicationFactor must be from 1 to ${brokers} for ${brokers} brokers, got ${replicationFactor}`,
    );
  }
  return problems;
}

const COMPRESSIONS = ['gzip', 'snappy', 'lz4', 'zstd', 'producer', 'uncompressed'];
const POLICIES = ['delete', 'compact', 'compact,delete', 'delete,compact'];
const WHOLE_NUMBER = /^(-1|0|[1-9][0-9]{0,17})$/;

/** Values that are worth knowing before a broker refuses them. */
const VALUES: Readonly<Record<string, { readonly fits: (value: string) => boolean; readonly rule: string }>> = {
  'retention.ms': { fits: (value) => WHOLE_NUMBER.test(value), rule: 'must be whole milliseconds or -1' },
  'retention.bytes': { fits: (value) => WHOLE_NUMBER.test(value), rule: 'must be whole bytes or -1' },
  'compression.type': {
    fits: (value) => COMPRESSIONS.includes(value),
    rule: `must be one of ${COMPRESSIONS.join(', ')}`,
  },
  'cleanup.policy': { fits: (value) => POLICIES.includes(value), rule: `must be delete, compact or both` },
};

function findConfigProblems(what: string, { config, replicationFactor }: Topic): string[] {
  const problems: string[] = [];
  for (const [key, value] of Object.entries(config)) {
    const known = VALUES[key];
    if (!/^[a-z]+(\.[a-z]+)+$/.test(key)) {
      problems.push(`${what} must have keys like 'retention.ms', got '${key}'`);
    } else if (!/^[A-Za-z0-9._,:*+-]+$/.test(value)) {
      problems.push(`${what}['${key}'] must be letters, digits and '._,:*+-', got '${value}'`);
    } else if (known && !known.fits(value)) {
      problems.push(`${what}['${key}'] ${known.rule}, got '${value}'`);
    }
  }
  const most = Math.max(1, replicationFactor - 1);
  const written = config['min.insync.replicas'] ?? '1';
  if (!/^[1-9][0-9]*$/.test(written) || Number(written) > most) {
    problems.push(
      `${what}['min.insync.replicas'] must be from 1 to ${most} for replicationFactor ${replicationFactor}, got '${written}'; one broker down would stop all writes`,
    );
  }
  return problems;
}
