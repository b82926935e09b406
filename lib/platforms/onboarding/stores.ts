import { RedisAccess } from '../../constructs/redis/redis';
import { Kafka } from '../kafka';
import { Database } from './database';

/** What the engine connects to, as it is in this environment. */
export interface Stores {
  readonly database: Database;
  readonly kafka: Kafka;

  /** @default - no cache */
  readonly redis?: RedisAccess;
}
