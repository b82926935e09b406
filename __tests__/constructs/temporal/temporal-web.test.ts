import { Testing } from 'cdk8s';
import { TemporalWeb, TemporalWebProps } from '../../../lib/constructs/temporal/temporal-web';
import { SyncWaves } from '../../../lib/gitops/sync-waves';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';
import { podOf, serverIn, settingsOf } from './temporal-support';

type Props = Omit<TemporalWebProps, 'namespace' | 'server'>;

const required: Required<Props> = {
  image: 'temporalio/ui:2.52.0',
  user: 1000,
  resources: SMALL,
  address: 'temporal-frontend.temporal.svc.cluster.local:7233',
  defaultNamespace: 'orders',
  probes: TIMINGS,
  terminationGrace: '30s',
  minReady: '5s',
  progressDeadline: '300s',
  priorityClassName: 'platform',
};

function define(overrides: Partial<Props> = {}) {
  const chart = Testing.chart();
  const server = serverIn(chart, 'temporal-frontend', 7233);
  const web = new TemporalWeb(chart, 'temporal-web', {
    namespace: namespaceIn(chart),
    server,
    ...required,
    ...overrides,
  });
  return { chart, web };
}

test('one pod serves the pages, by a Service of its name', () => {
  const { chart, web } = define();
  expect(objectsOf(chart)('Deployment', 'temporal-web').spec).toMatchObject({ replicas: 1 });
  expect(objectsOf(chart)('Service', 'temporal-web').spec).toMatchObject({ ports: [{ name: 'http', port: 8080 }] });
  expect(web.endpoint().ports).toEqual([{ port: 8080 }]);
});

test('it knows the frontend and the namespace to show first, and asks nobody for newer versions', () => {
  expect(settingsOf(podOf(define().chart, 'Deployment', 'temporal-web'))).toEqual({
    TEMPORAL_ADDRESS: 'temporal-frontend.temporal.svc.cluster.local:7233',
    TEMPORAL_UI_PORT: '8080',
    TEMPORAL_DEFAULT_NAMESPACE: 'orders',
    TEMPORAL_NOTIFY_ON_NEW_VERSION: 'false',
  });
});

test('it is asked for an answer that does not depend on the server', () => {
  const httpGet = { path: '/healthz', port: 'http', scheme: 'HTTP' };
  expect(podOf(define().chart, 'Deployment', 'temporal-web').containers[0]).toMatchObject({
    startupProbe: { httpGet },
    readinessProbe: { httpGet },
    livenessProbe: { httpGet },
  });
});

test('it runs after the server', () => {
  expect(new SyncWaves().waveOf(define().web)).toBe(1);
});

test('it runs as the user of the image', () => {
  expect(podOf(define().chart, 'Deployment', 'temporal-web').securityContext).toMatchObject({
    runAsUser: 1000,
    fsGroup: 1000,
  });
});

test('fails for a probe that may take as long as its period', () => {
  const probes = { ...TIMINGS, liveness: { period: '3s', timeout: '3s', failures: 3 } } as const;
  expect(() => Testing.synth(define({ probes }).chart)).toThrow(
    'probes.liveness.timeout must be shorter than its period 3s, got 3s',
  );
});
