import { Environment } from '../environments/environment';
import { EnvironmentFacts } from '../rules/environment-facts';

/** What rules know of an environment beside its objects: its nodes, and what others bring to the cluster. */
export function factsOf({ kubernetesMinor, nodes, ingress, delivery }: Environment): EnvironmentFacts {
  const { count, cpu, memory, reserved, pods } = nodes;
  return {
    kubernetes: kubernetesMinor.slice(1),
    nodes: { count, cpu, memory, reserved, pods },
    provided: [
      ...(ingress.kind === 'nginx' ? [`IngressClass ${ingress.className}`] : []),
      `Namespace ${delivery.namespace}`,
    ],
  };
}
