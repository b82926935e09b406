import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Any } from '../__tests__/dist/read-dist';
import { EnvironmentName } from '../lib/model/environment';

/** The nodes that an environment declares, over its zones, with all that they have for pods. */
export function nodesOf(environment: EnvironmentName): Any[] {
  const file = join(__dirname, '../dist', environment, 'environment.yaml');
  const { count, cpu, memory, pods, zones } = (load(readFileSync(file, 'utf8')) as Any).nodes;
  return Array.from({ length: count }, (_, index) => {
    const name = `node-${index}`;
    const labels = {
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      'topology.kubernetes.io/zone': `zone-${index % zones}`,
    };
    const resources = { cpu, memory, pods: String(pods) };
    const status = { allocatable: resources, capacity: resources };
    return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, status };
  });
}
