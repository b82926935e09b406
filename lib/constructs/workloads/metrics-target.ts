import { Workload } from './workload';

/** A workload that reports metrics, for a scraper to be admitted to. */
export interface MetricsTarget {
  readonly workload: Workload;

  /** Port that the container answers on, under `/metrics`. */
  readonly port: number;
}
