import { SecretKey } from '../pods/env';

/** The PostgreSQL database that holds all workflows. */
export interface TemporalPersistence {
  /** Host name of the server. */
  readonly host: string;

  /** Port of the server. */
  readonly port: number;

  /** Name of the database. */
  readonly database: string;

  /** Role that owns the databases. */
  readonly user: string;

  /** Password of the role. */
  readonly password: SecretKey;

  /** Most connections of one pod to one database. */
  readonly maxConns: number;

  /** Connections that a pod keeps open to one database while it has nothing to do. */
  readonly maxIdleConns: number;

  /** Connections that the server leaves to this cluster, all pods together. */
  readonly availableConns: number;

  /** Time for a connection to be made, in seconds. */
  readonly connectTimeoutSeconds: number;
}

/** Where workflows are looked for: exactly one place. */
export type TemporalVisibility = PostgresVisibility | ElasticsearchVisibility;

/** A second database on the server that holds the workflows. */
export interface PostgresVisibility {
  readonly kind: 'postgres';

  /** Name of the database. */
  readonly database: string;
}

/** An index of an Elasticsearch cluster, reached over TLS. */
export interface ElasticsearchVisibility {
  readonly kind: 'elasticsearch';

  /** `https://host:port`. */
  readonly url: string;

  /** Name of the index. */
  readonly index: string;
  readonly user: string;

  /** Password of the user. */
  readonly password: SecretKey;

  /** Certificate of the authority that signed the server's. */
  readonly ca: SecretKey;
}

/** Connections to PostgreSQL that one pod may open: a pool for each database. */
export function connsOfOnePod(persistence: TemporalPersistence, visibility: TemporalVisibility): number {
  return persistence.maxConns * (visibility.kind === 'postgres' ? 2 : 1);
}
