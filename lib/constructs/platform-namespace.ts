import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import * as istio from '../../imports/security.istio.io';
import { Amounts, sumAmounts } from '../model/amounts';
import { Bytes, canonicalResources, Cpu, formatBytes, formatCpu, Resources } from '../model/quantity';
import { Endpoint } from './workloads/endpoint';
import { footprintOfPods } from './workloads/footprint';
import { KubernetesObject } from './objects/kubernetes-object';
import { Mesh } from './mesh';
import { podSecurityLabels } from './pods/pod-security';

/** Properties for `PlatformNamespace`. */
export interface PlatformNamespaceProps {
  /** Where names are resolved; every workload of the namespace may reach it. */
  readonly dns: Omit<Endpoint, 'server'>;

  /** Version of the Pod Security standard that is enforced: `v1.28`. */
  readonly podSecurityVersion: string;

  /** Room in the quota beyond what the bundle needs at its largest, in whole percent. */
  readonly quotaHeadroomPercent: number;

  /** Requests and limits of a container that states none: somebody's debug pod, never one of ours. */
  readonly containerDefaults: Resources;

  /** Largest limits that one container may ask for. */
  readonly containerMax: { readonly cpu: Cpu; readonly memory: Bytes };

  /** Groups of the identity provider whose members may read everything but Secrets. */
  readonly readers: readonly string[];

  /**
   * The service mesh that all pods of the namespace are part of.
   *
   * @default - none
   */
  readonly mesh?: Mesh;
}

/**
 * A namespace that is closed until something opens it.
 *
 * Defines the Namespace under Pod Security's restricted profile, a deny of all traffic in both directions, a quota
 * that follows the workloads in it (their largest scale, one roll-out, and headroom), bounds for single containers, and
 * read access for people. Its id is its name.
 */
export class PlatformNamespace extends Construct {
  public readonly dns: Omit<Endpoint, 'server'>;
  public readonly mesh: Mesh | undefined;
  private readonly footprints: Amounts[] = [];
  private readonly balancedPorts: number[] = [];

  constructor(scope: Construct, id: string, props: PlatformNamespaceProps) {
    super(scope, id);
    this.dns = props.dns;
    this.mesh = props.mesh;
    const metadata = { name: id, namespace: id };
    new KubernetesObject(this, 'Namespace', k8s.KubeNamespace, {
      metadata: {
        name: id,
        labels: { ...podSecurityLabels('restricted', props.podSecurityVersion), ...meshLabels(props) },
        // Its claims would go with it: whoever means that deletes it by hand.
        annotations: { 'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false' },
      },
    });
    if (this.mesh) {
      new KubernetesObject(this, 'MutualTls', istio.PeerAuthentication, {
        metadata: { ...metadata, name: 'default' },
        spec: { mtls: { mode: istio.PeerAuthenticationSpecMtlsMode.STRICT } },
      });
    }
    new KubernetesObject(this, 'DefaultDeny', k8s.KubeNetworkPolicy, {
      metadata: { ...metadata, name: 'default-deny' },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
    new KubernetesObject(this, 'Quota', k8s.KubeResourceQuota, { metadata }, () => ({
      spec: { hard: this.renderQuota(props.quotaHeadroomPercent) },
    }));
    new KubernetesObject(this, 'LimitRange', k8s.KubeLimitRange, { metadata, spec: { limits: [renderLimits(props)] } });
    // Every workload has an account of its own; whoever uses this one by accident gets no token.
    new KubernetesObject(this, 'DefaultAccount', k8s.KubeServiceAccount, {
      metadata: { ...metadata, name: 'default' },
      automountServiceAccountToken: false,
    });
    if (props.readers.length > 0) {
      new KubernetesObject(this, 'Readers', k8s.KubeRoleBinding, {
        metadata: { ...metadata, name: 'readers' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
        subjects: props.readers.map((name) => ({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name })),
      });
    }
  }

  /** Name of the namespace. */
  public get name(): string {
    return this.node.id;
  }

  /** Counts pods and claims of a workload into the quota. */
  public makeRoomFor(footprint: Amounts): void {
    this.footprints.push(footprint);
    if (this.mesh) this.footprints.push(footprintOfSidecars(footprint.pods, this.mesh));
  }

  /** Counts a Service of type LoadBalancer into the quota: each of its ports takes one of every node, too. */
  public makeRoomForLoadBalancer(ports: number): void {
    this.balancedPorts.push(ports);
  }

  private renderQuota(headroomPercent: number): Quantities {
    const sum = sumAmounts(this.footprints);
    const room = (amount: number, step: number) => Math.ceil((amount * (1 + headroomPercent / 100)) / step) * step;
    const hard: Record<string, string> = {
      'requests.cpu': formatCpu(room(sum.requestsCpu, 100)),
      'requests.memory': formatBytes(room(sum.requestsMemory, MIB * 128)),
      'limits.cpu': formatCpu(room(sum.limitsCpu, 100)),
      'limits.memory': formatBytes(room(sum.limitsMemory, MIB * 128)),
      pods: String(room(sum.pods, 1)),
      ...(sum.claims > 0 && {
        persistentvolumeclaims: String(sum.claims),
        'requests.storage': formatBytes(sum.storage),
      }),
      'services.loadbalancers': String(this.balancedPorts.length),
      'services.nodeports': String(this.balancedPorts.reduce((sum, ports) => sum + ports, 0)),
    };
    return Object.fromEntries(Object.entries(hard).map(([name, value]) => [name, k8s.Quantity.fromString(value)]));
  }
}

/** What the sidecars of a number of pods take; the pods themselves are counted already. */
function footprintOfSidecars(pods: number, { proxy }: Mesh): Amounts {
  return { ...footprintOfPods(pods, { containers: [{ resources: proxy }] }), pods: 0 };
}

function meshLabels({ mesh }: PlatformNamespaceProps): Record<string, string> {
  return mesh === undefined ? {} : { 'istio.io/rev': mesh.revision };
}

type Quantities = Record<string, k8s.Quantity>;

const MIB = 1024 ** 2;

function renderLimits({ containerDefaults, containerMax }: PlatformNamespaceProps): k8s.LimitRangeItem {
  const { requests, limits } = canonicalResources(containerDefaults);
  const quantities = ({ cpu, memory }: Resources['limits']) => ({
    cpu: k8s.Quantity.fromString(cpu),
    memory: k8s.Quantity.fromString(memory),
  });
  return {
    type: 'Container',
    default: quantities(limits),
    defaultRequest: quantities(requests),
    max: quantities(canonicalResources({ requests, limits: containerMax }).limits),
  };
}
