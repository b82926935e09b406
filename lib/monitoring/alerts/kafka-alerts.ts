import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { Limit } from '../limit';
import { select } from '../select';
import { AlertScope, critical, warning } from './alert-scope';

/** When a Kafka cluster is not well. */
export interface KafkaLimits {
  /** Time that a partition may be without a leader, or with fewer replicas than a write needs. */
  readonly unavailable: Duration;

  /** Time that replicas may be behind: as long as the restart of a broker takes. */
  readonly underReplicated: Duration;

  /** Messages that a group may be behind in one topic. */
  readonly lag: Limit;
}

/** Alerts of a cluster that is declared with so many brokers, as its nodes and a client of it see it. */
export function kafkaAlerts(
  { prefix, namespace }: AlertScope,
  { brokers }: { readonly brokers: number },
  limits: KafkaLimits,
): Alert[] {
  const offline = select('kafka_controller_kafkacontroller_offlinepartitionscount', namespace);
  const controllers = select('kafka_controller_kafkacontroller_activecontrollercount', namespace);
  const belowMinimum = select('kafka_server_replicamanager_underminisrpartitioncount', namespace);
  const behind = select('kafka_server_replicamanager_underreplicatedpartitions', namespace);
  return [
    critical({
      name: `${prefix}KafkaPartitionsOffline`,
      expr: `max by (namespace) (${offline}) > 0`,
      for: limits.unavailable,
      summary: '{{ $value }} partitions in {{ $labels.namespace }} have no leader',
      description: 'They can be neither read nor written. Bring back the brokers that hold their replicas.',
    }),
    critical({
      name: `${prefix}KafkaWritesRefused`,
      expr: `sum by (namespace) (${belowMinimum}) > 0`,
      for: limits.unavailable,
      summary: '{{ $value }} partitions in {{ $labels.namespace }} have fewer replicas in sync than a write needs',
      description:
        'Producers that wait for all replicas are refused. Bring back the brokers that are missing, and look at their disks.',
    }),
    critical({
      name: `${prefix}KafkaControllers`,
      expr: `sum by (namespace) (${controllers}) != 1`,
      for: limits.unavailable,
      summary: '{{ $value }} nodes in {{ $labels.namespace }} say that they are the active controller',
      description:
        'Without exactly one, no leader is elected and no topic changes. Look at the logs of the controllers: can a majority reach each other?',
    }),
    critical({
      name: `${prefix}KafkaBrokersMissing`,
      expr: `max by (namespace) (${select('kafka_brokers', namespace)}) < ${brokers}`,
      for: limits.underReplicated,
      summary: `{{ $value }} of ${brokers} brokers in {{ $labels.namespace }} are in the cluster`,
      description:
        'One failure more and writes may stop. Look at the events and the log of the broker that is missing.',
    }),
    warning({
      name: `${prefix}KafkaUnderReplicated`,
      expr: `${behind} > 0`,
      for: limits.underReplicated,
      summary: '{{ $value }} partitions led by {{ $labels.pod }} have a replica that is behind',
      description: 'A broker is down, or too slow to follow. Look for it among those that lead fewest partitions.',
    }),
    ...kafkaLagAlerts({ prefix, namespace }, limits),
  ];
}

/** Alerts of a cluster that somebody else runs, as a client of it sees it. */
export function kafkaLagAlerts({ prefix, namespace }: AlertScope, limits: Pick<KafkaLimits, 'lag'>): Alert[] {
  const lag = `sum by (consumergroup, topic) (${select('kafka_consumergroup_lag', namespace)})`;
  return [
    warning({
      name: `${prefix}KafkaConsumerLag`,
      expr: `${lag} > ${limits.lag.bound}`,
      for: limits.lag.for,
      summary: '{{ $labels.consumergroup }} is {{ $value }} messages behind in {{ $labels.topic }}',
      description:
        'Consumers fail, are too slow or too few. Look at their errors first, then at whether more pods can share the partitions.',
    }),
  ];
}
