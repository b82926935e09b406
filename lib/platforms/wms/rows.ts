import { Duration } from '../../model/duration';
import { PerEnv } from '../../model/environment';
import { ImageRow } from '../../model/image';
import { Bytes, Resources } from '../../model/quantity';
import { ServiceRow } from '../../model/service';
import { Replication, TopicRow } from '../../model/topic';

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
  readonly temporalNamespaces: Readonly<Record<string, { readonly retention: Duration; readonly description: string }>>;
  readonly mongodb: MongoRow;
  readonly kafka: KafkaRow;
  readonly temporal: TemporalRow;
  readonly postgresql: PostgresRow;
  readonly elasticsearch: ElasticsearchRow;
  readonly jobs: JobRow;
  readonly peers: PeerRows;
}

/** What all services of the platform share, because their images do. */
export interface ServiceDefaults {
  /** Folder of the images in the environment's registry. */
  readonly imageFolder: string;

  /** Numeric user of the images. */
  readonly user: number;
  readonly startup: CheckRow;
  readonly readiness: CheckRow;
  readonly liveness: CheckRow;

  /** HTTP path of metrics, on the service's own port. */
  readonly metricsPath: string;

  /** Time that a pod goes on serving after it was told to end. */
  readonly drain: Duration;
  readonly minReady: Duration;
  readonly progressDeadline: Duration;

  /** CPU use aimed at, in whole percent of the request. */
  readonly cpuPercent: number;

  /** Memory use aimed at, in whole percent of the request. */
  readonly memoryPercent: number;
}

/** An HTTP path, how often it is asked and how many failures in a row count. */
export interface CheckRow {
  readonly path: string;
  readonly period: Duration;
  readonly timeout: Duration;
  readonly failures: number;
}

/** What all servers that keep data have. */
export interface StoreRow {
  readonly image: ImageRow;
  readonly user: number;
  readonly storage: PerEnv<Bytes>;
  readonly resources: PerEnv<Resources>;
  readonly terminationGrace: Duration;
  readonly exporter: ExporterRow;
}

/** A metrics exporter. */
export interface ExporterRow {
  readonly image: ImageRow;
  readonly user: number;
  readonly resources: PerEnv<Resources>;
}

export interface MongoRow extends StoreRow {
  readonly members: PerEnv<number>;
  readonly replicaSet: string;

  /** Memory of the storage engine's cache, well below the memory limit. */
  readonly cache: PerEnv<Bytes>;

  /** User that services log in as, and the database that knows it. */
  readonly serviceUser: { readonly name: string; readonly database: string };
}

export interface KafkaRow extends StoreRow, Replication {
  readonly jmxAgentImage: ImageRow;
  readonly brokers: PerEnv<number>;

  /** Controllers of their own; none where the one broker is its own controller. */
  readonly controllers: PerEnv<number>;
  readonly controllerStorage: PerEnv<Bytes>;
  readonly controllerResources: PerEnv<Resources>;
  readonly clusterId: PerEnv<string>;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;
  readonly retention: Duration;
  readonly segment: Bytes;
}

export interface TemporalRow {
  readonly image: ImageRow;
  readonly adminToolsImage: ImageRow;
  readonly user: number;
  readonly replicas: PerEnv<number>;
  readonly resources: PerEnv<Resources>;

  /** Fixed for ever by the first start. */
  readonly historyShards: number;

  /** Connections to PostgreSQL that one process may open. */
  readonly maxConns: number;
  readonly terminationGrace: Duration;
  readonly drain: Duration;
  readonly ui: { readonly image: ImageRow; readonly user: number; readonly resources: PerEnv<Resources> };
}

export interface PostgresRow extends StoreRow {
  readonly settings: Readonly<Record<string, PerEnv<string>>>;
  readonly maxConnections: PerEnv<number>;
}

export interface ElasticsearchRow extends StoreRow {
  readonly nodes: PerEnv<number>;
}

/** Jobs that prepare something. */
export interface JobRow {
  readonly resources: PerEnv<Resources>;
  readonly backoffLimit: number;
  readonly deadline: Duration;
}

/** Pods of other bundles that this platform meets. */
export interface PeerRows {
  readonly otlpCollector: { readonly namespace: string; readonly name: string; readonly port: number };
  readonly prometheus: { readonly namespace: string; readonly name: string };
}
