import { platforms } from '../../lib/platforms';
import { mes } from '../../lib/platforms/mes/config';
import { Any } from '../dist/read-dist';
import { differing, Judged, renderJudged } from './three-ways';
import { cidrs, changed } from './external-rows';

const ours = renderJudged('prod');
const theirs = renderJudged(
  'prod',
  platforms.map((platform) => changed[platform.name] ?? platform),
);

const NAMESPACES = {
  order: 'order-platform',
  onboarding: 'onboarding',
  mes: 'mes-production',
  observability: 'observability',
} as const;

const namesOf = ({ objects }: Judged, kind: string, namespace: string): string[] =>
  [...objects.values()]
    .filter((object) => object.kind === kind && object.metadata.namespace === namespace)
    .map(({ metadata }) => metadata.name);

test('stores of all platforms in the hands of others break no rule and no construct', () => {
  expect([theirs.faults, theirs.findings]).toEqual([[], []]);
});

test.each(Object.entries(NAMESPACES))(
  'servers of others are not rendered in %s, nor is their backup',
  (_, namespace) => {
    const left = [...namesOf(theirs, 'StatefulSet', namespace), ...namesOf(theirs, 'CronJob', namespace)];
    expect(left.filter((name) => /postgresql|kafka|redis/.test(name))).toEqual([]);
  },
);

test('who uses a store keeps its objects, but for addresses and policies', () => {
  const programs: Record<string, readonly string[]> = {
    'order-platform': ['order-command-service', 'order-query-service', 'api-gateway', 'keycloak'],
    onboarding: ['onboarding-workflow'],
    'mes-production': Object.keys(mes.services),
    observability: ['grafana'],
  };
  const kinds = [
    'Deployment',
    'StatefulSet',
    'HorizontalPodAutoscaler',
    'PodDisruptionBudget',
    'Service',
    'ServiceAccount',
  ];
  const stripped = (object: Any) =>
    JSON.stringify(object, (key, value) =>
      key === 'value' || key.includes('checksum') || key.endsWith('sync-wave') ? undefined : value,
    );
  for (const [namespace, names] of Object.entries(programs)) {
    expect(namesOf(ours, 'Deployment', namespace).concat(namesOf(ours, 'StatefulSet', namespace))).toEqual(
      expect.arrayContaining([...names]),
    );
    const unlike = differing(ours, theirs, namespace)
      .map((id) => [ours.objects.get(id), theirs.objects.get(id)])
      .filter(([before]) => before && kinds.includes(before.kind) && names.includes(before.metadata.name))
      .filter(([before, after]) => stripped(before) !== stripped(after));
    expect(unlike.map(([before]) => before)).toEqual([]);
  }
});

/** Values of a program's variables by name. */
function variables({ objects }: Judged, id: string): Record<string, Any> {
  const [{ env }] = objects.get(id).spec.template.spec.containers;
  return Object.fromEntries(env.map(({ name, value, valueFrom }: Any) => [name, value ?? valueFrom]));
}

test('the engine of onboarding is told other addresses, and takes every password from where it did', () => {
  const id = 'apps/Deployment onboarding/onboarding-workflow';
  const [before, after] = [variables(ours, id), variables(theirs, id)];
  const unlike = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  expect(Object.fromEntries(unlike)).toEqual({
    DB_HOST: 'postgres.example.com',
    DB_PORT: '5433',
    KAFKA_BOOTSTRAP_SERVERS: 'b-1.example.com:9096,b-2.example.com:9096',
    REDIS_HOST: 'redis.example.com',
    REDIS_PORT: '6380',
  });
  expect(Object.keys(after)).toEqual(Object.keys(before));
});

test('the authority of brokers that others run is supplied, under the name and key that clients mount', () => {
  const { spec } = theirs.objects.get('external-secrets.io/ExternalSecret onboarding/onboarding-kafka-tls');
  expect(spec.data[0].remoteRef).toMatchObject({ key: 'prod/onboarding/kafka-external', property: 'authority' });
  expect(Object.keys(spec.target.template.data)).toEqual(['ca.crt']);
  expect(namesOf(theirs, 'Certificate', 'onboarding')).not.toContain('onboarding-kafka-tls');
});

test('databases, roles, schemas and topics are made in servers of others, too', () => {
  const jobs = (judged: Judged, namespace: string) =>
    namesOf(judged, 'Job', namespace).map((name) => name.replace(/-[0-9a-f]{8}$/, ''));
  for (const namespace of ['order-platform', 'onboarding', 'mes-production']) {
    expect(jobs(theirs, namespace).sort()).toEqual(jobs(ours, namespace).sort());
  }
});

test('policies let clients out to every range of a store, and to its port alone', () => {
  const { egress } = theirs.objects.get('networking.k8s.io/NetworkPolicy observability/grafana').spec;
  const outside = egress.filter(({ to }: Any) => cidrs.includes(to[0].ipBlock?.cidr));
  expect(outside.map(({ to, ports }: Any) => [to[0].ipBlock.cidr, ports])).toEqual(
    cidrs.map((cidr) => [cidr, [{ port: 5433, protocol: 'TCP' }]]),
  );
});
