import { connectivityReport } from '../../../lib/cli/connectivity';
import { renderConnectivity } from '../../../lib/rules/network/render-connectivity';
import { realBundle } from '../cases/real-bundle';
import { bundleOf, deployment, namespace, pods, policyOf } from './yaml';

const bundle =
  deployment('web') +
  deployment('api') +
  policyOf('web', `policyTypes: [Ingress, Egress], egress: [{ to: [${pods('api')}], ports: [{ port: 8080 }] }]`) +
  policyOf(
    'api',
    `policyTypes: [Ingress, Egress], ingress: [{ from: [${pods('web')}, ${namespace('monitoring')}], ports: [{ port: http }] }]`,
  );

test('clients stand with their servers, by namespace, and few workloads in a table', () => {
  expect(renderConnectivity(bundleOf(bundle))).toBe(`monitoring/*
  -> shop/api: 8080/TCP

shop/web
  -> shop/api: 8080/TCP

              1         2
 1  shop/api  .         .
 2  shop/web  8080/TCP  .
`);
});

test('what is declared and shut has a minus, what is open and not declared a plus', () => {
  const connections = [{ from: 'shop/web', to: 'shop/api', ports: [9090] }];
  expect(renderConnectivity(bundleOf(bundle, { connections }))).toContain(`monitoring/*
  -> shop/api: +8080/TCP

shop/web
  -> shop/api: +8080/TCP -9090/TCP
`);
});

test('pods that no policy closes stand for everyone', () => {
  expect(renderConnectivity(bundleOf(deployment('web')))).toBe('*\n  -> shop/web: *\n\nshop/web\n  -> *: *\n');
});

test('the report of our own bundle marks nothing, and has a line for each connection that is declared', () => {
  const index = realBundle();
  const lines = connectivityReport(index).split('\n');
  expect(lines[0]).toMatch(/^Connections that \d+ policies allow, marked where declared otherwise$/);
  expect(lines.filter((line) => line.startsWith('  -> '))).toHaveLength(index.facts.connections?.length ?? 0);
  expect(lines.filter((line) => / [+-]\d/.test(line))).toEqual([]);
});
