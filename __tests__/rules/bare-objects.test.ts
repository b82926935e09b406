import { rules } from '../../lib/rules';
import { ObjectIndex } from '../../lib/rules/object-index';
import { Manifest } from '../../lib/rules/rendered-object';
import { withoutNulls } from '../../lib/rules/without-nulls';

const KINDS = [
  ['v1', 'ConfigMap PersistentVolumeClaim Pod ResourceQuota LimitRange Service Namespace'],
  ['apps/v1', 'DaemonSet Deployment StatefulSet'],
  ['batch/v1', 'CronJob Job'],
  ['storage.k8s.io/v1', 'StorageClass'],
  ['argoproj.io/v1alpha1', 'Application AppProject'],
  ['monitoring.coreos.com/v1', 'PodMonitor PrometheusRule ServiceMonitor'],
  ['cert-manager.io/v1', 'Certificate'],
] as const;

const objects = (fields: object): Manifest[] =>
  KINDS.flatMap(([apiVersion, kinds]) =>
    kinds.split(' ').map((kind) => ({ apiVersion, kind, metadata: { name: 'bare' }, ...fields })),
  );

const nested = {
  template: { spec: {} },
  jobTemplate: { spec: { template: { spec: { containers: [{ name: 'c' }] } } } },
};

test.each([
  ['nothing but a name', {}],
  ['an empty spec', { spec: {} }],
  ['an empty pod', { spec: nested }],
  [
    'maps that are null',
    {
      metadata: { name: 'bare', labels: null, annotations: null },
      spec: {
        template: {
          metadata: { labels: null, annotations: null },
          spec: { containers: [{ name: 'c', ports: [{ containerPort: 1 }] }] },
        },
      },
    },
  ],
  ['data that is empty', { data: { a: '', 'b.yaml': 'groups:', 'c.json': '{"panels": [null], "expr": 1}' } }],
  ['rules that are half there', { spec: { groups: [{ rules: [{}, { alert: 'A', expr: 1 }] }, {}], endpoints: [{}] } }],
])('no rule fails over objects with %s', (_, fields) => {
  const index = new ObjectIndex(
    objects(fields).map((manifest) => ({ path: 'bare/bare.yaml', manifest: withoutNulls(manifest) })),
  );
  const found = rules.flatMap((rule) => [...rule.judge(index)].map(({ message }) => message));
  expect(found.filter((message) => message.includes('undefined'))).toEqual([]);
});
