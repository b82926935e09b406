import { Testing } from 'cdk8s';
import { KafkaExporter, KafkaExporterProps } from '../../../lib/constructs/kafka/kafka-exporter';
import { StatelessWorkload } from '../../../lib/constructs/workloads/stateless-workload';
import { fixed } from '../../../lib/model/scale';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

function synth(overrides: Partial<KafkaExporterProps> = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const pod = {
    containers: [],
    user: 1000,
    group: 1000,
    terminationGrace: '30s',
    priorityClassName: 'platform',
  } as const;
  const brokers = new StatelessWorkload(chart, 'brokers', {
    namespace,
    component: 'broker',
    scale: fixed(1),
    pod,
    minReady: '5s',
    progressDeadline: '60s',
  });
  const exporter = new KafkaExporter(chart, 'kafka-exporter', {
    namespace,
    image: 'registry.example/kafka-exporter:1.9.0',
    resources: SMALL,
    user: 65_534,
    endpoint: brokers.endpoint(9092),
    bootstrapServers: 'kafka.data.svc.cluster.local:9092',
    kafkaVersion: '2.1.0',
    probes: TIMINGS,
    terminationGrace: '30s',
    priorityClassName: 'platform',
    minReady: '5s',
    progressDeadline: '120s',
    ...overrides,
  });
  return { exporter, brokers, chart, container: () => podOf(chart).containers[0] };
}

function podOf(chart: ReturnType<typeof Testing.chart>) {
  return (objectsOf(chart)('Deployment', 'kafka-exporter').spec as PodSpecHolder).template.spec;
}

interface PodSpecHolder {
  replicas: number;
  template: { spec: { containers: Record<string, unknown>[]; volumes?: unknown[] } };
}

test('one pod reports, so that nothing is counted twice', () => {
  const { chart } = synth();
  expect(objectsOf(chart)('Deployment', 'kafka-exporter').spec).toMatchObject({ replicas: 1 });
  expect(() => objectsOf(chart)('PodDisruptionBudget')).toThrow('no PodDisruptionBudget');
});

test('asks the brokers in a protocol that those of version 4 answer', () => {
  expect(synth().container()).toMatchObject({
    args: ['--kafka.server=kafka.data.svc.cluster.local:9092', '--kafka.version=2.1.0', '--web.listen-address=:9308'],
  });
});

test('a failing broker neither restarts the exporter nor takes it out of service', () => {
  const { startupProbe, readinessProbe, livenessProbe } = synth().container() as Record<string, { httpGet: object }>;
  for (const probe of [startupProbe, readinessProbe, livenessProbe]) {
    expect(probe?.httpGet).toEqual({ path: '/healthz', port: 'metrics', scheme: 'HTTP' });
  }
});

test('starts after the brokers and may reach their client port and nothing else', () => {
  const { exporter, brokers, chart } = synth();
  expect(exporter.node.dependencies).toEqual([brokers]);
  const policy = objectsOf(chart)('NetworkPolicy', 'kafka-exporter').spec as {
    egress: { ports: { port: number }[] }[];
  };
  expect(policy.egress.flatMap(({ ports }) => ports.map(({ port }) => port)).sort()).toEqual([53, 53, 9092]);
  const server = objectsOf(chart)('NetworkPolicy', 'brokers').spec as { ingress: unknown[] };
  expect(server.ingress).toHaveLength(1);
});

test('tells a scraper its own pods and port', () => {
  const { exporter } = synth();
  expect(exporter.metricsTargets).toEqual([{ workload: exporter, port: 9308 }]);
});

test('all props: logs in over TLS with a password that stands in a Secret', () => {
  const login = {
    userName: 'exporter',
    password: { secret: 'kafka-users', key: 'exporter-password' },
    authority: { secret: 'kafka-authority', key: 'ca.crt' },
  };
  const all: Required<Pick<KafkaExporterProps, 'login'>> = { login };
  const { container, chart } = synth(all);
  expect(container()).toMatchObject({
    args: expect.arrayContaining([
      '--sasl.enabled',
      '--sasl.mechanism=plain',
      '--sasl.username=exporter',
      '--tls.enabled',
      '--tls.ca-file=/etc/kafka-authority/ca.crt',
    ]),
    env: [
      { name: 'SASL_USER_PASSWORD', valueFrom: { secretKeyRef: { name: 'kafka-users', key: 'exporter-password' } } },
    ],
    volumeMounts: [{ name: 'authority', mountPath: '/etc/kafka-authority', readOnly: true }],
  });
  expect(podOf(chart).volumes).toEqual([
    {
      name: 'authority',
      secret: { secretName: 'kafka-authority', defaultMode: 288, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
    },
  ]);
});

test.each([
  ['2.0.0', 'kafkaVersion must be at least 2.1.0, got 2.0.0; brokers of Kafka 4 answer nothing older'], // its default
  ['4', 'kafkaVersion must be at least 2.1.0, got 4; brokers of Kafka 4 answer nothing older'], // no version to its parser
])('fails for version %s', (kafkaVersion, problem) => {
  expect(() => synth({ kafkaVersion }).container()).toThrow(`[test/kafka-exporter] ${problem}`);
});

test.each(['2.1.0', '2.10.0', '4.0.0'])('takes version %s', (kafkaVersion) => {
  expect(() => synth({ kafkaVersion }).container()).not.toThrow();
});
