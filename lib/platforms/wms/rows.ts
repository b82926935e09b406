import { Timings } from '../../constructs/pods/probe';
import { Duration } from '../../model/duration';
import { PerEnv } from '../../model/environment';
import { ServiceRow } from '../../model/service';
import { TopicRow } from '../../model/topic';
import { ElasticsearchLimits } from '../../monitoring/alerts/elasticsearch-alerts';
import { KafkaLimits } from '../../monitoring/alerts/kafka-alerts';
import { MongoLimits } from '../../monitoring/alerts/mongo-alerts';
import { PostgresLimits } from '../../monitoring/alerts/postgres-alerts';
import { ServiceLimits } from '../../monitoring/alerts/service-alerts';
import { TemporalLimits } from '../../monitoring/alerts/temporal-alerts';
import { ServiceDefaults } from '../service-defaults';
import { ElasticsearchRow, JobRow, KafkaRow, MongoRow, PostgresRow, RolloutRow, TemporalRow } from '../store-rows';

/** File of the table. */
export const TABLE = 'lib/platforms/wms/config.ts';

/** The warehouse management system: what its table must say. */
export interface WmsRows {
  readonly name: string;

  /** Namespace of each layer; two layers may share one. */
  readonly namespaces: Readonly<Record<'services' | 'mongodb' | 'kafka' | 'temporal', string>>;
  readonly services: Readonly<Record<string, ServiceRow>>;
  readonly serviceDefaults: ServiceDefaults;

  /** Settings that every service reads, beyond the addresses that follow from its connections. */
  readonly settings: Readonly<Record<string, PerEnv<string>>>;
  readonly topics: Readonly<Record<string, TopicRow>>;
  readonly temporalNamespaces: Readonly<Record<string, TemporalNamespaceRow>>;
  readonly mongodb: MongoRow;
  readonly kafka: KafkaRow;
  readonly temporal: TemporalRow;
  readonly postgresql: PostgresRow;
  readonly elasticsearch: ElasticsearchRow;
  readonly jobs: JobRow;

  /** Exporters and the web interface. */
  readonly tools: RolloutRow & { readonly probes: Timings };
  readonly alerts: AlertRows;
}

/** When somebody is told that something is not well. */
export interface AlertRows {
  /** Begin of the names of all alerts, in UpperCamelCase. */
  readonly prefix: string;
  readonly services: ServiceLimits;
  readonly mongodb: MongoLimits;
  readonly kafka: KafkaLimits;
  readonly temporal: TemporalLimits;
  readonly postgresql: PostgresLimits;
  readonly elasticsearch: ElasticsearchLimits;
}

/** A namespace of Temporal. */
export interface TemporalNamespaceRow {
  /** Time that the history of a closed workflow is kept; longer than before, or the namespace is refused. */
  readonly retention: Duration;
  readonly description: string;

  /**
   * Whether a shorter retention may delete histories that are kept now.
   *
   * @default false
   */
  readonly mayLoseHistory?: boolean;
}
