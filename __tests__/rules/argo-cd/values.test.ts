import { canonicalDuration, canonicalValues } from '../../../lib/rules/argo-cd/canonical-values';
import { wholeClaimTemplates } from '../../../lib/rules/argo-cd/claim-templates';
import { rollingConfiguration } from '../../../lib/rules/argo-cd/rolling-configuration';
import { uniqueMergeKeys } from '../../../lib/rules/argo-cd/unique-merge-keys';
import { canonicalQuantity } from '../../../lib/rules/views/canonical-quantity';
import { judgeText } from '../judge-text';

test.each([
  ['1000m', '1'],
  ['1500m', '1500m'],
  ['0.1', '100m'],
  ['0.5', '500m'],
  ['2.0', '2'],
  [2, '2'],
  ['0', '0'],
  ['0m', '0'],
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['3072', '3072'],
  ['1000', '1k'],
  ['1000Mi', '1000Mi'],
  ['1000M', '1G'],
])('quantity %s is stored as %s', (written, stored) => {
  expect(canonicalQuantity(written)).toBe(stored);
});

test.each(['', '1e3', '100u', '-1', 'many', '1 Gi'])("'%s' is left to others", (written) => {
  expect(canonicalQuantity(written)).toBeUndefined();
});

test.each([
  ['8760h', '8760h0m0s'],
  ['90m', '1h30m0s'],
  ['60s', '1m0s'],
  ['45s', '45s'],
  ['1h0m0s', '1h0m0s'],
])('duration %s is stored as %s', (written, stored) => {
  expect(canonicalDuration(written)).toBe(stored);
});

test('a duration with parts of seconds is left alone', () => {
  expect(canonicalDuration('1.5h')).toBeUndefined();
});

const ARGO_CD = '{ argocd.argoproj.io/sync-wave: "1" }';

test('quantities of quotas, limits, claims and volumes are judged, each at its field', () => {
  const text = `
apiVersion: v1
kind: ResourceQuota
metadata: { name: quota, annotations: ${ARGO_CD} }
spec: { hard: { limits.cpu: 2000m, pods: '20' } }
---
apiVersion: v1
kind: LimitRange
metadata: { name: limits }
spec: { limits: [{ type: Container, default: { memory: 2048Mi } }] }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: claim }
spec: { resources: { requests: { storage: 1024Gi } } }
---
apiVersion: v1
kind: Pod
metadata: { name: pod }
spec: { containers: [], volumes: [{ name: a, emptyDir: { sizeLimit: 1024Ki } }] }
`;
  expect(judgeText(canonicalValues, text)).toEqual([
    "spec.volumes[0].emptyDir.sizeLimit: sizeLimit must be written as it is stored, '1Mi', got '1024Ki'",
    `spec.hard["limits.cpu"]: limits.cpu must be written as it is stored, '2', got '2000m'`,
    "spec.resources.requests.storage: storage must be written as it is stored, '1Ti', got '1024Gi'",
    "spec.limits[0].default.memory: memory must be written as it is stored, '2Gi', got '2048Mi'",
  ]);
  expect(judgeText(canonicalValues, text.replace(ARGO_CD, '{}'))).toEqual([]);
});

test('one mount path, one port and one volume stand once; a port of two protocols is two', () => {
  const pod = (fields: string) => `{ apiVersion: v1, kind: Pod, metadata: { name: pod }, spec: { ${fields} } }`;
  const twice = pod(
    'volumes: [{ name: a }, { name: a }], containers: [{ name: c, ports: [{ containerPort: 80 }, { containerPort: 80, protocol: TCP }], volumeMounts: [{ name: a, mountPath: /a }, { name: a, mountPath: /a }] }]',
  );
  expect(judgeText(uniqueMergeKeys, twice)).toEqual([
    'spec.volumes[1]: volume must stand once, got a twice',
    'spec.containers[0].ports[1]: port of c must stand once, got 80/TCP twice',
    'spec.containers[0].volumeMounts[1]: mount of c must stand once, got /a twice',
  ]);
  const once = pod(
    'volumes: [{ name: a }], containers: [{ name: c, volumeMounts: [{ name: a, mountPath: /a }, { name: a, mountPath: /b }] }, { name: d, volumeMounts: [{ name: a, mountPath: /a }] }]',
  );
  expect(judgeText(uniqueMergeKeys, once)).toEqual([]);
});

test('two ports of a Service with one number differ by their protocol', () => {
  const service = (protocol: string) =>
    `{ apiVersion: v1, kind: Service, metadata: { name: dns }, spec: { ports: [{ name: a, port: 53, protocol: UDP }, { name: b, port: 53, protocol: ${protocol} }] } }`;
  expect(judgeText(uniqueMergeKeys, service('TCP'))).toEqual([]);
  expect(judgeText(uniqueMergeKeys, service('UDP'))).toEqual(['spec.ports[1]: port must stand once, got 53/UDP twice']);
});

test('a claim template is judged only where Argo CD applies it', () => {
  const text = (annotations: string) =>
    `{ apiVersion: apps/v1, kind: StatefulSet, metadata: { name: db, annotations: ${annotations} }, spec: { volumeClaimTemplates: [{ metadata: { name: data } }] } }`;
  expect(judgeText(wholeClaimTemplates, text('{}'))).toEqual([]);
  expect(judgeText(wholeClaimTemplates, text(ARGO_CD))).toEqual([
    'spec.volumeClaimTemplates[0]: claim data must say its apiVersion and kind, got nothing',
  ]);
});

/** A workload that reads a ConfigMap. */
const reader = (
  pod: string,
  { kind = 'Deployment', annotations = '{}', own = '{}', config = 'name: settings' } = {},
) => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: api, namespace: shop, annotations: ${own} }
spec: { template: { metadata: { annotations: ${annotations} }, spec: { ${pod} } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { ${config}, namespace: shop }
`;

const FROM = 'containers: [{ name: api, envFrom: [{ configMapRef: { name: settings } }] }]';

test('variables and sub-paths never change in a pod that runs, files do', () => {
  const message =
    'pods that read ConfigMap settings at their start must change with it, got no checksum among their annotations';
  const env =
    'containers: [{ name: api, env: [{ name: A, valueFrom: { configMapKeyRef: { name: settings, key: a } } }] }]';
  const mounted = (subPath: string) =>
    `volumes: [{ name: v, configMap: { name: settings } }], containers: [{ name: api, volumeMounts: [{ name: v, mountPath: /a${subPath} }] }]`;
  expect(judgeText(rollingConfiguration, reader(FROM))).toEqual([
    `spec.template.spec.containers[0].envFrom[0]: ${message}`,
  ]);
  expect(judgeText(rollingConfiguration, reader(env))).toEqual([`spec.template.spec.containers[0].env[0]: ${message}`]);
  expect(judgeText(rollingConfiguration, reader(mounted(', subPath: a')))).toEqual([
    `spec.template.spec.containers[0].volumeMounts[0]: ${message}`,
  ]);
  expect(judgeText(rollingConfiguration, reader(mounted('')))).toEqual([]);
});

test.each([
  ['a checksum', { annotations: '{ checksum/config: a1 }' }],
  ['a reloader', { own: "{ reloader.stakater.com/auto: 'true' }" }],
  ['a Job, which starts anew', { kind: 'Job' }],
  ['a ConfigMap that is not in the bundle', { config: 'name: other' }],
])('%s is enough', (_, options) => {
  expect(judgeText(rollingConfiguration, reader(FROM, options))).toEqual([]);
});

test('a ConfigMap whose name carries a hash is another one when it changes', () => {
  const hashed = reader(FROM.replace('settings', 'settings-6f5d8g7h2k'), { config: 'name: settings-6f5d8g7h2k' });
  expect(judgeText(rollingConfiguration, hashed)).toEqual([]);
  const word = reader(FROM.replace('settings', 'application-settings'), { config: 'name: application-settings' });
  expect(judgeText(rollingConfiguration, word)).toHaveLength(1);
});
