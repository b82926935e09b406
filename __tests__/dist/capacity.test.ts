import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environments } from '../../lib/environments';
import { EnvironmentName, ENVIRONMENTS } from '../../lib/model/environment';
import { bytes, millicores } from '../../lib/model/quantity';
import { readBytes, readCpu } from '../../lib/review/amounts';
import { capacityOf, sumCapacity } from '../../lib/review/capacity';
import { judgeNodes } from '../../lib/review/node-table';
import { findUnplaced } from '../../lib/review/placement';
import { all, distOf } from './read-dist';

const page = readFileSync(join(__dirname, '../../docs/capacity.md'), 'utf8');

function componentsOf(environment: EnvironmentName) {
  const { count } = environments[environment].nodes;
  return capacityOf(
    distOf(environment).map(({ object }) => object),
    count,
  );
}

test.each(ENVIRONMENTS)('%s: everything at its largest, with every Job, fits the declared nodes', (environment) => {
  const { count, cpu, memory, reserved, pods } = environments[environment].nodes;
  const size = {
    count,
    pods,
    cpu: millicores(cpu) - millicores(reserved.cpu),
    memory: bytes(memory) - bytes(reserved.memory),
  };
  expect(componentsOf(environment).length).toBeGreaterThan(20);
  expect(findUnplaced(componentsOf(environment), 'largest', size)).toEqual([]);
});

test.each(ENVIRONMENTS)('%s: roll-outs, a node that is gone and a zone that is gone leave room enough', (environment) => {
  const objects = distOf(environment).map(({ object }) => object);
  const { rows, fits } = judgeNodes(objects, environments[environment].nodes);
  expect(rows.length).toBe(environments[environment].nodes.zones > 1 ? 3 : 2);
  expect(fits).toBe(true);
});

test.each(ENVIRONMENTS)('%s: every quota has room for what its namespace takes at its largest', (environment) => {
  const quotas = all(environment, 'ResourceQuota');
  const components = componentsOf(environment);
  const covered = new Set(quotas.map(({ metadata }) => metadata.namespace));
  expect(components.map(({ namespace }) => namespace).filter((name) => !covered.has(name))).toEqual([]);
  for (const { metadata, spec } of quotas) {
    const own = components.filter(({ namespace }) => namespace === metadata.namespace);
    const sum = sumCapacity(own, 'largest');
    const { hard } = spec;
    expect(readCpu(hard['requests.cpu'])).toBeGreaterThanOrEqual(sum.requestsCpu);
    expect(readCpu(hard['limits.cpu'])).toBeGreaterThanOrEqual(sum.limitsCpu);
    expect(readBytes(hard['requests.memory'].replace(/^0$/, '0Mi'))).toBeGreaterThanOrEqual(sum.requestsMemory);
    expect(readBytes(hard['limits.memory'].replace(/^0$/, '0Mi'))).toBeGreaterThanOrEqual(sum.limitsMemory);
    expect(Number(hard.pods)).toBeGreaterThanOrEqual(sum.pods);
    expect(readBytes(hard['requests.storage'] ?? '0Mi')).toBeGreaterThanOrEqual(sum.storage);
  }
});

test("the documents' two tables stand beside their own sums and the rendered figures", () => {
  const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const found = rows.filter(([, name]) => /^(?:MongoDB|Kafka|Temporal|WMS Services|sum)\b/.test(name ?? ''));
  expect(found.map(([, name, says, adds]) => [name, says, adds])).toEqual([
    ['MongoDB (3 replicas)', '750m, 1.5Gi, 150Gi', '750m, 1.5Gi, 150Gi'],
    ['Kafka (3 brokers)', '1500m, 3Gi, 150Gi', '3000m, 6Gi, 210Gi'],
    ['Temporal (3 servers + PostgreSQL)', '1000m, 2Gi, 50Gi', '850m, 2Gi, 20Gi'],
    ['WMS Services (10 services, min replicas)', '1500m, 3Gi, –', '2400m, 3Gi, –'],
    ['sum', '4750m, 9.5Gi, 350Gi', '7000m, 12.5Gi, 380Gi'],
    ['MongoDB (3 replicas)', '3000m, 3Gi, 150Gi', '3000m, 3Gi, 150Gi'],
    ['Kafka (3 brokers)', '6000m, 6Gi, 150Gi', '12000m, 12Gi, 210Gi'],
    ['Temporal (3 servers + dependencies)', '4000m, 6Gi, 90Gi', '10000m, 10Gi, 110Gi'],
    ['WMS Services (10 services, max replicas)', '8000m, 12Gi, –', '12000m, 12Gi, –'],
    ['sum', '21000m, 27Gi, 390Gi', '37000m, 37Gi, 470Gi'],
  ]);
});

test('the figures of the services in prod are those of their rows: 2700m of requests, 48 cores of limits', () => {
  const services = componentsOf('prod').filter(
    ({ namespace, runs }) => namespace === 'wms-platform' && runs === 'always',
  );
  expect(sumCapacity(services, 'smallest').requestsCpu).toBe(2700);
  expect(sumCapacity(services, 'largest').limitsCpu).toBe(48_000);
});
