import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { clusterPlatform } from '../../lib/platforms/cluster';
import { observabilityPlatform } from '../../lib/platforms/observability';
import { orderPlatform } from '../../lib/platforms/order';
import { allOf, findOf } from '../objects';
import { alb, gateway, meshed, operated } from './profiles';
import { render } from './rendered';

const renderWith = (facts: Partial<Environment>) =>
  render({ ...environments.staging, ...facts }, [clusterPlatform, orderPlatform, observabilityPlatform]);

test.each<[string, Partial<Environment>]>([
  ['a load balancer of AWS', { ingress: alb }],
  ['a Gateway', { ingress: gateway }],
  ['a mesh', meshed],
  ['an operator of Prometheus', { monitoring: operated }],
])('the platform stands in a cluster with %s', (_, facts) => {
  const { problems, faults } = renderWith(facts);
  expect([problems, faults]).toEqual([[], []]);
});

test('a route of a Gateway leads to the port of the Service, and its pods are admitted at that of the container', () => {
  const { objects } = renderWith({ ingress: gateway });
  const { hostnames, rules } = findOf(objects, 'HTTPRoute', 'api-gateway').spec;
  expect(hostnames).toEqual(['api-staging.orderplatform.com']);
  expect(rules[0].backendRefs[0]).toMatchObject({ name: 'api-gateway', port: 80 });
  const policies = allOf(objects, 'NetworkPolicy').filter(({ metadata }) => metadata.name === 'api-gateway');
  const fromEdge = policies[0]?.spec.ingress.filter(({ from }: { from: unknown }) =>
    JSON.stringify(from).includes('envoy'),
  );
  expect(fromEdge.map(({ ports }: { ports: unknown }) => ports)).toEqual([[{ port: 8080, protocol: 'TCP' }]]);
});
