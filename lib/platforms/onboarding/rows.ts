import { Timings } from '../../constructs/pods/probe';
import { Duration } from '../../model/duration';
import { GuardRow } from '../../model/edge';
import { PerEnv } from '../../model/environment';
import { ImageRow } from '../../model/image';
import { Bytes, Resources } from '../../model/quantity';
import { Scale } from '../../model/scale';
import { ScaleDown } from '../../model/service';
import { TopicRow } from '../../model/topic';
import { KafkaLimits } from '../../monitoring/alerts/kafka-alerts';
import { PostgresLimits } from '../../monitoring/alerts/postgres-alerts';
import { RedisLimits } from '../../monitoring/alerts/redis-alerts';
import { WorkflowLimits } from '../../monitoring/alerts/workflow-alerts';
import { KafkaLoginRow } from '../kafka-login-row';
import { RedisRow } from '../redis-row';
import { JobRow, KafkaRow, PostgresRow, RolloutRow } from '../store-rows';

/** File of the table. */
export const TABLE = 'lib/platforms/onboarding/config.ts';

/** The onboarding workflow engine: what its table must say. */
export interface OnboardingRows {
  readonly name: string;

  /** Namespace of all of it. */
  readonly namespace: string;
  readonly workflow: WorkflowRow;
  readonly database: DatabaseRow;
  readonly topics: Readonly<Record<string, TopicRow>>;
  readonly kafka: KafkaRow & { readonly login: KafkaLoginRow };
  readonly postgresql: PostgresRow;

  /** The cache, and whether there is one. */
  readonly redis: RedisRow & { readonly enabled: PerEnv<boolean> };
  readonly jobs: JobRow;

  /** The exporter of Kafka. */
  readonly tools: RolloutRow & { readonly probes: Timings };
  readonly alerts: AlertRows;
}

/** The engine. */
export interface WorkflowRow {
  /** Name of its objects, and of the image in the environment's registry. */
  readonly name: string;

  /** Version of the image, an exact tag: of the program and of its migrations. */
  readonly version: PerEnv<string>;

  /** Numeric user and group of the image. */
  readonly user: number;

  /** Ports of the container, and those of the Service that lead to them. */
  readonly ports: { readonly http: number; readonly management: number };
  readonly servicePorts: { readonly http: number; readonly management: number };
  readonly scale: PerEnv<Scale>;
  readonly resources: PerEnv<Resources>;

  /** CPU use aimed at, in whole percent of the request. Memory is no measure: a JVM's heap does not shrink. */
  readonly cpuPercent: number;
  readonly scaleDown: ScaleDown;

  /** Heap in whole percent of the memory limit, and the pause of its collector that is aimed at, in milliseconds. */
  readonly heapPercent: number;
  readonly maxPauseMs: number;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;
  readonly probes: Timings;

  /** Time that a pod goes on serving after it was told to end, and time for what is in work after that. */
  readonly drain: Duration;
  readonly shutdown: Duration;
  readonly rollout: RolloutRow;
  readonly public: PublicRow;
  readonly pool: PoolRow;
  readonly consumer: ConsumerRow;

  /** Bytes of a batch, and how long a message waits for others, in milliseconds. */
  readonly producer: { readonly batchBytes: PerEnv<number>; readonly bufferBytes: number; readonly lingerMs: number };

  /** Settings of the engine itself, by the names of its variables. */
  readonly settings: Readonly<Record<string, PerEnv<string>>>;

  /** How much longer each next try of a step waits. */
  readonly backoffMultiplier: number;

  /** Level of the log by package. */
  readonly logLevels: Readonly<Record<string, PerEnv<string>>>;
}

/** How the internet reaches the engine. */
export interface PublicRow {
  /** Host below the environment's domain. */
  readonly exposes: string;

  /** Paths for everybody. */
  readonly path: `/${string}`;

  /** Paths for those who keep the engine running, on the same port. */
  readonly admin: { readonly path: `/${string}`; readonly guard: PerEnv<GuardRow> };
}

/** Connections of one pod to the database. */
export interface PoolRow {
  readonly size: number;
  readonly idle: number;
  readonly idleTimeout: Duration;
  readonly maxLifetime: Duration;
  readonly connectionTimeout: Duration;
  readonly validationTimeout: Duration;
  readonly leakDetection: Duration;
}

/** How the engine reads its topics: all pods are one group. */
export interface ConsumerRow {
  readonly group: string;

  /** Threads of one pod for each topic. */
  readonly concurrency: PerEnv<number>;

  /** Topic of the commands: no thread may be without a partition of it. */
  readonly commands: string;

  /** Other topics, each with the number of threads that get no partition at full scale: accepted by writing it down. */
  readonly others: Readonly<Record<string, PerEnv<number>>>;
  readonly maxPollRecords: PerEnv<number>;
  readonly fetchMinSize: `${number}MB`;
  readonly fetchMaxWait: PerEnv<`${number}ms`>;
}

/** The engine's database. */
export interface DatabaseRow {
  readonly name: string;

  /** Role that owns it and that the engine logs in as. */
  readonly role: string;
  readonly extensions: readonly string[];

  /** The tool that migrates its schema, and the folder of the engine's image that holds the migrations. */
  readonly flyway: { readonly image: ImageRow; readonly folder: `/${string}`; readonly user: number };
}

/** When somebody is told that something is not well. */
export interface AlertRows {
  /** Begin of the names of all alerts, in UpperCamelCase. */
  readonly prefix: string;
  readonly workflow: WorkflowLimits;
  readonly kafka: KafkaLimits;
  readonly postgresql: PostgresLimits;
  readonly redis: RedisLimits;
}
