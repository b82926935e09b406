import { Duration } from '../../model/duration';
import { ServiceRow } from '../../model/service';
import { CheckRow } from '../wms/rows';

/**
 * A service. Each has a database and a user of its own, sends logs and traces, and connects to Kafka: only what differs
 * is a row.
 */
export interface MesServiceRow extends Omit<ServiceRow, 'uses' | 'taskQueue' | 'exposes' | 'database'> {
  /** Its database, and the user who owns it. */
  readonly database: string;

  /** Whether it keeps sessions or answers in Redis. */
  readonly caches: boolean;

  /** How the gateway passes requests on to it. */
  readonly route: RouteRow;
}

/** How requests from outside reach a service. */
export interface RouteRow {
  /** Begin of its paths: `/api/v1/quality`. */
  readonly path: string;

  /** Paths below it that ask for no token. */
  readonly open: readonly string[];

  /** Most requests from one address in a minute. */
  readonly requestsPerMinute: number;
}

/** What all services share, because their images do. */
export interface MesServiceDefaults {
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
