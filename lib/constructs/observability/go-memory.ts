import { bytes, Resources } from '../../model/quantity';
import { Env } from '../pods/env';

/** Part of the memory limit from which Go's collector works harder, in whole percent: the rest is not its heap. */
const SOFT_LIMIT_PERCENT = 80;

/** Variables by which a Go program stays below the memory limit of its container, instead of being killed at it. */
export function goMemory({ limits }: Resources): Env {
  return { GOMEMLIMIT: `${Math.floor((bytes(limits.memory) * SOFT_LIMIT_PERCENT) / 100 / 1024 ** 2)}MiB` };
}
