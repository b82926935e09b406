import { Eviction } from '../constructs/redis/redis-config';
import { PerEnv } from '../model/environment';
import { Bytes } from '../model/quantity';
import { StoreRow } from './store-rows';

/** Redis. */
export interface RedisRow extends StoreRow {
  /** Memory that keys may take, below the memory limit. */
  readonly maxMemory: PerEnv<Bytes>;
  readonly eviction: Eviction;
}
