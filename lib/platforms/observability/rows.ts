import { Timings } from '../../constructs/pods/probe';
import { RolloutRow } from '../store-rows';

/** File of the table. */
export const TABLE = 'lib/platforms/observability/config.ts';

/** Everything that watches: what its table must say. */
export interface ObservabilityRows {
  readonly name: string;

  /** Programs that keep nothing. */
  readonly tools: RolloutRow & { readonly probes: Timings };
}
