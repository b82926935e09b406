import { RuleCase } from './rule-case';

const job = (spec: string, metadata = 'name: migrate', container = '') => `
apiVersion: batch/v1
kind: Job
metadata: { ${metadata}, namespace: shop, annotations: { argocd.argoproj.io/sync-wave: '1' } }
spec:
  ${spec}
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: migrate, ${container} }]
`;

const cronJob = (fields: string, pod = 'restartPolicy: Never', schedule = '0 3 * * *') => `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop }
spec:
  schedule: ${schedule}
  jobTemplate: { spec: { template: { spec: { ${pod}, containers: [{ name: report }] } } } }
  ${fields}
`;

const script = (text: string) => job('backoffLimit: 1', 'name: migrate', `command: [sh, -c, ${JSON.stringify(text)}]`);

export const jobsCases: Readonly<Record<string, RuleCase>> = {
  'jobs/stable-template': {
    wrong: job('backoffLimit: 1'),
    right: job('backoffLimit: 1', 'name: migrate-3f9a01bc'),
    mutate: (bundle) => {
      bundle.edit('Job', 'wms/kafka-topics-*', ({ metadata }) => {
        metadata.name = 'kafka-topics';
      });
    },
  },
  'jobs/no-ttl-when-tracked': {
    wrong: job('ttlSecondsAfterFinished: 600'),
    right: job('backoffLimit: 1'),
    mutate: (bundle) => {
      bundle.edit('Job', 'wms/kafka-topics-*', ({ spec }) => {
        spec.ttlSecondsAfterFinished = 600;
      });
    },
  },
  'jobs/generated-name': {
    wrong: job('backoffLimit: 1', 'generateName: migrate-'),
    right: job('backoffLimit: 1'),
    mutate: (bundle) => {
      bundle.edit('Job', 'wms/kafka-topics-*', ({ metadata }) => {
        metadata.generateName = 'kafka-topics-';
      });
    },
  },
  'jobs/not-suspended': {
    wrong: job('suspend: true'),
    right: job('suspend: false'),
    mutate: (bundle) => {
      bundle.edit('Job', 'wms/kafka-topics-*', ({ spec }) => {
        spec.suspend = true;
      });
    },
  },
  'jobs/retries-said': {
    wrong: job('activeDeadlineSeconds: 60'),
    right: job('backoffLimit: 1'),
    mutate: (bundle) => {
      bundle.edit('Job', 'wms/kafka-topics-*', ({ spec }) => {
        delete spec.backoffLimit;
      });
    },
  },
  'jobs/deadline-said': {
    wrong: job('backoffLimit: 1'),
    right: job('activeDeadlineSeconds: 60'),
    mutate: (bundle) => {
      bundle.edit('Job', 'wms/kafka-topics-*', ({ spec }) => {
        delete spec.activeDeadlineSeconds;
      });
    },
  },
  'jobs/restart-policy': {
    wrong: cronJob('', 'priority: 0'),
    right: cronJob('', 'restartPolicy: OnFailure'),
    mutate: (bundle) => {
      bundle.edit('CronJob', 'mongodb-backup', ({ spec }) => {
        delete spec.jobTemplate.spec.template.spec.restartPolicy;
      });
    },
  },
  'jobs/valid-schedule': {
    wrong: cronJob('', 'restartPolicy: Never', '0 25 * * *'),
    right: cronJob('', 'restartPolicy: Never', '0 3 * * MON-FRI'),
    mutate: (bundle) => {
      bundle.edit('CronJob', 'mongodb-backup', ({ spec }) => {
        spec.schedule = '0 0 * * * *';
      });
    },
  },
  'jobs/starting-deadline': {
    wrong: cronJob('startingDeadlineSeconds: 5'),
    right: cronJob('startingDeadlineSeconds: 300'),
    mutate: (bundle) => {
      bundle.edit('CronJob', 'mongodb-backup', ({ spec }) => {
        delete spec.startingDeadlineSeconds;
      });
    },
  },
  'jobs/overlap-said': {
    wrong: cronJob(''),
    right: cronJob('concurrencyPolicy: Allow'),
    mutate: (bundle) => {
      bundle.edit('CronJob', 'mongodb-backup', ({ spec }) => {
        delete spec.concurrencyPolicy;
      });
    },
  },
  'jobs/failure-shown': {
    wrong: script('set -e\ncreatedb shop || true\n'),
    right: script('set -e\ncreatedb shop\n'),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'wms/kafka-topics', ({ data }) => {
        data['topic-init-job.sh'] += 'notify done || true\n';
      });
    },
  },
};
