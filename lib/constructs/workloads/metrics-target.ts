import { Duration } from '../../model/duration';
import { MetricsPage, Workload } from './workload';

/** A workload that reports metrics, for a scraper to be admitted to. */
export interface MetricsTarget extends MetricsPage {
  readonly workload: Workload;

  /**
   * Whether labels that series carry themselves win over those of the scrape: for a program that reports on others.
   *
   * @default false
   */
  readonly honorLabels?: boolean;

  /**
   * Time between two scrapes, at least the time for one.
   *
   * @default - the scraper's own
   */
  readonly interval?: Duration;
}
