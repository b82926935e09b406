import { Testing } from 'cdk8s';
import { load } from 'js-yaml';
import { Logstash, LogstashProps } from '../../../lib/constructs/logstash/logstash';
import { Any } from '../../dist/read-dist';
import { search, STORE } from '../elastic-support';
import { namespaceIn, objectsOf } from '../support';

function define(changed: Partial<LogstashProps> = {}) {
  const chart = Testing.chart();
  const logstash = new Logstash(chart, 'logs', {
    ...STORE,
    namespace: namespaceIn(chart),
    heapPercent: 50,
    pipeline: 'input { tcp { port => 5000 } } output { elasticsearch { hosts => "${ELASTICSEARCH_URL}" } }',
    env: {},
    inputs: { tcp: 5000 },
    elasticsearch: search,
    queue: '8Gi',
    ...changed,
  });
  return { logstash, find: () => objectsOf(chart) as (kind: string, name?: string) => Any };
}

test('events that were taken stand on the volume until they are written', () => {
  const { find } = define();
  const settings = load(find()('ConfigMap').data['logstash.yml']) as Any;
  expect(settings).toMatchObject({
    'queue.type': 'persisted',
    'queue.max_bytes': '8192mb',
    'api.http.host': '0.0.0.0',
  });
  const [container] = find()('StatefulSet').spec.template.spec.containers;
  expect(container.volumeMounts).toContainEqual({ name: 'data', mountPath: '/usr/share/logstash/data' });
});

test('the pipeline of the image is not run beside it', () => {
  const { containers, volumes } = define().find()('StatefulSet').spec.template.spec;
  expect(containers[0].volumeMounts).toContainEqual({
    name: 'pipeline',
    mountPath: '/usr/share/logstash/pipeline',
    readOnly: true,
  });
  expect(volumes.find(({ name }: Any) => name === 'pipeline').configMap.items).toEqual([
    { key: 'logstash.conf', path: 'logstash.conf' },
  ]);
});

test('the heap is a share of the memory limit, and its settings stay one file of the folder', () => {
  const [container] = define().find()('StatefulSet').spec.template.spec.containers;
  expect(container.env[0]).toEqual({ name: 'LS_JAVA_OPTS', value: '-Xms1024m -Xmx1024m' });
  expect(container.volumeMounts).toContainEqual({
    name: 'settings',
    mountPath: '/usr/share/logstash/config/logstash.yml',
    subPath: 'logstash.yml',
    readOnly: true,
  });
});

test.each<[string, Partial<LogstashProps>, string]>([
  ['no heap', { heapPercent: 90 }, 'heapPercent must be from 1 to 75, got 90; the rest of the memory is not heap'],
  ['a queue as large as its volume', { queue: '10Gi' }, 'queue must be smaller than the volume of 10Gi, got 10Gi'],
  [
    'a port without an input',
    { inputs: { beats: 5044 } },
    'inputs.beats must be a port that the pipeline listens on, got 5044',
  ],
])('%s is refused', (_, changed, message) => {
  expect(define(changed).logstash.node.validate()).toEqual([message]);
});
