import { Timings } from '../../constructs/pods/probe';
import { Duration } from '../../model/duration';
import { PerEnv } from '../../model/environment';
import { ImageRow } from '../../model/image';
import { Bytes } from '../../model/quantity';
import { TopicRow } from '../../model/topic';
import { ElasticsearchLimits } from '../../monitoring/alerts/elasticsearch-alerts';
import { GatewayLimits } from '../../monitoring/alerts/gateway-alerts';
import { JaegerLimits } from '../../monitoring/alerts/jaeger-alerts';
import { KafkaLimits } from '../../monitoring/alerts/kafka-alerts';
import { PostgresLimits } from '../../monitoring/alerts/postgres-alerts';
import { ProgramLimits } from '../../monitoring/alerts/program-alerts';
import { RedisLimits } from '../../monitoring/alerts/redis-alerts';
import { ServiceLimits } from '../../monitoring/alerts/service-alerts';
import { ElasticsearchRow, JobRow, KafkaRow, PostgresRow, RolloutRow, ToolRow, VolumeRow } from '../store-rows';
import { RedisRow } from '../redis-row';
import { ServiceDefaults } from '../service-defaults';
import { MesServiceRow } from './service-rows';

/** File of the table. */
export const TABLE = 'lib/platforms/mes/config.ts';

/** The manufacturing execution system: what its table must say. */
export interface MesRows {
  readonly name: string;

  /** Namespace of the platform, with its stores. */
  readonly namespace: string;
  readonly services: Readonly<Record<string, MesServiceRow>>;
  readonly serviceDefaults: ServiceDefaults;

  /** Settings that every service reads, beyond the addresses that follow from its connections. */
  readonly settings: Readonly<Record<string, PerEnv<string>>>;
  readonly gateway: GatewayRow;
  readonly topics: Readonly<Record<string, TopicRow>>;
  readonly kafka: KafkaRow;
  readonly kafkaUi: ToolRow & { readonly heapPercent: number; readonly scratch: Bytes };
  readonly postgresql: PostgresRow;

  /** Connections to its database that each pod of a service may open. */
  readonly databasePool: PerEnv<number>;
  readonly redis: RedisRow;
  readonly jaeger: JaegerRow;
  readonly elasticsearch: ElasticsearchRow;
  readonly logs: LogsRow;
  readonly logstash: LogstashRow;
  readonly kibana: KibanaRow;
  readonly jobs: JobRow;

  /** Exporters and web pages. */
  readonly tools: RolloutRow & { readonly probes: Timings };

  /** Time between two scrapes of the gateway and of the services. */
  readonly scrapeInterval: Duration;
  readonly alerts: MesAlertRows;
}

/** The gateway: the only way in. */
export interface GatewayRow extends ToolRow {
  readonly replicas: PerEnv<number>;

  /** Processes of each pod. */
  readonly workers: number;

  /** Host of the gateway below the environment's domain, and of the pages that may call it. */
  readonly host: string;
  readonly page: string;
  readonly requestIdHeader: string;

  /** Who makes tokens, as their claim `iss` says, and the service that signs them. */
  readonly tokens: { readonly issuer: string; readonly signedBy: string };

  /** Annotations by which the cloud makes the load balancer. */
  readonly loadBalancer: PerEnv<Readonly<Record<string, string>>>;
  readonly authority: { readonly duration: Duration; readonly renewBefore: Duration };
  readonly certificate: { readonly duration: Duration; readonly renewBefore: Duration };
  readonly prefixSize: Bytes;
  readonly scratch: Bytes;
}

/** Jaeger. */
export interface JaegerRow extends VolumeRow {
  /** Age at which spans are deleted. */
  readonly retention: PerEnv<Duration>;
}

/** Indices of logs by what they hold, each with the data view that shows it. */
export type LogsRow = Readonly<
  Record<
    LogKind,
    {
      /** Begin of the names of the daily indices. */
      readonly index: string;

      /** What people see. */
      readonly title: string;

      /** Age at which an index is deleted, in whole days. */
      readonly retention: PerEnv<Duration>;
    }
  >
>;

/** What an index of logs holds. */
export type LogKind = 'logs' | 'errors' | 'audit';

/** Logstash. */
export interface LogstashRow extends VolumeRow {
  readonly heapPercent: number;

  /** Events on the disk while Elasticsearch is away. */
  readonly queue: PerEnv<Bytes>;

  /** Ports of the pipeline's inputs. */
  readonly inputs: Readonly<Record<'tcp' | 'beats', number>>;
}

/** Kibana. */
export interface KibanaRow extends ToolRow {
  readonly image: ImageRow;
  readonly heapPercent: number;

  /** Address under which people open it: a forwarded port. */
  readonly publicUrl: string;
  readonly scratch: Bytes;
}

/** When somebody is told that something is not well. */
export interface MesAlertRows {
  /** Begin of the names of all alerts, in UpperCamelCase. */
  readonly prefix: string;
  readonly services: ServiceLimits;
  readonly gateway: GatewayLimits;

  /** The gateway, and what traces, logs and pages need: there is none of it. */
  readonly programs: ProgramLimits;
  readonly jaeger: JaegerLimits;
  readonly kafka: KafkaLimits;
  readonly postgresql: PostgresLimits;
  readonly redis: RedisLimits;
  readonly elasticsearch: ElasticsearchLimits;
}
