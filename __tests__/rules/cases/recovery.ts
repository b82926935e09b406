import { RuleCase } from './rule-case';

/** A database with a volume, by the fields of its StatefulSet. */
const store = (annotations = '', spec = '') => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: postgres, namespace: shop, annotations: { ${annotations} } }
spec:
  ${spec}
  serviceName: postgres
  selector: { matchLabels: { app: postgres } }
  template:
    metadata: { labels: { app: postgres } }
    spec: { containers: [{ name: postgres, image: 'postgres:16' }] }
  volumeClaimTemplates: [{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data }, spec: { storageClassName: fast } }]
`;

/** A CronJob that runs a line of shell, by the rest of its spec and of its pod's. */
const cronJob = (name: string, script: string, spec = "schedule: '0 * * * *'", pod = '') => `
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: ${name}, namespace: shop }
spec:
  ${spec}
  jobTemplate:
    spec:
      template:
        spec:
          ${pod}
          restartPolicy: Never
          containers: [{ name: run, image: 'example.com/tools:1', command: [sh, -c, '${script}'] }]
`;

const DUMP = 'pg_dump -h postgres -f /backup/shop.sql shop && find /backup -mtime +7 -delete';
const CLAIM = 'volumes: [{ name: backup, persistentVolumeClaim: { claimName: backups } }]';
const BACKUP = cronJob('postgres-backup', DUMP, undefined, CLAIM);
const RESTORE = 'pg_restore -h postgres -d shop /backup/shop.sql';
const SUSPENDED = "schedule: '0 0 1 1 *'\n  suspend: true";

/** What a CronJob that is gone leaves behind: its policies, its connections and its script. */
const LEFT_BEHIND = ['network/allowed-is-declared', 'network/selects-nothing', 'references/config-used'];

export const recoveryCases: Readonly<Record<string, RuleCase>> = {
  'recovery/backed-up-stores': {
    wrong: store(),
    right: store() + BACKUP,
    mutate: (bundle) => {
      bundle.remove('CronJob', 'mongodb-backup');
    },
    also: LEFT_BEHIND,
  },
  'recovery/kept-backups': {
    wrong: store() + cronJob('postgres-backup', DUMP, undefined, 'volumes: [{ name: backup, emptyDir: {} }]'),
    right: store() + BACKUP,
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'mongodb-backup', ({ data }) => {
        delete data['restic-backup.sh'];
        data['keep.sh'] = 'cp -r "$DUMP_FOLDER" /backup/kept && find /backup/kept -mtime +7 -delete';
      });
      const isKept = ({ name }: { name: string }) => name !== 'repository';
      bundle.edit('CronJob', 'mongodb-backup', ({ spec }) => {
        const pod = spec.jobTemplate.spec.template.spec;
        const [container] = pod.containers;
        container.command = ['sh', '/opt/backup/keep.sh'];
        container.env = container.env.filter(({ name }: { name: string }) => !/RESTIC|AWS/.test(name));
        container.volumeMounts = container.volumeMounts.filter(isKept);
        pod.volumes = pod.volumes.filter(isKept);
      });
    },
  },
  'recovery/punctual-backups': {
    wrong: store('platform-manifests/rpo: 30m') + BACKUP,
    right: store('platform-manifests/rpo: 1h') + BACKUP,
    mutate: (bundle) => {
      bundle.edit('CronJob', 'mongodb-backup', ({ spec }) => {
        spec.schedule = '0 */6 * * *';
      });
    },
  },
  'recovery/expiring-backups': {
    wrong: store() + cronJob('postgres-backup', 'pg_dump -h postgres -f /backup/shop.sql shop', undefined, CLAIM),
    right: store() + BACKUP,
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'mongodb-backup', ({ data }) => {
        data['restic-backup.sh'] = 'restic backup "$DUMP_FOLDER"';
      });
      bundle.edit('CronJob', 'mongodb-backup', ({ spec }) => {
        const [container] = spec.jobTemplate.spec.template.spec.containers;
        container.env = container.env.filter(({ name }: { name: string }) => !name.startsWith('KEEP_'));
      });
    },
  },
  'recovery/prepared-restores': {
    wrong: store() + BACKUP,
    right: store() + BACKUP + cronJob('postgres-restore', RESTORE, SUSPENDED),
    mutate: (bundle) => {
      bundle.remove('CronJob', 'mongodb-restore');
    },
    also: LEFT_BEHIND,
  },
  'recovery/waiting-restores': {
    wrong: store() + BACKUP + cronJob('postgres-restore', RESTORE),
    right: store() + BACKUP + cronJob('postgres-restore', RESTORE, SUSPENDED),
    mutate: (bundle) => {
      bundle.edit('CronJob', 'mongodb-restore', ({ spec }) => {
        spec.suspend = false;
      });
    },
  },
  'recovery/lasting-volumes': {
    wrong: `${store()}---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
`,
    right: `${store()}---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
reclaimPolicy: Retain
`,
    mutate: (bundle) => {
      bundle.edit('StatefulSet', 'mongodb', ({ spec }) => {
        spec.persistentVolumeClaimRetentionPolicy.whenDeleted = 'Delete';
      });
    },
  },
};
