import { Testing } from 'cdk8s';
import { KafkaClusterProps } from '../../../lib/constructs/kafka/kafka-cluster';
import { alone, kafkaIn } from './kafka-support';
import { TIMINGS } from '../support';

function synth(overrides: Partial<KafkaClusterProps>) {
  const chart = Testing.chart();
  kafkaIn(chart, overrides);
  return Testing.synth(chart);
}

test.each<[Partial<KafkaClusterProps>, string]>([
  [{ brokers: 0 }, 'brokers must be a whole number from 1, got 0'],
  [
    { controllers: 0 },
    'controllers must be at least 1 for 3 brokers, got 0; only a single broker is its own controller',
  ],
  [{ controllers: 2 }, 'controllers must be 0 or odd, got 2; an even number bears no more failures than one less'],
  [{ controllers: -1 }, 'controllers must be 0 or odd, got -1'],
  [
    { terminationGrace: '300s' }, // the server itself gives up at that moment
    'terminationGrace must be longer than 300s, got 300s; a broker hands over its partitions first',
  ],
  [{ heapPercent: 76 }, 'heapPercent must be from 1 to 75, got 76; the rest of the memory is not heap'],
  [{ heapPercent: 0.5 }, 'heapPercent must be from 1 to 75, got 0.5'], // a share, not a percentage
  [{ replicationFactor: 4 }, 'replicationFactor must be from 1 to 3 for 3 brokers, got 4'],
  [
    { minInsyncReplicas: 3 }, // as many as there are copies
    'minInsyncReplicas must be from 1 to 2 for replicationFactor 3, got 3; one broker down would stop all writes',
  ],
  [{ ...alone, minInsyncReplicas: 2 }, 'minInsyncReplicas must be from 1 to 1 for replicationFactor 1, got 2'],
  [
    { clusterId: 'short' },
    "clusterId must be 22 letters, digits, - and _ of its own, got 'short'; make one with kafka-storage.sh random-uuid",
  ],
  [{ clusterId: '-21zLWRldi1rYWZrYS0wMQ' }, "got '-21zLWRldi1rYWZrYS0wMQ'"], // an option to the tool
  [{ clusterId: '5L6g3nShT-eMCtK--X86sw' }, "got '5L6g3nShT-eMCtK--X86sw'"], // the image's own
  [
    { probes: { ...TIMINGS, liveness: { period: '5s', timeout: '5s', failures: 3 } } },
    'probes.liveness.timeout must be shorter than its period 5s, got 5s',
  ],
  [{ retention: '90m' }, 'retention must be whole hours, got 90m'],
  [{ segment: '512Ki' }, 'segment must be from 1Mi to below 2Gi, got 512Ki'],
  [{ segment: '2Gi' }, 'segment must be from 1Mi to below 2Gi, got 2Gi'], // one byte too many for Kafka's integer
])('fails for %j', (overrides, problem) => {
  expect(() => synth(overrides)).toThrow(problem);
});

test.each<Partial<KafkaClusterProps>>([{ controllers: 1 }, { minInsyncReplicas: 1 }, { segment: '2047Mi' }, alone])(
  'takes %j',
  (overrides) => {
    expect(() => synth(overrides)).not.toThrow();
  },
);
