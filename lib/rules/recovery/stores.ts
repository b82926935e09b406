import { RPO_ANNOTATION } from '../../model/rpo-annotation';
import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { containersOf, PodTemplate, podTemplates } from '../views/pods';
import { DEFAULT_NAMESPACE } from '../views/network-policies';

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

/** A server with data that only it has. */
export interface Store {
  readonly object: RenderedObject;
  readonly pod: PodTemplate;
  readonly namespace: string;
  readonly engine: Engine;

  /** Its own name and those of the Services that lead to it. */
  readonly names: readonly string[];

  /** What may be lost, as it is annotated. */
  readonly rpo: string | undefined;
}

/** Every database whose data is on a volume that outlives its pod, but for those whose data may be lost. */
export const stores: View<readonly Store[]> = (index) => {
  const databases = index.view(podTemplates).filter((pod) => keepsData(pod) && engineOf(pod) !== undefined);
  return databases.flatMap((pod): Store[] => {
    const { owner, namespace = DEFAULT_NAMESPACE } = pod;
    const { metadata } = owner.manifest;
    const engine = engineOf(pod);
    const rpo = metadata.annotations?.[RPO_ANNOTATION];
    if (!engine || rpo === 'none') return [];
    const services = index.ofKind('Service').filter(({ manifest }) => {
      const { selector } = (manifest['spec'] ?? {}) as { selector?: Readonly<Record<string, string>> };
      return (
        (manifest.metadata.namespace ?? DEFAULT_NAMESPACE) === namespace &&
        selector !== undefined &&
        Object.entries(selector).every(([key, value]) => pod.labels[key] === value)
      );
    });
    const names = [metadata.name, ...services.map(({ manifest }) => manifest.metadata.name)];
    return [{ object: owner, pod, namespace, engine, names, rpo }];
  });
};

function keepsData({ owner: { manifest }, spec }: PodTemplate): boolean {
  if (manifest.kind !== 'StatefulSet' && manifest.kind !== 'Deployment') return false;
  const { volumeClaimTemplates = [] } = (manifest['spec'] ?? {}) as { volumeClaimTemplates?: readonly object[] };
  return volumeClaimTemplates.length > 0 || (spec.volumes ?? []).some((volume) => volume.persistentVolumeClaim);
}

/** The database that a pod runs: one that listens, not one whose tools are used. */
function engineOf(pod: PodTemplate): Engine | undefined {
  for (const { init, container } of containersOf(pod)) {
    if (init) continue;
    const path = (container.image ?? '').replace(/@.*$/, '').replace(/:[^/:]*$/, '');
    const name = path.slice(path.lastIndexOf('/') + 1);
    const engine = engines.find(({ image }) => image.test(name));
    if (engine) return engine;
  }
  return undefined;
}
