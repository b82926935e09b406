import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { brokers, Brokers, numberOf } from './kafka-settings';
import { declaredTopics, Topic } from './topics';

/** The most brokers of one cluster, or undefined where the bundle has none: topics do not say whose they are. */
function mostBrokers(index: ObjectIndex): number | undefined {
  const counts = index.view(brokers).map(({ count }) => count);
  return counts.length === 0 ? undefined : Math.max(...counts);
}

/** There are brokers for all copies. */
export const replicationWithinBrokers: Rule = {
  id: 'messaging/replication-within-brokers',
  title: 'A topic has at most as many copies as there are brokers',
  severity: 'error',
  why: 'The broker refuses to make the topic (InvalidReplicationFactorException); for __consumer_offsets, no group can read.',
  cure: 'lower the replication factor, or add brokers',
  sources: ['K01'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { count, settings } of index.view(brokers)) {
      for (const [name, setting] of settings) {
        const factor = numberOf(setting);
        if (!name.endsWith('replication.factor') || factor === undefined || factor <= count) continue;
        const message = `${name} must be at most the ${count} brokers, got ${factor}`;
        yield { subject: setting.subject, at: setting.at, message };
      }
    }
    const most = mostBrokers(index);
    for (const { name, replicas, subject, at } of index.view(declaredTopics).topics) {
      if (most === undefined || replicas === undefined || replicas <= most) continue;
      yield {
        subject,
        at,
        message: `replication factor of topic '${name}' must be at most the ${most} brokers, got ${replicas}`,
      };
    }
  },
};

/** Copies that must have a record before it counts, beside all copies there are. */
interface InSync {
  readonly what: string;
  readonly least: number;
  readonly copies: number;
  readonly finding: Pick<Finding, 'subject' | 'at'>;
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['min.insync.replicas', 'default.replication.factor'],
  ['transaction.state.log.min.isr', 'transaction.state.log.replication.factor'],
  ['share.coordinator.state.topic.min.isr', 'share.coordinator.state.topic.replication.factor'],
];

function* inSync(index: ObjectIndex): Iterable<InSync> {
  for (const cluster of index.view(brokers)) yield* ofCluster(cluster);
  const [only, ...others] = index.view(brokers);
  const common = others.length === 0 ? numberOf(only?.settings.get('min.insync.replicas')) : undefined;
  for (const topic of index.view(declaredTopics).topics) yield* ofTopic(topic, common);
}

function* ofCluster({ settings }: Brokers): Iterable<InSync> {
  for (const [name, factor] of PAIRS) {
    const setting = settings.get(name);
    const [least, copies] = [numberOf(setting), numberOf(settings.get(factor))];
    if (setting === undefined || least === undefined || copies === undefined) continue;
    yield { what: name, least, copies, finding: { subject: setting.subject, at: setting.at } };
  }
}

function* ofTopic({ name, config, replicas, subject, at }: Topic, common: number | undefined): Iterable<InSync> {
  const own = config['min.insync.replicas'];
  const least = own === undefined ? common : /^\d+$/.test(own) ? Number(own) : undefined;
  if (least === undefined || replicas === undefined) return;
  yield { what: `min.insync.replicas of topic '${name}'`, least, copies: replicas, finding: { subject, at } };
}

/** A write can succeed. */
export const inSyncWithinReplication: Rule = {
  id: 'messaging/in-sync-within-replication',
  title: 'No more copies must be in sync than there are',
  severity: 'error',
  why: 'No producer that wants all acknowledgements can write (NotEnoughReplicasException).',
  cure: 'set min.insync.replicas to one less than the replication factor',
  sources: ['K01'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { what, least, copies, finding } of inSync(index)) {
      if (least <= copies) continue;
      yield { ...finding, message: `${what} must be at most the replication factor ${copies}, got ${least}` };
    }
  },
};

/** A write can succeed while a broker restarts. */
export const inSyncBelowReplication: Rule = {
  id: 'messaging/in-sync-below-replication',
  title: 'Writes go on while one broker is away',
  severity: 'warning',
  why: 'Each restart of a broker, every update among them, stops all producers that want all acknowledgements.',
  cure: 'set min.insync.replicas to one less than the replication factor',
  sources: ['K01'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { what, least, copies, finding } of inSync(index)) {
      if (copies === 1 || least !== copies) continue;
      yield { ...finding, message: `${what} must be below the replication factor ${copies}, got ${least}` };
    }
  },
};

/** Topics are made by those who know their size. */
export const noAutoCreate: Rule = {
  id: 'messaging/no-auto-create',
  title: 'Brokers make no topics by themselves',
  severity: 'warning',
  why: 'A name that is misspelt becomes a topic of one partition and one copy, and nobody reads what is written there.',
  cure: 'set auto.create.topics.enable=false, and declare topics',
  sources: ['K02'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { settings } of index.view(brokers)) {
      const setting = settings.get('auto.create.topics.enable');
      if (setting === undefined || setting.value.trim().toLowerCase() !== 'true') continue;
      yield { subject: setting.subject, at: setting.at, message: 'auto.create.topics.enable must be false, got true' };
    }
  },
};
