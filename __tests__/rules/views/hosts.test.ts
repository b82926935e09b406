import { hostsIn } from '../../../lib/rules/views/hosts';

const found = (text: string) => hostsIn(text).map(({ name, port }) => `${name}:${port ?? ''}`);

test.each([
  ['mongodb://root@db-0.db:27017,DB-1.db.:27018/shop', ['db-0.db:27017', 'db-1.db:27018']],
  ['https://api.shop/v1', ['api.shop:443']],
  ['kafka-0:9092,kafka-1:9092', ['kafka-0:9092', 'kafka-1:9092']],
  ['--kafka.server=kafka:9092', ['kafka:9092']],
  ['ask api.shop.svc.cluster.local first', ['api.shop.svc.cluster.local:']],
  ['a: x\n# old: http://gone:80\n-- gone:81\nb: http://here:82', ['here:82']],
])('%j names its hosts', (text, hosts) => {
  expect(found(text)).toEqual(hosts);
});

test.each(['image/name:1.27', '10.0.0.1:80', '12:30', 'http://$HOST:80', '${HOST}:8080', 'no host at all', 'a:b:80c'])(
  '%j names none',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);
