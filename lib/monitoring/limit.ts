import { Duration } from '../model/duration';

/** A bound, and the time that something must be beyond it before somebody is told. */
export interface Limit {
  /** First value that is still fine; a share of a whole is between 0 and 1. */
  readonly bound: number;
  readonly for: Duration;
}
