import { Testing } from 'cdk8s';
import { PodLogs, PodLogsProps } from '../../../lib/constructs/observability/pod-logs';
import { SyncWaves } from '../../../lib/gitops/sync-waves';
import { namespaceIn, objectsOf } from '../support';
import { PROGRAM, serverIn, templateOf, textOf } from './signal-support';

function define(overrides: Partial<PodLogsProps> = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const podLogs = new PodLogs(chart, 'pod-logs', {
    ...PROGRAM,
    namespace,
    image: 'grafana/alloy:v1.18.1',
    namespaces: ['shop', 'data', 'shop'],
    loki: { url: 'http://loki:3100', server: serverIn(namespace, 'loki').endpoint(3100) },
    apiServer: { cidrs: ['10.0.0.0/16'], port: 6443 },
    scratch: '64Mi',
    ...overrides,
  });
  return { chart, podLogs };
}

const configOf = () => textOf(define().chart, 'pod-logs', 'config.alloy');

test('it may read pods and their output in the namespaces it is told, and nothing else', () => {
  const manifests = Testing.synth(define().chart) as {
    kind: string;
    metadata: { namespace?: string };
    rules?: unknown;
    subjects?: unknown;
  }[];
  const roles = manifests.filter(({ kind }) => kind === 'Role');
  expect(roles.map(({ metadata }) => metadata.namespace)).toEqual(['data', 'shop']);
  expect(roles[1]?.rules).toEqual([
    { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
  ]);
  const bindings = manifests.filter(({ kind }) => kind === 'RoleBinding');
  const subjects = [{ kind: 'ServiceAccount', name: 'pod-logs', namespace: 'data' }];
  expect(bindings.map((binding) => [binding.metadata.namespace, binding.subjects])).toEqual([
    ['data', subjects],
    ['shop', subjects],
  ]);
  expect(manifests.filter(({ kind }) => kind.startsWith('Cluster'))).toEqual([]);
});

test('it has a token, reaches the API server and Loki, and mounts nothing of its node', () => {
  const { chart } = define();
  const { spec } = templateOf(chart, 'Deployment', 'pod-logs');
  expect(spec.automountServiceAccountToken).toBe(true);
  expect(JSON.stringify(spec)).not.toContain('hostPath');
  expect(objectsOf(chart)('NetworkPolicy', 'pod-logs').spec).toMatchObject({
    egress: expect.arrayContaining([
      { to: [{ ipBlock: { cidr: '10.0.0.0/16' } }], ports: [{ port: 6443, protocol: 'TCP' }] },
      expect.objectContaining({ ports: [{ port: 3100, protocol: 'TCP' }] }),
    ]),
  });
});

test('it looks for pods where it has the right to, and pushes to Loki', () => {
  expect(configOf()).toContain('names = ["data","shop"]');
  expect(configOf()).toContain('url = "http://loki:3100/loki/api/v1/push"');
});

test('every component of its file that is referred to is defined in it', () => {
  const defined = [...configOf().matchAll(/^([\w.]+) "(\w+)" \{$/gm)].map(([, type, label]) => `${type}.${label}`);
  const used = [...configOf().matchAll(/([\w.]+)\.(?:targets|output|receiver)\b/g)].map(([, name]) => name);
  expect(defined).toHaveLength(5);
  expect(used.sort()).toEqual(defined.filter((name) => !name.startsWith('loki.source')).sort());
});

test('a line carries the label by which logs of OTLP are found, and its trace', () => {
  expect(configOf()).toMatch(
    /source_labels = \["__meta_kubernetes_pod_label_app_kubernetes_io_name"\]\n\s+target_label {2}= "service_name"/,
  );
  const [, expression = ''] = /expression = `(.*)`/.exec(configOf()) ?? [];
  const pattern = new RegExp(expression.replace('?P<', '?<'));
  expect(pattern.exec('{"msg":"paid","trace_id": "4bf92f35"}')?.groups).toEqual({ trace_id: '4bf92f35' });
  expect(pattern.exec('{"traceId":"4bf92f35"}')?.groups).toEqual({ trace_id: '4bf92f35' });
  expect(pattern.exec('no trace at all')).toBeNull();
});

test('it writes to its own scratch space only, and starts after Loki', () => {
  const { chart, podLogs } = define();
  const [{ args, volumeMounts }] = templateOf(chart, 'Deployment', 'pod-logs').spec.containers;
  expect(args).toContain('--storage.path=/var/lib/alloy/data');
  expect(volumeMounts.map(({ mountPath }) => mountPath)).toEqual(['/etc/alloy', '/var/lib/alloy/data']);
  expect(new SyncWaves().waveOf(podLogs)).toBe(1);
});

test('refuses to read nothing', () => {
  expect(() => Testing.synth(define({ namespaces: [] }).chart)).toThrow(
    'namespaces must name at least one, got none; nothing would be read',
  );
});
