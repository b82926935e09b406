import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { grouped } from '../views/grouped';
import { podTemplates } from '../views/pods';
import { amountOf, formatSize } from '../views/quantities';
import { workloads } from '../views/scale';
import { tree, treeAt, trees } from '../views/tree';

/** Services and claims of a namespace fit into its quota. */
export const objectQuotaFits: Rule = {
  id: 'availability/object-quota-fits',
  title: 'A quota has room for the Services and claims of its namespace',
  severity: 'error',
  why: 'The server refuses what comes last: a Service is not there, or a pod waits for its volume for ever.',
  cure: 'raise the quota',
  sources: ['V36', 'Kubernetes: resource quotas, object count and storage'],
  judge: findTightQuotas,
};

/** What is counted of a namespace: its Services, and a size in bytes for every claim that it comes to. */
interface Holdings {
  readonly services: readonly RenderedObject[];
  readonly claims: readonly number[];
}

const MEASURES: Readonly<Record<string, (holdings: Holdings) => number>> = {
  services: ({ services }) => services.length,
  'services.loadbalancers': ({ services }) => services.filter((service) => typeOf(service) === 'LoadBalancer').length,
  'services.nodeports': ({ services }) => services.reduce((sum, service) => sum + nodePorts(service), 0),
  persistentvolumeclaims: ({ claims }) => claims.length,
  'requests.storage': ({ claims }) => claims.reduce((sum, size) => sum + size, 0),
};

function* findTightQuotas(index: ObjectIndex): Iterable<Finding> {
  const quotas = index.ofKind('ResourceQuota');
  if (quotas.length === 0) return;
  const namespaceOf = ({ manifest }: RenderedObject) => manifest.metadata.namespace;
  const services = grouped(index.ofKind('Service'), namespaceOf);
  const claims = grouped(claimsIn(index), ({ namespace }) => namespace);
  for (const subject of quotas) {
    const { hard, scopes, scopeSelector } = tree(subject.manifest['spec']);
    if (scopes !== undefined || scopeSelector !== undefined) continue;
    const namespace = namespaceOf(subject);
    const sizes = (claims.get(namespace) ?? []).flatMap(({ count, size }) => Array<number>(count).fill(size));
    const holdings = { services: services.get(namespace) ?? [], claims: sizes };
    for (const [resource, value] of Object.entries(tree(hard))) {
      const limit = amountOf(value);
      const needed = MEASURES[resource]?.(holdings);
      if (limit === undefined || needed === undefined || needed <= limit) continue;
      const amount = resource.endsWith('storage') ? formatSize(needed) : String(needed);
      const message = `${resource} of the quota must be at least ${amount}, got ${String(value)}`;
      yield { subject, at: ['spec', 'hard', resource], message };
    }
  }
}

const typeOf = ({ manifest }: RenderedObject): unknown => tree(manifest['spec'])['type'];

/** As the server counts them: ports of a load balancer, too, unless it says that it needs none on the nodes. */
function nodePorts(service: RenderedObject): number {
  const { ports, allocateLoadBalancerNodePorts: allocates } = tree(service.manifest['spec']);
  const type = typeOf(service);
  if (type === 'NodePort' || (type === 'LoadBalancer' && allocates !== false)) return trees(ports).length;
  return trees(ports).filter(({ nodePort }) => nodePort !== undefined).length;
}

interface Claims {
  readonly namespace: string | undefined;
  readonly count: number;
  readonly size: number;
}

/** Claims that stand alone, that StatefulSets make for every pod, and that live as long as a pod. */
function claimsIn(index: ObjectIndex): Claims[] {
  const most = new Map(index.view(workloads).map(({ pod, max }) => [pod, max]));
  const alone = index.ofKind('PersistentVolumeClaim').map(({ manifest }) => ({
    namespace: manifest.metadata.namespace,
    count: 1,
    size: sizeOf(manifest['spec']),
  }));
  const ofPods = index.view(podTemplates).flatMap((pod) => {
    const spec = tree(pod.owner.manifest['spec']);
    const count = spec['suspend'] === true ? 0 : (most.get(pod) ?? 1);
    const kept = trees(spec['volumeClaimTemplates']).map((template) => template['spec']);
    const passing = trees(pod.spec.volumes).flatMap((volume) => {
      const { volumeClaimTemplate } = treeAt(volume, 'ephemeral');
      return volumeClaimTemplate === undefined ? [] : [tree(volumeClaimTemplate)['spec']];
    });
    return [...kept, ...passing].map((claim) => ({ namespace: pod.namespace, count, size: sizeOf(claim) }));
  });
  return [...alone, ...ofPods];
}

const sizeOf = (claim: unknown): number => amountOf(treeAt(treeAt(claim, 'resources'), 'requests')['storage']) ?? 0;
