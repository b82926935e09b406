import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { EnvironmentName } from '../lib/model/environment';
import { readFacts } from '../lib/reading/environment-file';
import { readBytes, readCpu } from '../lib/review/amounts';
import { NodeFacts } from '../lib/rules/environment-facts';
import { Live } from './harness/api-server';

/** The nodes that an environment's file in dist declares. */
export function nodeFactsOf(environment: EnvironmentName): NodeFacts {
  const text = readFileSync(join(__dirname, '../dist', environment, 'environment.yaml'), 'utf8');
  const { nodes } = readFacts(load(text) as Record<string, unknown>).facts;
  if (nodes === undefined) throw new Error(`dist/${environment}/environment.yaml says no nodes`);
  return nodes;
}

/** The nodes that facts tell of: zones in turn, and for pods what the system leaves of each. */
export function nodesOf({ count, cpu, memory, reserved, pods = 110, zones = 1 }: NodeFacts): Live[] {
  const allocatable = {
    cpu: `${readCpu(cpu) - readCpu(reserved?.cpu)}m`,
    memory: `${readBytes(memory) - readBytes(reserved?.memory)}`,
    pods: `${pods}`,
  };
  return Array.from({ length: count }, (_, index) => {
    const name = `node-${index}`;
    const labels = {
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      'topology.kubernetes.io/zone': `zone-${index % zones}`,
    };
    const status = { allocatable, capacity: { cpu, memory, pods: `${pods}` } };
    return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, status };
  });
}
