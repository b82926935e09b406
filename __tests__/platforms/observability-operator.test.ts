import { dev } from '../../lib/environments/dev';
import { Environment } from '../../lib/environments/environment';
import { platforms } from '../../lib/platforms';
import { definePlatform } from '../../lib/platforms/platform';
import { Manifest } from '../../lib/rules/rendered-object';
import { allOf } from '../objects';
import { operated } from './profiles';
import { render } from './rendered';

const watched: Environment = { ...dev, monitoring: operated };

/** A platform that has nothing but an alert. */
const alerting = definePlatform({
  name: 'alerting',
  table: 'config.ts',
  rows: {},
  findProblems: () => [],
  define: (_scope, _rows, _environment, telemetry) => {
    telemetry.alert('test-alerts', [
      { name: 'Down', expr: 'up == 0', for: '5m', severity: 'critical', summary: 'down', description: 'Look at it.' },
    ]);
  },
});

/** All objects of an environment, and what its platforms report. */
function define(environment: Environment) {
  const { telemetry, objects } = render(environment, [alerting, ...platforms]);
  return { telemetry, ofKind: (kind: string): Manifest[] => allOf(objects, kind) };
}

const namesOf = (objects: readonly Manifest[]) => objects.map(({ metadata }) => metadata.name);

test('where an operator runs, neither Prometheus nor kube-state-metrics is rendered, nor rights for them', () => {
  const { ofKind } = define(watched);
  const ours = [...ofKind('StatefulSet'), ...ofKind('Deployment'), ...ofKind('Role'), ...ofKind('ClusterRole')];
  expect(namesOf(ours)).not.toContainEqual(expect.stringMatching(/prometheus|kube-state-metrics/));
  const bundled = define(dev);
  expect(namesOf(bundled.ofKind('StatefulSet'))).toContain('prometheus');
  expect(namesOf(bundled.ofKind('Deployment'))).toContain('kube-state-metrics');
});

test('where Prometheus is our own, nothing is rendered for an operator', () => {
  const { ofKind } = define(dev);
  expect([...ofKind('PodMonitor'), ...ofKind('PrometheusRule')]).toEqual([]);
});

test('every target has a monitor that the operator selects, and admits its Prometheus', () => {
  const { telemetry, ofKind } = define(watched);
  const monitors = ofKind('PodMonitor');
  const workloads = telemetry.targets.map(({ workload }) => workload);
  expect(namesOf(monitors).sort()).toEqual(
    [...new Set(workloads.map(({ name, namespace }) => `${namespace.name}-${name}`))].sort(),
  );
  for (const { metadata } of monitors) {
    expect(metadata).toMatchObject({ namespace: 'observability', labels: { release: 'kube-prometheus-stack' } });
  }
  for (const { name, namespace } of workloads) {
    const policy = ofKind('NetworkPolicy').find(
      ({ metadata }) => metadata.name === name && metadata.namespace === namespace.name,
    );
    expect(policy?.['spec']).toMatchObject({
      ingress: expect.arrayContaining([
        expect.objectContaining({
          from: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
              podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
            },
          ],
        }),
      ]),
    });
  }
});

test('every group of alerts is a rule that the operator selects', () => {
  const { telemetry, ofKind } = define(watched);
  const rules = ofKind('PrometheusRule');
  expect(namesOf(rules).sort()).toEqual(telemetry.alerts.map(({ name }) => name).sort());
  expect(rules.map(({ metadata }) => metadata.labels?.['release'])).toEqual(rules.map(() => 'kube-prometheus-stack'));
});
