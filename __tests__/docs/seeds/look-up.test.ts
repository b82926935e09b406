import { lookUp } from '../../../docs/seeds/look-up';

const object = {
  spec: {
    replicas: 3,
    ports: [
      { name: 'http', port: 80 },
      { name: 'management', port: 8081 },
    ],
    args: ['-c', 'max_connections=240', 'shared_buffers=256MB'],
    options: '-XX:MaxGCPauseMillis=200 -Xlog:gc',
  },
  data: {
    'server.properties': 'log.retention.hours=168\nlog.dirs=/data\n',
    'topics.txt': '# topic partitions\norders 6 3\norders.dead 1 3\n',
    'application.yaml': 'spring:\n  pool:\n    size: 20\njobs:\n  - job_name: a\n    every: 15s\n',
    'request.json': '{"view": {"title": "logs-*"}}',
    'config.yaml': '# enable-template\n{{- if true }}{{ end }}\nmaxConns: 20\n',
  },
};

test.each([
  ['spec.replicas', 3],
  ['spec.ports[management].port', 8081],
  ['spec.ports[port=80].name', 'http'],
  ['spec.ports.length', 2],
  ['spec.args[max_connections]', '240'],
  ['spec.options[-XX:MaxGCPauseMillis]', '200'],
  ['data[server.properties][log.retention.hours]', '168'],
  ['data[topics.txt][orders]', '6 3'],
  ['data[topics.txt].length', 2],
  ['data[application.yaml].spring.pool.size', 20],
  ['data[application.yaml].jobs[job_name=a].every', '15s'],
  ['data[request.json].view.title', 'logs-*'],
  ['data[config.yaml][maxConns]', '20'],
])('%s is %j', (path, value) => {
  expect(lookUp(object, path)).toBe(value);
});

test.each([
  'spec.none',
  'spec.replicas.deeper',
  'spec.ports[metrics].port',
  'spec.args[max]',
  'data[topics.txt][order]',
  'data[none][x]',
])('%s is nothing', (path) => {
  expect(lookUp(object, path)).toBeUndefined();
});
