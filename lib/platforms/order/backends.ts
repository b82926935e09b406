import { SchemaRegistry } from '../../constructs/kafka/schema-registry';
import { PostgresAccess } from '../../constructs/postgresql/postgres';
import { Kafka } from '../kafka';
import { Identity } from './keycloak';
import { ReadModel } from './read-model';

/** What services connect to, as it is in this environment. */
export interface Backends {
  readonly kafka: Kafka;
  readonly schemaRegistry: SchemaRegistry;
  readonly postgresql: PostgresAccess;
  readonly readModel: ReadModel;
  readonly keycloak: Identity;
}
