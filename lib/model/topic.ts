import { PerEnv } from './environment';
import { Duration } from './duration';

/** A Kafka topic. Replication is the cluster's: see `KafkaRow`. */
export interface TopicRow {
  /** Partitions: the most consumers of one group that can work at once. Never fewer than before. */
  readonly partitions: number | PerEnv<number>;

  /** Time that records are kept; longer than before, or the topic is refused. */
  readonly retention: Duration;

  /**
   * How the broker stores batches.
   *
   * @default - as the producer sent them
   */
  readonly compression?: 'gzip' | 'snappy' | 'lz4' | 'zstd';

  /**
   * Whether more partitions than there are now are refused, because the order of records by key would break.
   *
   * @default false
   */
  readonly fixedPartitions?: boolean;

  /**
   * Whether a shorter retention may delete records that are kept now.
   *
   * @default false
   */
  readonly mayLoseHistory?: boolean;
}

/** How often records are stored. */
export interface Replication {
  /** Copies of each record, at most one for each broker. */
  readonly replicationFactor: PerEnv<number>;

  /** Copies that must be written before a producer hears of success; below the factor, so that a broker may be down. */
  readonly minInsyncReplicas: PerEnv<number>;
}
