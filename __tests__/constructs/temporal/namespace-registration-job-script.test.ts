import { FakeTemporal } from './fake-temporal';

const orders = { orders: { retention: '168h', description: 'Workflows of orders' } } as const;

const running: FakeTemporal[] = [];
const start = () => {
  const temporal = new FakeTemporal();
  running.push(temporal);
  return temporal;
};
afterEach(() => running.splice(0).forEach((temporal) => temporal.remove()));

test('registers what is missing', () => {
  const temporal = start();
  expect(temporal.run({ ...orders, returns: { retention: '7d' } })).toEqual({
    code: 0,
    lines: ['orders: registered, retention 604800 s', 'returns: registered, retention 604800 s'],
  });
  expect(temporal.state('orders')).toBe('604800 Workflows of orders');
  expect(temporal.state('returns')).toBe('604800');
});

test('looks whether what it did is there', () => {
  const temporal = start();
  temporal.run(orders);
  const looks = ['namespace describe', 'namespace create', 'namespace describe'];
  expect(temporal.calls()).toEqual(['cluster health', ...looks.map((command) => `${command} --namespace orders`)]);
});

test('a second run changes nothing', () => {
  const temporal = start();
  temporal.run(orders);
  expect(temporal.run(orders)).toEqual({ code: 0, lines: ['orders: unchanged'] });
  expect(temporal.changes()).toEqual(['namespace create --namespace orders']);
});

test('leaves namespaces alone that it does not know', () => {
  const temporal = start().namespace('legacy', 3600, 'of somebody else');
  temporal.run(orders);
  expect(temporal.state('legacy')).toBe('3600 of somebody else');
});

test('lengthens a retention', () => {
  const temporal = start().namespace('orders', 86400, 'Workflows of orders');
  const { code, lines } = temporal.run(orders);
  expect({ code, state: temporal.state('orders') }).toEqual({ code: 0, state: '604800 Workflows of orders' });
  expect(lines).toEqual([
    "orders: updated, retention 86400 s, now 604800 s; description 'Workflows of orders', now 'Workflows of orders'",
  ]);
});

test('corrects a description, and leaves one alone that is not given', () => {
  const temporal = start().namespace('orders', 604800, 'old').namespace('returns', 604800, 'kept');
  expect(temporal.run({ ...orders, returns: { retention: '168h' } }).code).toBe(0);
  expect(temporal.state('orders')).toBe('604800 Workflows of orders');
  expect(temporal.state('returns')).toBe('604800 kept');
});

test('fails with 2 for a shorter retention, changes nothing of it, and still registers the others', () => {
  const temporal = start().namespace('orders', 864000, 'old');
  const { code, lines } = temporal.run({ ...orders, returns: { retention: '24h' } });
  expect(code).toBe(2);
  expect(lines[0]).toBe(
    'orders: refused: retention is 864000 s, and 604800 s would delete histories; allow it by mayLoseHistory',
  );
  expect(temporal.state('orders')).toBe('864000 old');
  expect(temporal.state('returns')).toBe('86400');
});

test('shortens a retention where histories may be lost', () => {
  const temporal = start().namespace('orders', 864000);
  expect(temporal.run({ orders: { ...orders.orders, mayLoseHistory: true } }).code).toBe(0);
  expect(temporal.state('orders')).toBe('604800 Workflows of orders');
});

test('waits for a server that is still starting', () => {
  const temporal = start().fault(
    'cluster health',
    'failed reaching server: refused',
    'failed reaching server: timeout',
  );
  expect(temporal.run(orders)).toEqual({
    code: 0,
    lines: [
      'temporal-frontend:7233: not yet: failed reaching server: refused',
      'temporal-frontend:7233: not yet: failed reaching server: timeout',
      'orders: registered, retention 604800 s',
    ],
  });
});

test('fails with 1 and the reason when the server does not come', () => {
  const temporal = start().fault('cluster health', ...Array<string>(100).fill('failed reaching server: refused'));
  expect(temporal.run(orders, 0)).toEqual({
    code: 1,
    lines: [
      'temporal-frontend:7233: not yet: failed reaching server: refused',
      'temporal-frontend:7233: gave up after 0 s',
    ],
  });
});

test('does not take a question without an answer for a missing namespace', () => {
  const temporal = start().namespace('orders', 604800, 'Workflows of orders');
  temporal.fault('namespace describe', 'context deadline exceeded');
  expect(temporal.run(orders)).toEqual({
    code: 0,
    lines: ['orders: not yet: context deadline exceeded', 'orders: unchanged'],
  });
  expect(temporal.changes()).toEqual([]);
});

test.each(['namespace create', 'namespace update'])(
  'fails with 1 and the reason when %s goes on failing',
  (command) => {
    const temporal = start().fault(command, ...Array<string>(200).fill('unavailable: no database'));
    if (command === 'namespace update') temporal.namespace('orders', 86400);
    const { code, lines } = temporal.run(orders, 1);
    expect(code).toBe(1);
    expect(lines[0]).toBe('orders: not yet: unavailable: no database');
    expect(lines.at(-1)).toBe('orders: gave up after 1 s');
  },
);

test('takes a namespace that another run registered first for what it is', () => {
  // Registered between the question and the answer: not found, then it already exists, then it is there.
  const temporal = start().namespace('orders', 86400).fault('namespace describe', 'Namespace orders is not found.');
  expect(temporal.run(orders).code).toBe(0);
  expect(temporal.state('orders')).toBe('604800 Workflows of orders');
});

test('three runs side by side all end with it done', async () => {
  const temporal = start();
  const runs = await Promise.all([temporal.runBeside(orders), temporal.runBeside(orders), temporal.runBeside(orders)]);
  expect(runs).toEqual([0, 0, 0]);
  expect(temporal.state('orders')).toBe('604800 Workflows of orders');
});

test('fails with 1 for an answer that tells no retention', () => {
  const { code, lines } = start().namespace('orders', NaN).run(orders, 0);
  expect({ code, first: lines[0] }).toEqual({
    code: 1,
    first: 'orders: not yet: the answer has no retention in whole seconds',
  });
});
