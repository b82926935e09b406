import { trySeconds, Duration } from './duration';
import { Problem } from './problem';
import { Resources } from './quantity';
import { ExternalServers, findExternalProblems } from './store';

/** What a copied topic is called: `identity` as in the source, `prefix` with the source's alias and a dot before it. */
export type ReplicationPolicy = 'identity' | 'prefix';

/** Kafka's topics and the offsets of their consumers, copied from one cluster into another. */
export interface MirrorRow {
  /** Where records come from. One of the two ends is our own cluster. */
  readonly source: MirrorEnd;

  /** Where they are copied to. */
  readonly target: MirrorEnd;

  /** Topics to copy, of those that the table defines. */
  readonly topics: readonly string[];

  /** Consumer groups whose offsets are translated, or all of them. */
  readonly groups: 'all' | readonly string[];

  /** What copies are called. Clients that change to the target unchanged need `identity`. */
  readonly replicationPolicy: ReplicationPolicy;

  /** Copies of each record in the target, its brokers at most. */
  readonly replicationFactor: number;

  /** How often offsets of consumer groups are translated: what a group reads twice after a change of clusters. */
  readonly offsetsInterval: Duration;

  /** How often new partitions, groups and settings of topics are looked for. */
  readonly topicsInterval: Duration;

  /** Time that a record may take until it is in the target; somebody is told where it takes longer. */
  readonly late: Duration;

  /** Tasks that copy side by side, the partitions of the topics at most. */
  readonly tasks: number;

  /** Pods that share the tasks. */
  readonly instances: number;
  readonly resources: Resources;
}

/** A cluster at one end of a mirror, under the name that the mirror knows it by for ever. */
export type MirrorEnd =
  | { readonly kind: 'own'; readonly alias: string }
  | ({ readonly kind: 'remote'; readonly alias: string } & RemoteKafka);

/** A Kafka that somebody else runs, or we elsewhere: clients log in over TLS. */
export interface RemoteKafka extends ExternalServers {
  /** User that the mirror logs in as; its password is in the store of secrets. */
  readonly userName: string;
}

/** What the cluster of the table has to do with its mirror. */
export interface MirrorSurroundings {
  /** Partitions of each topic of the table. */
  readonly partitions: Readonly<Record<string, number>>;

  /** Brokers of our own cluster. */
  readonly brokers: number;

  /** Whether secrets are made up rather than read from a store. */
  readonly secretsAreGenerated: boolean;
}

/** What is wrong with a mirror. */
export function findMirrorProblems(
  row: readonly string[],
  mirror: false | MirrorRow,
  surroundings: MirrorSurroundings,
): Problem[] {
  if (!mirror) return [];
  const at = (problem: Problem): Problem => ({ ...problem, row: [...row, ...problem.row] });
  return [
    ...findEndProblems(mirror, surroundings).map(at),
    ...findCopyProblems(mirror, surroundings).map(at),
    ...findTaskProblems(mirror, surroundings).map(at),
  ];
}

function findEndProblems({ source, target, topics }: MirrorRow, { secretsAreGenerated }: MirrorSurroundings) {
  const ends = [source.kind, target.kind];
  const problems: Problem[] = findMirrorNameProblems([source.alias, target.alias], topics).map(
    ({ what, rule, got }) => ({ row: what.split('.'), rule, got }),
  );
  if (ends.filter((kind) => kind === 'own').length !== 1) {
    const cure = 'a mirror between two other clusters belongs to one of them';
    problems.push({
      row: ['source'],
      rule: "must be of kind 'own' where target is not, and only then",
      got: ends,
      cure,
    });
  }
  for (const [name, end] of Object.entries({ source, target })) {
    if (end.kind === 'own') continue;
    problems.push(...findExternalProblems([name], end));
    if (!/^[\w.-]+$/.test(end.userName)) {
      problems.push({ row: [name, 'userName'], rule: 'must be of letters, digits, ., _ and -', got: end.userName });
    }
  }
  if (secretsAreGenerated) {
    const rule = 'must be off where secrets are generated: a password that nobody supplied opens nothing';
    problems.push({ row: [], rule, got: 'a mirror', cure: "write false, or have a store of kind 'aws' or 'vault'" });
  }
  return problems;
}

function findCopyProblems(mirror: MirrorRow, { partitions, brokers }: MirrorSurroundings): Problem[] {
  const { topics, groups, target, replicationFactor, offsetsInterval, topicsInterval, late } = mirror;
  const problems: Problem[] = [];
  const unknown = topics.filter((topic) => !(topic in partitions));
  if (topics.length === 0) problems.push({ row: ['topics'], rule: 'must name at least one topic', got: topics });
  for (const got of unknown) problems.push({ row: ['topics'], rule: 'must be topics of the table', got });
  if (groups !== 'all' && groups.length === 0) {
    const cure = "write 'all', or clients begin anew in the target";
    problems.push({ row: ['groups'], rule: 'must name at least one group', got: groups, cure });
  }
  const most = target.kind === 'own' ? brokers : Infinity;
  if (!Number.isInteger(replicationFactor) || replicationFactor < 1 || replicationFactor > most) {
    const rule = Number.isFinite(most) ? `must be from 1 to the ${most} brokers` : 'must be a whole number from 1';
    problems.push({ row: ['replicationFactor'], rule, got: replicationFactor });
  }
  for (const [name, got] of Object.entries({ offsetsInterval, topicsInterval, late })) {
    if (!trySeconds(got)) problems.push({ row: [name], rule: 'must be a duration such as 60s', got });
  }
  return problems;
}

function findTaskProblems({ topics, tasks, instances }: MirrorRow, { partitions }: MirrorSurroundings): Problem[] {
  const problems: Problem[] = [];
  const all = topics.reduce((sum, topic) => sum + (partitions[topic] ?? 0), 0);
  if (!Number.isInteger(tasks) || tasks < 1 || tasks > all) {
    const cure = 'a task has one partition at least';
    problems.push({ row: ['tasks'], rule: `must be from 1 to the ${all} partitions of the topics`, got: tasks, cure });
  }
  if (!Number.isInteger(instances) || instances < 1 || instances > tasks) {
    const cure = 'one without a task copies nothing';
    problems.push({ row: ['instances'], rule: `must be from 1 to tasks ${tasks}`, got: instances, cure });
  }
  return problems;
}

/** A name that a mirror cannot use. */
export interface MirrorNameProblem {
  /** `source.alias`, `target.alias` or `topics`. */
  readonly what: string;
  readonly rule: string;
  readonly got: string;
}

/** Names that a mirror would take for something else, or silently leave out. */
export function findMirrorNameProblems(
  [source, target]: readonly [string, string],
  topics: readonly string[],
): MirrorNameProblem[] {
  const problems: MirrorNameProblem[] = Object.entries({ 'source.alias': source, 'target.alias': target })
    .filter(([, alias]) => !/^[a-z0-9-]+$/.test(alias))
    .map(([what, got]) => ({ what, rule: 'must be of a-z, 0-9 and -', got }));
  if (source === target) {
    problems.push({ what: 'target.alias', rule: 'must differ from source.alias', got: target });
  }
  const internal = topics.filter((topic) => /^(mm2.*\.internal|.*\.replica|__.*|heartbeats)$/.test(topic));
  const rule = "must not be heartbeats, begin with __ or end with .replica: Kafka's own are never copied";
  return [...problems, ...internal.map((got) => ({ what: 'topics', rule, got }))];
}
