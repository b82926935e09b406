import { SchemaCompatibility } from '../../constructs/kafka/schema-registry';
import { KeycloakClient } from '../../constructs/keycloak/keycloak-realm';
import { Timings } from '../../constructs/pods/probe';
import { PerEnv } from '../../model/environment';
import { ImageRow } from '../../model/image';
import { Bytes, Resources } from '../../model/quantity';
import { RolloutRow, ToolRow } from '../store-rows';

/** Services, each of which has rows of its own kind beside those that all have. */
export type ServiceName = 'api-gateway' | 'order-command-service' | 'order-query-service';

/** The registry of schemas. */
export interface SchemaRegistryRow extends ToolRow {
  readonly replicas: PerEnv<number>;
  readonly compatibility: SchemaCompatibility;
  readonly heapPercent: number;
  readonly scratch: Bytes;
  readonly probes: Timings;
  readonly rollout: RolloutRow;
}

/** Keycloak, and the realm that it begins with. */
export interface KeycloakRow {
  readonly image: ImageRow;

  /** Numeric user and group of the image. */
  readonly user: number;
  readonly replicas: PerEnv<number>;
  readonly resources: PerEnv<Resources>;

  /** Requests and limits while the program is compiled. */
  readonly buildResources: PerEnv<Resources>;
  readonly heapPercent: number;
  readonly scratch: Bytes;
  readonly adminUser: string;
  readonly database: string;

  /** Connections to it that one pod may open. */
  readonly poolSize: number;
  readonly realm: {
    readonly name: string;
    readonly roles: Readonly<Record<string, string>>;
    readonly clients: Readonly<Record<ServiceName, Pick<KeycloakClient, 'description' | 'logsPeopleIn'>>>;
    readonly accessTokenSeconds: number;
  };
  readonly probes: Timings;
  readonly rollout: RolloutRow;
}
