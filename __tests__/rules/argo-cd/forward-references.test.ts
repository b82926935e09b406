import { noForwardReferences } from '../../../lib/rules/argo-cd/forward-references';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { Manifest, RenderedObject } from '../../../lib/rules/rendered-object';
import { object as plain } from '../object';

function object(
  kind: string,
  name: string,
  wave: number,
  fields: Partial<Manifest> = {},
  path = `shop/${name}`,
): RenderedObject {
  const annotations = { 'argocd.argoproj.io/sync-wave': String(wave) };
  const metadata = { name, namespace: 'shop', annotations, ...fields.metadata };
  return plain({ kind, ...fields, metadata }, path);
}

const pod = (spec: object) => ({ spec: { template: { spec: { containers: [], ...spec } } } });
const find = (...objects: RenderedObject[]) => [...noForwardReferences.judge(new ObjectIndex(objects))];
const judge = (...objects: RenderedObject[]) => find(...objects).map(({ message }) => message);

test('a Secret in the wave of its reader is refused, and so is a later one', () => {
  const reader = object('Deployment', 'api', 2, pod({ volumes: [{ secret: { secretName: 'auth' } }] }));
  const made = (wave: number) => object('ExternalSecret', 'auth-source', wave, { spec: { target: { name: 'auth' } } });
  const message = (wave: number) =>
    `Deployment api must be applied after the wave of Secret auth, got wave 2 and ${wave} for shop/auth-source`;
  expect(judge(reader, made(1))).toEqual([]);
  expect(judge(reader, made(2))).toEqual([message(2)]);
  expect(judge(reader, made(3))).toEqual([message(3)]);
});

test('a ConfigMap may stand in the wave of its reader, and not in a later one', () => {
  const reader = object('Job', 'init', 2, pod({ containers: [{ envFrom: [{ configMapRef: { name: 'settings' } }] }] }));
  expect(judge(reader, object('ConfigMap', 'settings', 2))).toEqual([]);
  expect(judge(reader, object('ConfigMap', 'settings', 3))).toEqual([
    'Job init must be applied in or after the wave of ConfigMap settings, got wave 2 and 3 for shop/settings',
  ]);
});

const container = (env: object) => pod({ initContainers: [{ env: [{ valueFrom: env }] }] });
const claim = { persistentVolumeClaim: { claimName: 'x' } };

test.each([
  ['a key of a ConfigMap', 'Deployment', container({ configMapKeyRef: { name: 'x' } }), 'ConfigMap'],
  ['a key of a Secret', 'Deployment', container({ secretKeyRef: { name: 'x' } }), 'Secret'],
  [
    'a projected Secret',
    'Deployment',
    pod({ volumes: [{ projected: { sources: [{ secret: { name: 'x' } }] } }] }),
    'Secret',
  ],
  ['a claim', 'Deployment', pod({ volumes: [claim] }), 'PersistentVolumeClaim'],
  ['an account', 'StatefulSet', pod({ serviceAccountName: 'x' }), 'ServiceAccount'],
  [
    'the account of a CronJob',
    'CronJob',
    { spec: { jobTemplate: { spec: pod({ serviceAccountName: 'x' }).spec } } },
    'ServiceAccount',
  ],
  ['a headless Service', 'StatefulSet', { spec: { serviceName: 'x' } }, 'Service'],
  [
    'a target',
    'HorizontalPodAutoscaler',
    { spec: { scaleTargetRef: { kind: 'Deployment', name: 'x' } } },
    'Deployment',
  ],
  ['an Issuer', 'Certificate', { spec: { secretName: 'y', issuerRef: { kind: 'Issuer', name: 'x' } } }, 'Issuer'],
  ['a key of an authority', 'Issuer', { spec: { ca: { secretName: 'x' } } }, 'Secret'],
  [
    'a backend',
    'Ingress',
    { spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'x' } } }] } }] } },
    'Service',
  ],
  ['a Role', 'RoleBinding', { roleRef: { kind: 'Role', name: 'x' } }, 'Role'],
  [
    'a subject',
    'RoleBinding',
    { roleRef: { kind: 'ClusterRole', name: 'view' }, subjects: [{ kind: 'ServiceAccount', name: 'x' }] },
    'ServiceAccount',
  ],
] as const)('%s is found', (_, kind, fields, producer) => {
  const consumer = object(kind, 'consumer', 1, fields);
  expect(judge(consumer, object(producer, 'x', 0))).toEqual([]);
  expect(judge(consumer, object(producer, 'x', 2))).toHaveLength(1);
});

test('the Secret of a Certificate is found by its name', () => {
  const reader = object('StatefulSet', 'search', 1, pod({ volumes: [{ secret: { secretName: 'tls' } }] }));
  const certificate = (wave: number) => object('Certificate', 'search', wave, { spec: { secretName: 'tls' } });
  expect(judge(reader, certificate(0))).toEqual([]);
  expect(judge(reader, certificate(1))).toHaveLength(1);
});

test('a store of the whole cluster is found without a namespace', () => {
  const reader = object('ExternalSecret', 'auth', 0, {
    spec: { secretStoreRef: { kind: 'ClusterSecretStore', name: 'all' } },
  });
  const { path, manifest } = object('ClusterSecretStore', 'all', 1);
  const { annotations = {} } = manifest.metadata;
  expect(judge(reader, { path, manifest: { ...manifest, metadata: { name: 'all', annotations } } })).toHaveLength(1);
});

test('other namespaces and other Applications are not waited for', () => {
  const reader = object('Deployment', 'api', 0, pod({ serviceAccountName: 'x' }));
  const elsewhere = object('ServiceAccount', 'x', 1, { metadata: { name: 'x', namespace: 'other' } });
  expect(judge(reader, elsewhere, object('ServiceAccount', 'x', 1, {}, 'cluster/x'))).toEqual([]);
});

test('a Secret that is written out may stand in the wave of its reader', () => {
  const reader = object('Deployment', 'api', 2, pod({ volumes: [{ secret: { secretName: 'auth' } }] }));
  expect(judge(reader, object('Secret', 'auth', 2))).toEqual([]);
  expect(judge(reader, object('Secret', 'auth', 3))).toEqual([
    'Deployment api must be applied in or after the wave of Secret auth, got wave 2 and 3 for shop/auth',
  ]);
});

test('an Ingress of an old version, or one that leads to no Service, needs none', () => {
  const path = (backend: object) => ({ spec: { rules: [{ http: { paths: [{ backend }] } }] } });
  const old = object('Ingress', 'web', 0, path({ serviceName: 'api', servicePort: 80 }));
  const bucket = object('Ingress', 'files', 0, path({ resource: { kind: 'StorageBucket', name: 'api' } }));
  expect(judge(old, bucket, object('Service', 'api', 1))).toEqual([]);
});

test('a bundle without waves relies on no order: pods wait for their Secrets', () => {
  const metadata = { name: 'api', namespace: 'shop', annotations: {} };
  const reader = object('Deployment', 'api', 0, {
    ...pod({ volumes: [{ secret: { secretName: 'auth' } }] }),
    metadata,
  });
  const maker = object('ExternalSecret', 'auth', 0, { metadata: { ...metadata, name: 'auth' } });
  expect(judge(reader, maker)).toEqual([]);
});

test.each([
  ['the certificate of an Ingress', 'Ingress', { spec: { tls: [{ hosts: ['a.example.com'], secretName: 'x' }] } }],
  ['the certificate of a Gateway', 'Gateway', { spec: { listeners: [{ tls: { certificateRefs: [{ name: 'x' }] } }] } }],
  ['credentials for an image', 'Deployment', pod({ imagePullSecrets: [{ name: 'x' }] })],
  ['credentials of an account', 'ServiceAccount', { imagePullSecrets: [{ name: 'x' }] }],
  ['what a pod does without', 'Deployment', pod({ volumes: [{ secret: { secretName: 'x', optional: true } }] })],
] as const)('%s may come later', (_, kind, fields) => {
  expect(judge(object(kind, 'consumer', 1, fields), object('Secret', 'x', 2))).toEqual([]);
});

test('of several makers, the first is waited for', () => {
  const reader = object('Deployment', 'api', 2, pod({ volumes: [{ secret: { secretName: 'auth' } }] }));
  const written = object('Secret', 'auth', 2);
  const merged = object('ExternalSecret', 'auth', 3, { spec: { target: { creationPolicy: 'Merge' } } });
  expect(judge(reader, merged, written)).toEqual([]);
  expect(judge(reader, merged)).toHaveLength(1);
});

test('what is read in two fields is said once, at the first of them', () => {
  const env = [{ valueFrom: { secretKeyRef: { name: 'auth', key: 'a' } } }];
  const reader = object('Job', 'init', 0, pod({ containers: [{ env, envFrom: [{ secretRef: { name: 'auth' } }] }] }));
  const at = ['spec', 'template', 'spec', 'containers', 0, 'env', 0, 'valueFrom', 'secretKeyRef', 'name'];
  expect(find(reader, object('Secret', 'auth', 1)).map((finding) => finding.at)).toEqual([at]);
});
