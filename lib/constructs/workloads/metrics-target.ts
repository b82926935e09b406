import { Workload } from './workload';

/** A workload that reports metrics, for a scraper to be admitted to. */
export interface MetricsTarget {
  readonly workload: Workload;

  /** Port that the container answers on. */
  readonly port: number;

  /** @default '/metrics' */
  readonly path?: string;
}
