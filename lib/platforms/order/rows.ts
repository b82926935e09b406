import { Timings } from '../../constructs/pods/probe';
import { HttpCheck } from '../../constructs/workloads/service-pod';
import { Duration } from '../../model/duration';
import { PerCluster, PerEnv } from '../../model/environment';
import { Bytes, Resources } from '../../model/quantity';
import { Scale } from '../../model/scale';
import { ScaleDown } from '../../model/service';
import { TopicRow } from '../../model/topic';
import { ElasticsearchLimits } from '../../monitoring/alerts/elasticsearch-alerts';
import { KafkaLimits } from '../../monitoring/alerts/kafka-alerts';
import { KeycloakLimits } from '../../monitoring/alerts/keycloak-alerts';
import { PostgresLimits } from '../../monitoring/alerts/postgres-alerts';
import { ProgramLimits } from '../../monitoring/alerts/program-alerts';
import { ServiceLimits } from '../../monitoring/alerts/service-alerts';
import { ServiceDefaults } from '../service-defaults';
import { ElasticsearchRow, JobRow, KafkaRow, PostgresRow, RolloutRow } from '../store-rows';
import { KeycloakRow, SchemaRegistryRow, ServiceName } from './server-rows';

/** File of the table. */
export const TABLE = 'lib/platforms/order/config.ts';

/** The event-sourced order platform: what its table must say. */
export interface OrderRows {
  readonly name: string;
  readonly namespace: string;

  /** The services. Each has a client of its own name in the realm, where it uses Keycloak. */
  readonly services: Readonly<Record<ServiceName, OrderServiceRow>>;
  readonly serviceDefaults: OrderServiceDefaults;

  /** Settings that every service reads, by the names of Spring Boot, beyond what follows from other rows. */
  readonly settings: Readonly<Record<string, PerEnv<string>>>;
  readonly gateway: GatewayRow;
  readonly commands: CommandRow;
  readonly queries: QueryRow;
  readonly topics: Readonly<Record<string, TopicRow>>;
  readonly kafka: KafkaRow;
  readonly schemaRegistry: SchemaRegistryRow;
  readonly postgresql: PostgresRow;
  readonly elasticsearch: ElasticsearchRow;
  readonly keycloak: KeycloakRow;

  /** The server of Keycloak's database. */
  readonly keycloakPostgresql: PostgresRow;
  readonly jobs: JobRow;

  /** Exporters. */
  readonly tools: RolloutRow & { readonly probes: Timings };
  readonly alerts: AlertRows;
}

/** Something of the platform that services connect to. */
export type Backend = 'postgresql' | 'kafka' | 'schema-registry' | 'elasticsearch' | 'keycloak' | 'otlp';

/** A service and all its connections. */
export interface OrderServiceRow {
  /** Port of its Service; its container has that of `serviceDefaults`. */
  readonly port: number;

  /** Version of the image, an exact tag. */
  readonly version: PerEnv<string>;
  readonly scale: PerEnv<Scale>;
  readonly resources: PerEnv<Resources>;

  /** Failures of the startup check in a row that are waited for: how long a start may take. */
  readonly startupFailures: number;

  /** Stores and servers that it connects to. */
  readonly uses: readonly Backend[];

  /** Topics that it writes. */
  readonly publishes: readonly string[];

  /** Topics that it reads, each with the number of pods that get no partition at full scale. */
  readonly consumes: Readonly<Record<string, PerEnv<number>>>;

  /** Services that it sends requests to. */
  readonly calls: readonly string[];

  /** Time from the request to end until the kill. */
  readonly terminationGrace: `${number}s`;

  /** How fast it shrinks; it grows at once. */
  readonly scaleDown: ScaleDown;
}

/** What all services of the platform share, because their images do. Memory is no measure of a JVM's load. */
export interface OrderServiceDefaults extends Omit<ServiceDefaults, 'startup' | 'memoryPercent'> {
  /** Port of the containers. */
  readonly port: number;

  /** How often a start is asked; `startupFailures` of a service is how long it may take. */
  readonly startup: Omit<HttpCheck, 'failures'>;

  /** Path of the metrics. */
  readonly metrics: string;

  /** Time that requests in flight are waited for after `drain`; both together are shorter than the shortest grace. */
  readonly shutdown: `${number}s`;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;
}

/** What the gateway alone has. */
export interface GatewayRow {
  /** Full name of its host on the internet; `false` keeps it inside. */
  readonly host: PerCluster<string | false>;

  /** Requests that one client may send in a minute. */
  readonly requestsPerMinute: PerEnv<number>;

  /** Origins of web pages that may call it, comma-separated. */
  readonly corsOrigins: PerEnv<string>;
}

/** What the command service alone has. */
export interface CommandRow {
  /** Its database: the event store. */
  readonly database: PerEnv<string>;

  /** Connections to it that one pod may open. */
  readonly poolSize: PerEnv<number>;

  /** Events of one order after which its state is stored as a whole. */
  readonly snapshotInterval: number;

  /** Time between two readings of the outbox: events are stored there with the state, and sent from there. */
  readonly outboxInterval: Duration;
}

/** What the query service alone has. */
export interface QueryRow {
  /** Application id of Kafka Streams: its group, and the begin of its internal topics. */
  readonly applicationId: PerEnv<string>;
  readonly processingGuarantee: 'exactly_once_v2' | 'at_least_once';

  /** Threads of one pod that work on partitions. */
  readonly threads: PerEnv<number>;

  /** Index of the read model in Elasticsearch, and the user who may write it. */
  readonly index: string;
  readonly indexUser: string;

  /** Size of the state of one pod, and whether it outlives the pod on a volume. It can be read again from the topics. */
  readonly state: PerEnv<{ readonly size: Bytes; readonly kept: boolean }>;
}

/** When somebody is told that something is not well. */
export interface AlertRows {
  /** Begin of the names of all alerts, in UpperCamelCase. */
  readonly prefix: string;
  readonly services: ServiceLimits;

  /** Keycloak and the registry of schemas: there is none of them. */
  readonly programs: Pick<ProgramLimits, 'needed'>;
  readonly keycloak: KeycloakLimits;
  readonly kafka: KafkaLimits;
  readonly postgresql: PostgresLimits;
  readonly elasticsearch: ElasticsearchLimits;
}
