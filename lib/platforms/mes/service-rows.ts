import { ServiceRow } from '../../model/service';

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
