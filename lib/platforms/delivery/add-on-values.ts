import { nginxSettings } from '../../constructs/edge/nginx-settings';
import { Environment } from '../../environments/environment';
import { NginxEdge } from '../../model/edge';
import { Column } from '../../model/environment';
import { Resources } from '../../model/quantity';
import { AddOnRow, AddOnWithHelpersRow } from './rows';

/** A program of a chart: its pods, and a budget for more than one. */
interface ReplicatedValues {
  readonly replicaCount: number;
  readonly resources: Resources;
  readonly podDisruptionBudget?: {
    readonly enabled: true;
    readonly maxUnavailable?: number;
    readonly minAvailable?: number;
  };
}

/** Values of the chart cert-manager that we set. */
export interface CertManagerValues extends ReplicatedValues {
  readonly crds: { readonly enabled: boolean; readonly keep: boolean };
  readonly global: { readonly leaderElection: { readonly namespace: string } };
  readonly webhook: ReplicatedValues;
  readonly cainjector: ReplicatedValues;
  readonly startupapicheck: { readonly enabled: boolean };
}

/** cert-manager with its own definitions, which outlive the chart; it elects its leader in its own namespace. */
export function certManagerValues({
  namespace,
  replicas,
  resources,
  helperResources,
}: Column<AddOnWithHelpersRow>): CertManagerValues {
  const budget = replicas > 1 && ({ podDisruptionBudget: { enabled: true, maxUnavailable: 1 } } as const);
  const helper = { replicaCount: replicas, resources: helperResources, ...budget };
  return {
    crds: { enabled: true, keep: true },
    global: { leaderElection: { namespace } },
    replicaCount: replicas,
    resources,
    ...budget,
    webhook: helper,
    cainjector: helper,
    // A hook that waits for the webhook: what needs it is tried again anyway.
    startupapicheck: { enabled: false },
  };
}

/** Values of the chart external-secrets that we set. */
export interface ExternalSecretsValues extends ReplicatedValues {
  readonly installCRDs: boolean;
  readonly leaderElect: boolean;
  readonly serviceAccount: { readonly name: string };
  readonly webhook: ReplicatedValues;
  readonly certController: ReplicatedValues;
}

/** external-secrets with its own definitions, under the account that the environment's store knows. */
export function externalSecretsValues(
  { chart, replicas, resources, helperResources }: Column<AddOnWithHelpersRow>,
  { secretStore }: Environment,
): ExternalSecretsValues {
  const budget = replicas > 1 && ({ podDisruptionBudget: { enabled: true, minAvailable: 1 } } as const);
  const helper = { replicaCount: replicas, resources: helperResources, ...budget };
  return {
    installCRDs: true,
    leaderElect: replicas > 1,
    serviceAccount: { name: secretStore.kind === 'aws' ? secretStore.serviceAccount.name : chart },
    replicaCount: replicas,
    resources,
    ...budget,
    webhook: helper,
    certController: helper,
  };
}

/** Values of the chart ingress-nginx that we set. */
export interface IngressNginxValues {
  readonly controller: {
    readonly replicaCount: number;
    readonly resources: Resources;
    readonly config: Readonly<Record<string, string>>;
    readonly allowSnippetAnnotations: boolean;
    readonly ingressClassResource: { readonly name: string };
    readonly service: { readonly externalTrafficPolicy: 'Local' };
  };
}

/** The controller of the environment's class; it sees the addresses of clients, and takes no configuration out of annotations. */
export function ingressNginxValues({ replicas, resources }: Column<AddOnRow>, edge: NginxEdge): IngressNginxValues {
  return {
    controller: {
      replicaCount: replicas,
      resources,
      config: nginxSettings(edge),
      allowSnippetAnnotations: false,
      ingressClassResource: { name: edge.className },
      service: { externalTrafficPolicy: 'Local' },
    },
  };
}

/** Values of the chart metrics-server that we set. */
export interface MetricsServerValues {
  readonly replicas: number;
  readonly resources: Resources;
  readonly podDisruptionBudget?: { readonly enabled: true; readonly maxUnavailable: number };
}

/** metrics-server, which checks the certificates of kubelets. */
export function metricsServerValues({ replicas, resources }: Column<AddOnRow>): MetricsServerValues {
  return { replicas, resources, ...(replicas > 1 && { podDisruptionBudget: { enabled: true, maxUnavailable: 1 } }) };
}
