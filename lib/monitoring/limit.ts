import { Duration } from '../model/duration';

/** A bound, and the time that something must be beyond it before somebody is told. */
export interface Limit {
  /** Last value that is still fine, a whole number in the unit of what is counted. */
  readonly bound: number;
  readonly for: Duration;
}

/** A share of a whole, and the time that something must be beyond it before somebody is told. */
export interface ShareLimit {
  /** Last share that is still fine, in whole percent. */
  readonly percent: number;
  readonly for: Duration;
}

/** The share as PromQL compares it: between 0 and 1. */
export const shareOf = ({ percent }: ShareLimit): number => percent / 100;
