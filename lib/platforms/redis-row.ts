import { Eviction } from '../constructs/redis/redis-config';
import { PerEnv } from '../model/environment';
import { Bytes } from '../model/quantity';
import { ExternalServer, Provision } from '../model/store';
import { StoreRow } from './store-rows';

/** Redis. */
export interface RedisRow extends StoreRow {
  /** Who runs it; what it keeps can be made again. */
  readonly provision: PerEnv<Provision<ExternalServer>>;

  /** Memory that keys may take, below the memory limit. */
  readonly maxMemory: PerEnv<Bytes>;
  readonly eviction: Eviction;
}
