import { RETIRED_APIS } from '../../../lib/rules/schema/api-history';
import { findingsIn } from './schema-of';

const budget = 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: a }\n';

test('an API is served, deprecated, then removed', () => {
  expect(findingsIn(budget, { kubernetes: '1.20' })).toEqual([]);
  expect(findingsIn(budget, { kubernetes: '1.24' })).toEqual([
    'deprecated-api apiVersion: PodDisruptionBudget should be of an API that stays, got policy/v1beta1, deprecated since 1.21 and removed in 1.25; use policy/v1',
  ]);
  expect(findingsIn(budget, { kubernetes: 'v1.28.15' })).toEqual([
    'removed-api apiVersion: PodDisruptionBudget must be of an API that Kubernetes 1.28 serves, got policy/v1beta1, removed in 1.25; use policy/v1',
  ]);
});

test('without a version the newest that there is a schema for counts', () => {
  const text = 'apiVersion: v1\nkind: Endpoints\nmetadata: { name: a }\n';
  expect(findingsIn(text)).toEqual([
    'deprecated-api apiVersion: Endpoints should be of an API that stays, got v1, deprecated since 1.33; use discovery.k8s.io/v1 EndpointSlice',
  ]);
  expect(findingsIn(text, { kubernetes: '1.28' })).toEqual([]);
});

test.each([
  ['apps/v1', 'Deploment', "did you mean 'Deployment'?"],
  ['v1', 'Configmap', "did you mean 'ConfigMap'?"],
  ['v1', 'Deployment', 'Deployment is of apps/v1'],
  ['apps/v1', 'CronJob', 'CronJob is of batch/v1'],
  ['extensions/v1', 'Ingress', 'Ingress is of networking.k8s.io/v1'],
  ['networking.k8s.io/v2', 'Ingress', 'Ingress is of networking.k8s.io/v1'],
])('%s has no %s', (apiVersion, kind, cure) => {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n`;
  expect(findingsIn(text, { kubernetes: '1.28' })).toEqual([
    `unknown-kind kind: a kind must exist in Kubernetes 1.28, got ${apiVersion} ${kind}; ${cure}`,
  ]);
});

test.each([
  ['snapshot.storage.k8s.io/v1', 'VolumeSnapshot'],
  ['gateway.networking.k8s.io/v1', 'GRPCRoute'],
  ['traefik.io/v1alpha1', 'IngressRoute'],
])('%s %s is of others, and may exist', (apiVersion, kind) => {
  expect(findingsIn(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n`)).toEqual([]);
});

test('an API goes after it was deprecated', () => {
  expect(RETIRED_APIS.filter(({ deprecated, removed = Infinity }) => removed <= deprecated)).toEqual([]);
});
