import { ENVIRONMENTS } from '../../lib/model/environment';
import { connectivity } from '../../lib/rules/network/connectivity';
import { network } from '../../lib/rules/network';
import { ObjectIndex } from '../../lib/rules/object-index';
import { connectionsOf } from '../../lib/synth/connections-of';
import { renderEnvironment } from '../../lib/synth/synthesize';
import { distOf } from './read-dist';

/** The figures of the WMS' services: port, whom each calls, and whether it keeps data and runs workflows. */
// prettier-ignore
const SERVICES = {
  'order-service':         { port: 8001, database: true,  temporal: true,  calls: ['orchestrator'] },
  'waving-service':        { port: 8002, database: true,  temporal: true,  calls: ['order-service'] },
  'routing-service':       { port: 8003, database: true,  temporal: false, calls: [] },
  'picking-service':       { port: 8004, database: true,  temporal: true,  calls: [] },
  'consolidation-service': { port: 8005, database: true,  temporal: true,  calls: [] },
  'packing-service':       { port: 8006, database: true,  temporal: true,  calls: [] },
  'shipping-service':      { port: 8007, database: true,  temporal: true,  calls: [] },
  'inventory-service':     { port: 8008, database: true,  temporal: false, calls: [] },
  'labor-service':         { port: 8009, database: true,  temporal: false, calls: [] },
} as const;

const names = Object.keys(SERVICES) as (keyof typeof SERVICES)[];
const portOf = (name: string) => (name === 'orchestrator' ? 8080 : SERVICES[name as keyof typeof SERVICES].port);

/** `<to>:<ports>` of every connection that an environment declares from one client. */
const declaredFrom = (connections: ReturnType<typeof connectionsOf>, client: string) =>
  connections.filter(({ from }) => from === client).map(({ to, ports }) => `${to}:${ports.join(',')}`);

describe.each(ENVIRONMENTS)('%s', (environment) => {
  const connections = connectionsOf(renderEnvironment(environment).app);
  const objects = distOf(environment).map(({ file, object }) => ({ path: file, manifest: object }));
  const index = new ObjectIndex(objects, { connections });

  test('the policies of dist allow what is declared and nothing else, and no rule about networks has anything to say', () => {
    const found = network.rules.flatMap(({ judge }) => [...judge(index)].map(({ message }) => message));
    expect(found).toEqual([]);
    expect(connections.length).toBeGreaterThan(100);
  });

  test.each(names)('%s declares the connections of its row', (name) => {
    const { database, temporal, calls } = SERVICES[name];
    const internet = '0.0.0.0/0 except 10.0.0.0/8, 100.64.0.0/10, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16';
    const own = declaredFrom(connections, `wms-platform/${name}`);
    expect(own.filter((to) => !to.startsWith('istio-system/'))).toEqual([
      ...(name === 'shipping-service' ? [`${internet}:443/TCP`] : []),
      expect.stringMatching(/^kafka\/kafka(?:-broker)?:9092\/TCP$/),
      ...(database ? ['mongodb/mongodb:27017/TCP'] : []),
      'observability/otel-collector:4317/TCP',
      ...(temporal ? ['temporal/temporal-frontend:7233/TCP'] : []),
      ...calls.map((callee) => `wms-platform/${callee}:${portOf(callee)}/TCP`),
    ]);
  });

  test('the orchestrator calls all nine services and keeps nothing', () => {
    const own = declaredFrom(connections, 'wms-platform/orchestrator');
    const services = own.filter((to) => to.startsWith('wms-platform/'));
    expect(services).toEqual([...names].sort().map((name) => `wms-platform/${name}:${portOf(name)}/TCP`));
    expect(own.filter((to) => to.startsWith('mongodb/'))).toEqual([]);
  });

  test('from outside two services are reached', () => {
    const { cluster } = index.view(connectivity);
    const edges = new Set(cluster.foreign.map(({ text }) => text));
    const fromOutside = connections.filter(({ from, to }) => edges.has(from) && to.startsWith('wms-platform/') && !to.includes('='));
    const servers = fromOutside.filter(({ from }) => !from.startsWith('observability/') && !from.includes('prometheus'));
    expect([...new Set(servers.map(({ to }) => to))]).toEqual(['wms-platform/order-service', 'wms-platform/waving-service']);
  });

  test('every workload is closed in both directions', () => {
    const found = index.view(connectivity);
    const open = found.cluster.workloads.filter(
      (group) => !found.isIsolated('ingress', group) || !found.isIsolated('egress', group),
    );
    expect(open.map(({ text }) => text)).toEqual([]);
  });
});
