import { Duration, hours } from '../../model/duration';
import { Bytes, bytes } from '../../model/quantity';

/** What a node does: takes records, votes on metadata, or both where it is the only one. */
export type KafkaRole = 'broker' | 'controller' | 'broker,controller';

/** Ports of a node: for clients, between brokers, of the metadata quorum, and of the metrics agent. */
export const KAFKA_PORTS = { client: 9092, replication: 9091, controller: 9093, metrics: 9404 } as const;

/** Folder of the volume. Records are a level below: a broker refuses a folder that holds `lost+found`. */
export const KAFKA_VOLUME_FOLDER = '/var/lib/kafka';

/** How records are stored unless a topic says otherwise. */
export interface KafkaStorageSettings {
  /** Copies of each record, at most one for each broker; also of consumers' offsets and of transactions. */
  readonly replicationFactor: number;

  /** Copies that must be written before a producer hears of success; below the factor, so that a broker may be down. */
  readonly minInsyncReplicas: number;

  /** Time that records are kept, in whole hours. */
  readonly retention: Duration;

  /** Size of one file of a partition: what is deleted at once, and what is open for writing. */
  readonly segment: Bytes;
}

/** Voters of the metadata quorum by node id. */
export type Voters = readonly { readonly id: number; readonly host: string }[];

/** Renders `server.properties` of all nodes of a role; a pod adds what is its own when it starts. */
export function renderKafkaProperties(
  role: KafkaRole,
  voters: Voters,
  settings: KafkaStorageSettings,
  client: Readonly<Record<string, string>>,
): string {
  const properties = {
    ...quorumProperties(role, voters),
    ...renderStorageProperties(settings),
    ...client,
    ...(role !== 'controller' && { 'inter.broker.listener.name': 'REPLICATION' }),
  };
  const lines = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return lines.map(([key, value]) => `${key}=${value}\n`).join('');
}

function quorumProperties(role: KafkaRole, voters: Voters): Record<string, string> {
  const { client, replication, controller } = KAFKA_PORTS;
  const listeners = {
    broker: [`CLIENT://:${client}`, `REPLICATION://:${replication}`],
    controller: [`CONTROLLER://:${controller}`],
  };
  const roles = role.split(',') as (keyof typeof listeners)[];
  return {
    'process.roles': role,
    listeners: roles.flatMap((name) => listeners[name]).join(','),
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.voters': voters.map(({ id, host }) => `${id}@${host}:${controller}`).join(','),
    'log.dirs': `${KAFKA_VOLUME_FOLDER}/data`,
  };
}

/** The same on every node: defaults of topics are read from the active controller, the rest from the brokers. */
export function renderStorageProperties(settings: KafkaStorageSettings): Record<string, string> {
  const copies = String(settings.replicationFactor);
  const written = String(settings.minInsyncReplicas);
  return {
    'auto.create.topics.enable': 'false',
    'default.replication.factor': copies,
    'log.retention.hours': String(hours(settings.retention)),
    'log.segment.bytes': String(bytes(settings.segment)),
    'min.insync.replicas': written,
    'offsets.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': written,
    'share.coordinator.state.topic.replication.factor': copies,
    'transaction.state.log.min.isr': written,
    'transaction.state.log.replication.factor': copies,
    'unclean.leader.election.enable': 'false',
  };
}
