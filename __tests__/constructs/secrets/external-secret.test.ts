import { Testing } from 'cdk8s';
import { ExternalSecret } from '../../../lib/constructs/secrets/external-secret';
import { GeneratedSecret } from '../../../lib/constructs/secrets/generated-secret';
import { SecretStore, storeReference } from '../../../lib/constructs/secrets/secret-store';
import { SecretStoreRow } from '../../../lib/model/secret-store';
import { objectsOf } from '../support';

const serviceAccount = { namespace: 'external-secrets', name: 'reader' };
const aws: SecretStoreRow = { kind: 'aws', region: 'eu-central-1', prefix: 'prod/', serviceAccount };
const vault: SecretStoreRow = {
  kind: 'vault',
  server: 'https://vault.example.com',
  path: 'secret',
  prefix: 'prod/',
  role: 'reader',
  serviceAccount,
};
const generated: SecretStoreRow = { kind: 'generated', namespace: 'generated' };

function readSecret(backend: SecretStoreRow, template?: Record<string, string>) {
  const chart = Testing.chart();
  new ExternalSecret(chart, 'credentials', {
    namespace: 'shop',
    store: storeReference('store', backend),
    bundle: 'wms/mongodb',
    properties: ['root-password'],
    ...(template && { template }),
  });
  return objectsOf(chart)('ExternalSecret')['spec'];
}

test('a property is read from the store by reference, with every default of the server written out', () => {
  expect(readSecret(aws)).toEqual({
    refreshPolicy: 'Periodic',
    refreshInterval: '1h0m0s',
    secretStoreRef: { kind: 'ClusterSecretStore', name: 'store' },
    target: { name: 'credentials', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
    data: [
      {
        secretKey: 'root-password',
        remoteRef: {
          key: 'prod/wms/mongodb',
          property: 'root-password',
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          metadataPolicy: 'None',
        },
      },
    ],
  });
});

test('a generated bundle is read by the name of its Secret', () => {
  expect(readSecret(generated)).toHaveProperty('data.0.remoteRef.key', 'wms-mongodb');
});

test('a template sees a property under a name that Go templates allow', () => {
  const spec = readSecret(vault, { uri: 'mongodb://root:{{ .root_password }}@host' });
  expect(spec).toHaveProperty('data.0.secretKey', 'root_password');
  expect(spec).toHaveProperty('target.template', {
    data: { uri: 'mongodb://root:{{ .root_password }}@host' },
    engineVersion: 'v2',
    mergePolicy: 'Replace',
  });
});

function defineStore(backend: SecretStoreRow) {
  const chart = Testing.chart();
  new SecretStore(chart, 'store', { backend, bundles: ['wms/mongodb'], readerLabel: 'part-of' });
  return objectsOf(chart);
}

test.each<[SecretStoreRow, object]>([
  [
    aws,
    {
      aws: { service: 'SecretsManager', region: 'eu-central-1', auth: { jwt: { serviceAccountRef: serviceAccount } } },
    },
  ],
  [
    vault,
    {
      vault: {
        server: 'https://vault.example.com',
        path: 'secret',
        version: 'v2',
        auth: { kubernetes: { mountPath: 'kubernetes', role: 'reader', serviceAccountRef: serviceAccount } },
      },
    },
  ],
])('a store of kind $kind logs in with its account, for labelled namespaces only', (backend, provider) => {
  expect(defineStore(backend)('ClusterSecretStore')['spec']).toEqual({
    provider,
    conditions: [{ namespaceSelector: { matchExpressions: [{ key: 'part-of', operator: 'Exists' }] } }],
  });
});

test('a store of generated secrets may read exactly those', () => {
  const find = defineStore(generated);
  expect(find('Role')['rules']).toEqual([
    { apiGroups: [''], resources: ['secrets'], resourceNames: ['wms-mongodb'], verbs: ['get'] },
    { apiGroups: ['authorization.k8s.io'], resources: ['selfsubjectrulesreviews'], verbs: ['create'] },
  ]);
  expect(find('ClusterSecretStore')['spec']).toMatchObject({
    provider: { kubernetes: { remoteNamespace: 'generated', auth: { serviceAccount: { name: 'store' } } } },
  });
});

test('a generated secret is made once, outlives its object, and fits into a URI', () => {
  const chart = Testing.chart();
  new GeneratedSecret(chart, 'wms-mongodb', { namespace: 'generated', properties: ['a', 'b'], length: 32 });
  const find = objectsOf(chart);
  expect(find('Password')['spec']).toEqual({
    allowRepeat: true,
    digits: 8,
    length: 32,
    noUpper: false,
    secretKeys: ['a', 'b'],
    symbols: 0,
  });
  expect(find('ExternalSecret')).toMatchObject({
    metadata: { annotations: { 'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false' } },
    spec: {
      refreshPolicy: 'CreatedOnce',
      target: { creationPolicy: 'Orphan', immutable: true },
      dataFrom: [{ sourceRef: { generatorRef: { kind: 'Password', name: 'wms-mongodb' } } }],
    },
  });
});
