import { FakeTemporal } from './fake-temporal';

const orders = { orders: { retention: '168h', description: 'Workflows of orders' } } as const;

let temporal: FakeTemporal;
beforeEach(() => (temporal = new FakeTemporal()));
afterEach(() => temporal.remove());

test('creates what is missing, and looks whether it is there', () => {
  expect(temporal.run({ ...orders, returns: { retention: '7d' } })).toEqual({
    code: 0,
    lines: [
      'orders: created with a retention of 604800 s',
      'orders: is as declared, retention 604800 s',
      'returns: created with a retention of 604800 s',
      'returns: is as declared, retention 604800 s',
    ],
  });
  expect(temporal.state('orders')).toBe('604800 Workflows of orders');
  expect(temporal.state('returns')).toBe('604800');
});

test('a second run changes nothing', () => {
  temporal.run(orders);
  expect(temporal.run(orders)).toEqual({ code: 0, lines: ['orders: is as declared, retention 604800 s'] });
  expect(temporal.changes()).toEqual(['namespace create -n orders']);
});

test('leaves namespaces alone that it does not know', () => {
  temporal.namespace('legacy', 3600, 'of somebody else').run(orders);
  expect(temporal.state('legacy')).toBe('3600 of somebody else');
  expect(temporal.state('default')).toBe('86400 made by the server');
});

test('lengthens a retention', () => {
  const { code, lines } = temporal.namespace('orders', 86400, 'Workflows of orders').run(orders);
  expect(code).toBe(0);
  expect(lines[0]).toBe('orders: changed, retention from 86400 s to 604800 s');
  expect(temporal.state('orders')).toBe('604800 Workflows of orders');
});

test('corrects a description, and leaves one alone that is not declared', () => {
  temporal.namespace('orders', 604800, 'old').namespace('returns', 604800, 'kept');
  expect(temporal.run({ ...orders, returns: { retention: '168h' } }).code).toBe(0);
  expect(temporal.state('orders')).toBe('604800 Workflows of orders');
  expect(temporal.state('returns')).toBe('604800 kept');
});

test('fails with 2 for a shorter retention, changes nothing of it, and still makes the others', () => {
  const { code, lines } = temporal.namespace('orders', 864000).run({ ...orders, returns: { retention: '24h' } });
  expect(code).toBe(2);
  expect(lines[0]).toBe(
    'orders: refused: a retention of 604800 s is shorter than 864000 s and would delete histories; declare mayLoseHistory',
  );
  expect(temporal.state('orders')).toBe('864000');
  expect(temporal.state('returns')).toBe('86400');
});

test('shortens a retention where the catalogue says that histories may be lost', () => {
  temporal.namespace('orders', 864000);
  expect(temporal.run({ orders: { ...orders.orders, mayLoseHistory: true } }).code).toBe(0);
  expect(temporal.state('orders')).toBe('604800 Workflows of orders');
});

test('waits for a server that is still starting', () => {
  temporal.fault('cluster health', 'failed reaching server: connection refused', 'failed reaching server: timeout');
  expect(temporal.run(orders).code).toBe(0);
});

test('fails with 1 and the reason when the server does not come', () => {
  temporal.fault('cluster health', ...Array<string>(100).fill('failed reaching server: connection refused'));
  expect(temporal.run(orders, 0)).toEqual({
    code: 1,
    lines: [
      'gave up after 0 s: temporal-frontend:7233 does not serve: Error: failed reaching server: connection refused',
    ],
  });
});

test('does not take a failed question for a missing namespace', () => {
  temporal.namespace('orders', 604800, 'Workflows of orders').fault('namespace describe', 'context deadline exceeded');
  const { code, lines } = temporal.run(orders);
  expect(code).toBe(0);
  expect(lines[0]).toBe('orders: not yet: Error: context deadline exceeded');
  expect(temporal.changes()).toEqual([]);
});

test('fails with 1 when a change goes on failing', () => {
  temporal.fault('namespace create', ...Array<string>(200).fill('unavailable: no database'));
  const { code, lines } = temporal.run(orders, 1);
  expect(code).toBe(1);
  expect(lines).toContain('orders: not yet: Error: unavailable: no database');
  expect(lines.at(-1)).toBe('orders: gave up after 1 s');
});

test('takes a namespace that another run created first for what it is', () => {
  // Created between the question and the answer: not found, already exists, then found.
  temporal.namespace('orders', 86400).fault('namespace describe', 'Namespace orders is not found.');
  const { code, lines } = temporal.run(orders);
  expect(code).toBe(0);
  expect(lines.slice(0, 2)).toEqual(['orders: already exists', 'orders: changed, retention from 86400 s to 604800 s']);
});

test('fails with 1 for an answer that tells no retention', () => {
  temporal.namespace('orders', NaN);
  const { code, lines } = temporal.run(orders, 0);
  expect(code).toBe(1);
  expect(lines[0]).toBe('orders: not yet: the answer of describe holds no retention');
});
