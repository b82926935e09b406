import { Container } from './pod-spec';

/** A kind of database. */
export interface Engine {
  readonly name: string;

  /** Last part of the image's path, without its tag. */
  readonly image: RegExp;

  /** Commands that read all of its data. */
  readonly dump: RegExp;

  /** Commands that put data back. */
  readonly restore: RegExp;
}

/** Databases that have the only copy of what is in them. Kafka, Elasticsearch and caches are replicated or made anew. */
export const engines: readonly Engine[] = [
  {
    name: 'PostgreSQL',
    image: /^(?:postgres|postgresql|postgresql-repmgr|timescaledb|timescaledb-ha|postgis|pgvector|spilo-\d+)$/,
    dump: /\b(?:pg_dump|pg_dumpall|pg_basebackup|wal-g|pgbackrest|barman)\b/,
    restore: /\b(?:pg_restore|psql|wal-g|pgbackrest|barman)\b/,
  },
  {
    name: 'MongoDB',
    image: /^(?:mongo|mongodb|mongodb-community-server|mongodb-enterprise-server|percona-server-mongodb)$/,
    dump: /\b(?:mongodump|pbm)\b/,
    restore: /\b(?:mongorestore|pbm)\b/,
  },
  {
    name: 'MySQL',
    image: /^(?:mysql|mysql-server|mariadb|mariadb-galera|percona|percona-server|percona-xtradb-cluster)$/,
    dump: /\b(?:mysqldump|mysqlpump|mydumper|mariadb-dump|xtrabackup|mariabackup|mariadb-backup)\b/,
    restore: /\b(?:mysql|mariadb|myloader|xtrabackup|mariabackup|mariadb-backup)\b/,
  },
  {
    name: 'etcd',
    image: /^etcd$/,
    dump: /\betcdctl\b[^\n]*\bsnapshot save\b/,
    restore: /\betcd(?:ctl|utl)\b[^\n]*\bsnapshot restore\b/,
  },
];

/** The database of which a container's image is the server; undefined for its tools and exporters. */
export function engineOf({ image: reference = '' }: Container): Engine | undefined {
  const path = reference.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return engines.find(({ image }) => image.test(name));
}
