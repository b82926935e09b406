import { Duration, seconds } from '../../model/duration';
import { ReplicationPolicy } from '../../model/kafka-mirror';
import { KafkaLogin } from './kafka-login';

/** Port on which workers of a mirror hand tasks to each other. */
export const MIRROR_PORT = 8083;

/** Where the authority of each end is mounted. */
export const AUTHORITY_FOLDERS = { source: '/etc/source-authority', target: '/etc/target-authority' } as const;

/** Variables with the password of each end. */
export const PASSWORDS = { source: 'SOURCE_PASSWORD', target: 'TARGET_PASSWORD' } as const;

/** Variable with the address of the pod, by which other pods of the mirror call it. */
export const ADDRESS = 'POD_IP';

/** What of a mirror stands in its file. */
export interface MirrorSettings {
  readonly source: MirrorEndSettings;
  readonly target: MirrorEndSettings;

  /** Topics to copy, by name. */
  readonly topics: readonly string[];

  /** Consumer groups whose offsets are translated, by name, or all of them. */
  readonly groups: 'all' | readonly string[];

  /** What a copy is called: `identity` as in the source, `prefix` with the source's alias and a dot before it. */
  readonly replicationPolicy: ReplicationPolicy;

  /** Copies of each record in the target, its brokers at most. */
  readonly replicationFactor: number;

  /** Tasks that copy side by side, the partitions of all topics at most. */
  readonly tasks: number;

  /** How often offsets of consumer groups are translated and written to the target. */
  readonly offsetsInterval: Duration;

  /** How often new partitions, groups and settings of topics are looked for. */
  readonly topicsInterval: Duration;
}

/** A cluster at one end, as the file names it. */
export interface MirrorEndSettings {
  /** Its name, of a-z, 0-9 and -. It is part of the names of what the mirror writes, and so never changed. */
  readonly alias: string;

  /** Host and port that clients start from; more than one, separated by commas. */
  readonly bootstrapServers: string;

  /**
   * How the mirror identifies itself, where clients speak SASL_SSL.
   *
   * @default - none: an address is enough
   */
  readonly login?: KafkaLogin;
}

const POLICIES: Readonly<Record<ReplicationPolicy, string>> = {
  identity: 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy',
  prefix: 'org.apache.kafka.connect.mirror.DefaultReplicationPolicy',
};

/** Each of these is 1 in the sample of its makers: a copy that a single broker takes along. */
const COPIED = [
  'replication.factor',
  'checkpoints.topic.replication.factor',
  'heartbeats.topic.replication.factor',
  'offset-syncs.topic.replication.factor',
  'offset.storage.replication.factor',
  'status.storage.replication.factor',
  'config.storage.replication.factor',
];

/** Renders the properties file of `connect-mirror-maker.sh`. */
export function renderMirrorProperties(settings: MirrorSettings): string {
  const { source, target, tasks, replicationFactor } = settings;
  const properties = {
    clusters: `${source.alias},${target.alias}`,
    ...endProperties('source', source),
    ...endProperties('target', target),
    ...flowProperties(settings),
    'tasks.max': String(tasks),
    ...Object.fromEntries(COPIED.map((name) => [name, String(replicationFactor)])),
    // Workers of one group hand tasks over by HTTP; two run during every roll-out.
    'dedicated.mode.enable.internal.rest': 'true',
    listeners: `http://:${MIRROR_PORT}`,
    'rest.advertised.host.name': `\${env:${ADDRESS}}`,
    'config.providers': 'env',
    'config.providers.env.class': 'org.apache.kafka.common.config.provider.EnvVarConfigProvider',
    'config.providers.env.param.allowlist.pattern': [ADDRESS, ...Object.values(PASSWORDS)].join('|'),
  };
  const lines = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return lines.map(([name, value]) => `${name} = ${value}\n`).join('');
}

function flowProperties(settings: MirrorSettings): Record<string, string> {
  const { source, target, topics, groups, replicationPolicy, offsetsInterval, topicsInterval } = settings;
  const flow = `${source.alias}->${target.alias}`;
  const often = String(seconds(offsetsInterval));
  const seldom = String(seconds(topicsInterval));
  return {
    [`${flow}.enabled`]: 'true',
    [`${target.alias}->${source.alias}.enabled`]: 'false',
    // With heartbeats, workers of the opposite direction run, too, and keep their state in the source.
    'emit.heartbeats.enabled': 'false',
    // In the target, too: the source is only read, and takes nothing along that the target needs.
    'offset-syncs.topic.location': 'target',
    'replication.policy.class': POLICIES[replicationPolicy],
    [`${flow}.topics`]: topics.map(escape).join(','),
    [`${flow}.groups`]: groups === 'all' ? '.*' : groups.map(escape).join(','),
    [`${flow}.sync.group.offsets.enabled`]: 'true',
    'emit.checkpoints.interval.seconds': often,
    'sync.group.offsets.interval.seconds': often,
    'refresh.groups.interval.seconds': seldom,
    'refresh.topics.interval.seconds': seldom,
    'sync.topic.configs.interval.seconds': seldom,
    // Who may do what is each cluster's own business.
    'sync.topic.acls.enabled': 'false',
  };
}

/** Names are patterns, and the backslash of a properties file is escaped itself. */
const escape = (name: string): string => name.replaceAll('.', '\\\\.');

function endProperties(end: 'source' | 'target', { alias, bootstrapServers, login }: MirrorEndSettings) {
  const properties: Record<string, string> = { 'bootstrap.servers': bootstrapServers };
  if (login) {
    const password = `\${env:${PASSWORDS[end]}}`;
    Object.assign(properties, {
      'security.protocol': 'SASL_SSL',
      'sasl.mechanism': 'PLAIN',
      'sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required username="${login.userName}" password="${password}";`,
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': `${AUTHORITY_FOLDERS[end]}/${login.authority.key}`,
    });
  }
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [`${alias}.${name}`, value]));
}
