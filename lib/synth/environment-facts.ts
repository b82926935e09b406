import { Environment } from '../environments/environment';
import { ChartRelease } from '../gitops/chart-release';
import { EdgeRow } from '../model/edge';
import { delivery } from '../platforms/delivery/config';
import { OPERATED } from '../platforms/observability/metrics-store';
import { mapConnections } from '../reading/connection-map';
import { ENVIRONMENT_FILE, ENVIRONMENT_TYPE } from '../reading/environment-file';
import { EnvironmentFacts } from '../rules/environment-facts';
import { GENERATED_MARK, RenderedFile } from './render-file';
import { Json, toYaml } from './yaml';

/** What rules have to know of an environment beside its objects. */
export function factsOf(environment: Environment, releases: readonly ChartRelease[]): EnvironmentFacts {
  const { count, cpu, memory, reserved, pods, zones } = environment.nodes;
  return {
    kubernetes: environment.kubernetesMinor.slice(1),
    nodes: { count, cpu, memory, reserved, pods, zones },
    provided: [...new Set([...provided(environment), ...releases.flatMap(providedByRelease)])].sort(),
  };
}

/** What the cluster has, what the charts of others bring, and what Argo CD makes for them. */
function provided({ dns, ingress, secretStore, monitoring, mesh, delivery: argoCd }: Environment): string[] {
  const { certManager, externalSecrets, metricsServer } = delivery.addOns;
  const store = 'serviceAccount' in secretStore ? secretStore.serviceAccount : undefined;
  const namespaces = [
    dns.namespace,
    argoCd.namespace,
    ...[certManager, externalSecrets, metricsServer].flatMap(({ namespace, guestIn }) => [namespace, ...guestIn]),
    ...(store === undefined ? [] : [store.namespace]),
    ...(monitoring.kind === 'operator' ? [monitoring.prometheus.namespace] : []),
    ...(mesh.kind === 'istio' ? [mesh.namespace] : []),
  ];
  return [
    ...namespaces.map((name) => `Namespace ${name}`),
    ...(monitoring.kind === 'operator' ? [`Service ${monitoring.prometheus.namespace}/${OPERATED}`] : []),
    ...providedByEdge(ingress),
    ...(store === undefined ? [] : [`ServiceAccount ${store.namespace}/${store.name}`]),
  ];
}

const providedByRelease = ({ services }: ChartRelease): string[] => services.map((service) => `Service ${service}`);

function providedByEdge(edge: EdgeRow): string[] {
  switch (edge.kind) {
    case 'nginx':
      return [`IngressClass ${edge.className}`, `Namespace ${edge.controller.namespace}`];
    case 'alb':
      return [`IngressClass ${edge.className}`];
    case 'gateway':
      return [`GatewayClass ${edge.className}`, `Namespace ${edge.dataPlane.namespace}`];
  }
}

/** The facts as the file beside the bundles of the environment, which Argo CD does not load. */
export function renderFacts({ name }: Environment, facts: EnvironmentFacts): RenderedFile {
  const { connections, ...others } = facts;
  const document = { ...ENVIRONMENT_TYPE, ...others, ...(connections && { connections: mapConnections(connections) }) };
  const source = `lib/environments/${name}.ts`;
  return {
    path: ENVIRONMENT_FILE,
    content: `${GENERATED_MARK} from ${source}; do not edit.\n${toYaml(document as unknown as Json)}`,
  };
}
