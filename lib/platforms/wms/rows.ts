import { Timings } from '../../constructs/pods/probe';
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

  /** Exporters and the web interface. */
  readonly tools: RolloutRow & { readonly probes: Timings };
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

  /** Numeric user and group of the image. */
  readonly user: number;
  readonly storage: PerEnv<Bytes>;
  readonly resources: PerEnv<Resources>;

  /** Largest size of a folder for temporary files. */
  readonly scratch: Bytes;

  /** How often a server is asked; `startup` includes the recovery after a crash. */
  readonly probes: Timings;

  /** Time that a server must be ready before the next one is replaced. */
  readonly minReady: Duration;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;
  readonly exporter: ExporterRow;
}

/** A metrics exporter. */
export interface ExporterRow {
  readonly image: ImageRow;

  /** Numeric user and group, where it runs in a pod of its own. */
  readonly user: number;
  readonly resources: PerEnv<Resources>;
}

/** MongoDB. */
export interface MongoRow extends StoreRow {
  readonly members: PerEnv<number>;
  readonly replicaSet: string;

  /** Memory of the storage engine's cache, well below the memory limit. */
  readonly cache: PerEnv<Bytes>;

  /** User that the set is founded with. */
  readonly rootUser: string;

  /** User that services log in as, and the database that knows it. */
  readonly serviceUser: { readonly name: string; readonly database: string };

  /** User of the metrics exporter. */
  readonly exporterUser: string;
}

/** Kafka, in KRaft mode. */
export interface KafkaRow extends StoreRow, Replication {
  readonly jmxAgent: { readonly image: ImageRow; readonly jar: string; readonly resources: PerEnv<Resources> };
  readonly brokers: PerEnv<number>;

  /** Controllers of their own; none where the one broker is its own controller. */
  readonly controllers: PerEnv<number>;
  readonly controllerStorage: PerEnv<Bytes>;
  readonly controllerResources: PerEnv<Resources>;

  /** Identifies the cluster for ever; public. */
  readonly clusterId: PerEnv<string>;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;
  readonly retention: Duration;
  readonly segment: Bytes;

  /** Version of the protocol that the exporter speaks. */
  readonly protocolVersion: string;
}

/** Temporal: server, tools and web interface. */
export interface TemporalRow {
  readonly image: ImageRow;
  readonly adminToolsImage: ImageRow;

  /** Numeric user and group of the images. */
  readonly user: number;

  /** Pods of each of the four roles. */
  readonly replicas: PerEnv<number>;
  readonly resources: PerEnv<Resources>;

  /** Fixed for ever by the first start. */
  readonly numHistoryShards: number;

  /** Role and database that PostgreSQL knows it by. */
  readonly role: string;
  readonly database: string;

  /** Database of visibility, kept at the current schema beside Elasticsearch. */
  readonly visibilityDatabase: string;

  /** Index of visibility in Elasticsearch, and the user who may write it. */
  readonly index: string;
  readonly indexUser: string;

  /** Connections to PostgreSQL that one process may open, and may keep open when idle. */
  readonly maxConns: number;
  readonly maxIdleConns: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly drain: Duration;
  readonly probes: Timings;
  readonly rollout: RolloutRow;
  readonly ui: { readonly image: ImageRow; readonly user: number; readonly resources: PerEnv<Resources> };
}

/** PostgreSQL. */
export interface PostgresRow extends StoreRow {
  readonly superuser: string;

  /** Settings by the names of `postgresql.conf`. */
  readonly settings: Readonly<Record<string, PerEnv<string>>>;
  readonly maxConnections: PerEnv<number>;

  /** Shared memory of parallel queries. */
  readonly sharedMemory: Bytes;
}

/** Elasticsearch. */
export interface ElasticsearchRow extends StoreRow {
  readonly nodes: PerEnv<number>;
  readonly clusterName: string;
  readonly drain: Duration;
  readonly exporterUser: string;

  /** Time for one answer to the exporter. */
  readonly exporterTimeout: Duration;

  /** Lives of the certificates; one is renewed before the other ends. */
  readonly authority: { readonly duration: Duration; readonly renewBefore: Duration };
  readonly certificate: { readonly duration: Duration; readonly renewBefore: Duration };
}

/** Jobs that prepare something. */
export interface JobRow {
  readonly resources: PerEnv<Resources>;

  /** Tries after the first, each in a new pod. */
  readonly backoffLimit: number;

  /** Time for all tries together. */
  readonly deadline: Duration;

  /** Time for one try, in which a server may still be starting. */
  readonly wait: Duration;

  /** Time between two questions to a server that does not answer yet. */
  readonly pause: Duration;

  /** Time for one answer of a server. */
  readonly callTimeout: Duration;
  readonly scratch: Bytes;
  readonly terminationGrace: Duration;
}

/** How pods without data are replaced. */
export interface RolloutRow {
  readonly terminationGrace: Duration;
  readonly minReady: Duration;
  readonly progressDeadline: Duration;
}

/** Pods of other bundles that this platform meets. */
export interface PeerRows {
  readonly otlpCollector: { readonly namespace: string; readonly name: string; readonly port: number };
  readonly prometheus: { readonly namespace: string; readonly name: string };
}
