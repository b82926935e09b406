import { Timings } from '../constructs/pods/probe';
import { JobTries } from '../constructs/workloads/job-spec';
import { Duration } from '../model/duration';
import { PerCluster, PerEnv } from '../model/environment';
import { ImageRow } from '../model/image';
import { MirrorRow } from '../model/kafka-mirror';
import { Bytes, Resources } from '../model/quantity';
import { ChartedProvision, ExternalServer, ExternalServers, ExternalStore, Provision } from '../model/store';
import { Replication } from '../model/topic';

/** What all servers that keep data on a volume have. */
export interface VolumeRow {
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
}

/** A server that keeps data, and reports metrics by an exporter. */
export interface StoreRow extends VolumeRow {
  readonly exporter: ExporterRow;
}

/** A metrics exporter. */
export interface ExporterRow {
  readonly image: ImageRow;
  readonly resources: PerEnv<Resources>;
}

/** A program in a pod of its own. */
export interface ToolRow extends ExporterRow {
  /** Numeric user and group of the image. */
  readonly user: number;
}

/** A server whose data are dumped and kept outside of the cluster. */
export interface BackupRow {
  /**
   * Largest size of a dump. A dump that outgrows it fails, and so does the promise of how soon it is back: the row is
   * refused where that time is too long.
   */
  readonly dumpSize: PerEnv<Bytes>;
}

/** MongoDB. */
export interface MongoRow extends StoreRow {
  /** Who runs it. The other rows are about the one that we run. */
  readonly provision: PerEnv<ChartedProvision<ExternalStore>>;
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

  /** Its dump, the user who may read everything, and the one who may do anything to put it back, by a role. */
  readonly backup: BackupRow & { readonly reader: string; readonly writer: string; readonly writerRole: string };
}

/** Kafka, in KRaft mode. */
export interface KafkaRow extends StoreRow, Replication {
  /** Who runs it. Topics, the exporter and a mirror are ours in any case. */
  readonly provision: PerEnv<ChartedProvision<ExternalServers>>;
  readonly exporter: ToolRow;
  readonly jmxAgent: { readonly image: ImageRow; readonly jar: string; readonly resources: PerEnv<Resources> };
  readonly brokers: PerEnv<number>;

  /** Controllers of their own; none where the one broker is its own controller. */
  readonly controllers: PerEnv<number>;
  readonly controllerStorage: PerEnv<Bytes>;
  readonly controllerResources: PerEnv<Resources>;

  /** Identifies the cluster for ever; public. */
  readonly clusterId: PerCluster<string>;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;
  readonly retention: Duration;
  readonly segment: Bytes;

  /** Version of the protocol that the exporter speaks. */
  readonly protocolVersion: string;

  /** Whether topics are copied to another cluster or from it, and how. */
  readonly mirror: PerEnv<false | MirrorRow>;
}

/** Temporal: server, tools and web interface. */
export interface TemporalRow {
  /** Who runs it. Of an external one its stores are not ours, either; its namespaces are. */
  readonly provision: PerEnv<ChartedProvision<ExternalServer>>;
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
  readonly ui: ToolRow;
}

/** PostgreSQL. */
export interface PostgresRow extends StoreRow {
  /** Who runs it. Its superuser, that user's password and what Jobs make with them are ours in any case. */
  readonly provision: PerEnv<Provision<ExternalServer>>;
  readonly backup: BackupRow;
  readonly superuser: string;

  /** Settings by the names of `postgresql.conf`. */
  readonly settings: Readonly<Record<string, PerEnv<string>>>;
  readonly maxConnections: PerEnv<number>;

  /** Shared memory of parallel queries. */
  readonly sharedMemory: Bytes;
}

/** Elasticsearch. */
export interface ElasticsearchRow extends StoreRow {
  readonly exporter: ToolRow;
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

/** How pods without data are replaced. */
export interface RolloutRow {
  readonly terminationGrace: Duration;
  readonly minReady: Duration;
  readonly progressDeadline: Duration;
}

/** Jobs that prepare something. */
export interface JobRow extends JobTries {
  readonly resources: PerEnv<Resources>;

  /** Time for one try, in which a server may still be starting. */
  readonly wait: Duration;

  /** Time between two questions to a server that does not answer yet. */
  readonly pause: Duration;

  /** Time for one answer of a server. */
  readonly callTimeout: Duration;
  readonly scratch: Bytes;
  readonly terminationGrace: Duration;
}
