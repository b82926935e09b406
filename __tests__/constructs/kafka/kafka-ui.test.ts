import { Testing } from 'cdk8s';
import { KafkaUi } from '../../../lib/constructs/kafka/kafka-ui';
import { Any } from '../../dist/read-dist';
import { peerAt, SINGLE_POD } from '../elastic-support';
import { namespaceIn, objectsOf } from '../support';

function define(heapPercent = 60) {
  const chart = Testing.chart();
  const pages = new KafkaUi(chart, 'pages', {
    ...SINGLE_POD,
    namespace: namespaceIn(chart),
    clusterName: 'shop',
    endpoint: peerAt('kafka', 9092),
    bootstrapServers: 'kafka.data.svc:9092',
    heapPercent,
    scratch: '64Mi',
  });
  return { pages, find: () => objectsOf(chart) as (kind: string, name?: string) => Any };
}

test('shows one cluster, changes nothing of it, and asks nobody outside', () => {
  const { env } = define().find()('Deployment').spec.template.spec.containers[0];
  expect(Object.fromEntries(env.map(({ name, value }: Any) => [name, value]))).toMatchObject({
    KAFKA_CLUSTERS_0_NAME: 'shop',
    KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: 'kafka.data.svc:9092',
    KAFKA_CLUSTERS_0_READONLY: 'true',
    GITHUB_RELEASE_INFO_ENABLED: 'false',
    JAVA_OPTS: '-XX:InitialRAMPercentage=60 -XX:MaxRAMPercentage=60',
  });
});

test('nothing reaches it until something opens the way', () => {
  expect(define().find()('NetworkPolicy', 'pages').spec.ingress).toBeUndefined();
});

test('brokers that are away do not restart it', () => {
  const [container] = define().find()('Deployment').spec.template.spec.containers;
  expect(container.livenessProbe.httpGet.path).toBe('/actuator/health/liveness');
});

test('a heap as large as the memory is refused', () => {
  expect(define(100).pages.node.validate()).toEqual([
    'heapPercent must be from 1 to 75, got 100; the rest of the memory is not heap',
  ]);
});
