import { Testing } from 'cdk8s';
import {
  NamespaceRegistrationJob,
  NamespaceRegistrationJobProps,
  TemporalNamespace,
} from '../../../lib/constructs/temporal/namespace-registration-job';
import { namespaceIn, objectsOf } from '../support';
import { podOf, serverIn, settingsOf, TOOL, TOOL_PROBLEMS } from './temporal-support';

type Props = Omit<NamespaceRegistrationJobProps, 'namespace' | 'server'>;

const orders: Required<TemporalNamespace> = { retention: '168h', description: 'Orders', mayLoseHistory: true };
const required: Required<Props> = {
  ...TOOL,
  address: 'temporal-frontend.temporal.svc.cluster.local:7233',
  temporalNamespaces: { orders, returns: { retention: '7d' } },
};

function define(overrides: Partial<Props> = {}) {
  const chart = Testing.chart();
  const server = serverIn(chart, 'temporal-frontend', 7233);
  new NamespaceRegistrationJob(chart, 'namespaces', {
    namespace: namespaceIn(chart),
    server,
    ...required,
    ...overrides,
  });
  return chart;
}

test('the script reads a table beside it', () => {
  const chart = define();
  expect(settingsOf(podOf(chart, 'Job'))).toMatchObject({
    NAMESPACES_FILE: '/opt/job/namespaces.tsv',
    TEMPORAL_ADDRESS: 'temporal-frontend.temporal.svc.cluster.local:7233',
    CALL_SECONDS: '10',
    HOME: '/tmp',
  });
  expect(objectsOf(chart)('ConfigMap', 'namespaces').data).toMatchObject({
    'namespaces.tsv': 'orders\t604800\tlose\tOrders\nreturns\t604800\tkeep\t\n',
  });
});

test('a changed table is a new Job', () => {
  const nameOf = (overrides: Partial<Props>) => objectsOf(define(overrides))('Job').metadata.name;
  expect(nameOf({ temporalNamespaces: { orders: { retention: '169h' } } })).not.toBe(nameOf({}));
});

const only = (name: string, row: Partial<TemporalNamespace>): Partial<Props> => ({
  temporalNamespaces: { [name]: { retention: '24h', ...row } },
});

test.each<[Partial<Props>, string]>([
  ...TOOL_PROBLEMS,
  [{ temporalNamespaces: {} }, 'temporalNamespaces must name at least one namespace, got none'],
  [
    only('bad name!', {}), // the server takes it
    "temporalNamespaces must be named with up to 63 letters, digits, '.', '_' and '-', got 'bad name!'",
  ],
  [
    only('-orders', {}), // the tool would take it for an option
    "temporalNamespaces must be named with up to 63 letters, digits, '.', '_' and '-', got '-orders'",
  ],
  [only('temporal-system', {}), "temporalNamespaces must leave the server's own alone, got 'temporal-system'"],
  [only('orders', { retention: '23h' }), 'temporalNamespaces.orders.retention must be at least 24h, got 23h'],
  [only('orders', { retention: '1.5d' }), 'temporalNamespaces.orders.retention must be at least 24h, got 1.5d'],
  [
    only('orders', { description: 'two\nlines' }),
    'temporalNamespaces.orders.description must be one line of ASCII without " \\ < > &, got "two\\nlines"',
  ],
  [
    only('orders', { description: 'a tab\tinside' }), // would be another column
    'temporalNamespaces.orders.description must be one line of ASCII without " \\ < > &, got "a tab\\tinside"',
  ],
  [
    only('orders', { description: ' padded' }), // the shell would trim it
    'temporalNamespaces.orders.description must be one line of ASCII without " \\ < > &, got " padded"',
  ],
])('fails for %j', (overrides, problem) => {
  expect(() => Testing.synth(define(overrides))).toThrow(problem);
});

test.each<Partial<Props>>([
  only('wms-platform_2.eu', {}),
  only('a'.repeat(63), {}),
  only('orders', { description: "what's open, and since when (100 %); see #1 [a] {b} | ~ $HOME `x` *" }),
  only('orders', { description: '' }),
])('accepts %j', (overrides) => {
  expect(() => Testing.synth(define(overrides))).not.toThrow();
});
