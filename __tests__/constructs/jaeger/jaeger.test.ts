import { Testing } from 'cdk8s';
import { load } from 'js-yaml';
import { Jaeger } from '../../../lib/constructs/jaeger/jaeger';
import { Any } from '../../dist/read-dist';
import { STORE } from '../elastic-support';
import { namespaceIn, objectsOf, TIMINGS } from '../support';

function define(changed: { readonly probes?: typeof TIMINGS } = {}) {
  const chart = Testing.chart();
  const jaeger = new Jaeger(chart, 'traces', { ...STORE, namespace: namespaceIn(chart), retention: '72h', ...changed });
  return { jaeger, find: () => objectsOf(chart) as (kind: string, name?: string) => Any };
}

test('spans are kept on the volume, and deleted when they are old', () => {
  const { find } = define();
  const config = load(find()('ConfigMap').data['config.yaml']) as Any;
  expect(config.extensions.jaeger_storage.backends.disk.badger).toEqual({
    directories: { keys: '/badger/keys', values: '/badger/values' },
    ephemeral: false,
    ttl: { spans: '72h' },
  });
  const [container] = find()('StatefulSet').spec.template.spec.containers;
  expect(container.volumeMounts).toContainEqual({ name: 'data', mountPath: '/badger' });
});

test('every listener is reached from other pods: by itself it would be on the loopback interface', () => {
  const text: string = define().find()('ConfigMap').data['config.yaml'];
  expect([...text.matchAll(/endpoint: (\S+):\d+/g)].map(([, host]) => host)).toEqual(Array(4).fill('0.0.0.0'));
  expect(text).toContain('host: 0.0.0.0');
});

test('senders do not wait for it', () => {
  const { jaeger } = define();
  expect(jaeger.otlpEndpoint).toMatchObject({ ports: [{ port: 4317 }], after: [] });
  expect(jaeger.otlpUrl).toBe('http://traces.data.svc.cluster.local:4317');
});

test('a check that takes longer than its period is refused', () => {
  const slow = { period: '5s', timeout: '5s', failures: 3 } as const;
  expect(define({ probes: { ...TIMINGS, liveness: slow } }).jaeger.node.validate()).toEqual([
    'probes.liveness.timeout must be shorter than its period 5s, got 5s',
  ]);
});
