import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes, bytes, canonicalBytes } from '../../model/quantity';
import { Autoscaler, Autoscaling } from './autoscaler';
import { footprintOfClaims, footprintOfPods } from './footprint';
import { PodProps } from '../pods/pod';
import { renderServicePorts } from './stateless-workload';
import { Workload, WorkloadProps } from './workload';
import { KubernetesObject, ObjectType } from '../objects/kubernetes-object';

/** A volume that each pod keeps for itself. */
export interface Claim {
  readonly name: string;
  readonly size: Bytes;
  readonly storageClassName: string;
}

/** Properties for `StatefulWorkload`. */
export interface StatefulWorkloadProps extends WorkloadProps {
  readonly pod: PodProps;

  /** Number of pods; the fewest of them where they grow. */
  readonly replicas: number;

  /**
   * The most pods that the load may ask for, and how: for pods that are no members of anything.
   *
   * @default - the number of pods is fixed
   */
  readonly growth?: Autoscaling & { readonly max: number };

  /**
   * Whether two pods on one host are avoided rather than refused: for pods that hold no replica of each other's data.
   *
   * @default false
   */
  readonly sharesHosts?: boolean;
  readonly claims: readonly Claim[];

  /** Name of the headless Service that gives each pod a name of its own. */
  readonly headlessService: string;

  /** Ports by name, of the headless Service. */
  readonly ports: Readonly<Record<string, number>>;

  /**
   * Name and ports of a Service with one address, for clients that need no particular pod.
   *
   * @default - only the headless Service
   */
  readonly service?: { readonly name: string; readonly ports: Readonly<Record<string, number>> };

  /**
   * Time that a new pod must be ready before the next one is replaced: for members that catch up after they answer.
   *
   * @default - none
   */
  readonly minReady?: Duration;
}

/**
 * Pods with names, volumes and a vote.
 *
 * Defines a StatefulSet whose pods start together, a headless Service that publishes them before they are ready (they
 * have to find each other to become so), and a PodDisruptionBudget of one where several run; a HorizontalPodAutoscaler
 * where they grow. Claims outlive everything.
 */
export class StatefulWorkload extends Workload {
  /** Names of the claims of all pods: `data-mongodb-0`. */
  public readonly claims: readonly string[];
  private readonly headlessService: string;
  private readonly replicas: number;

  constructor(scope: Construct, id: string, props: StatefulWorkloadProps) {
    super(scope, id, { tier: 'data', ...props });
    const { pod, replicas, growth, sharesHosts = false, claims, headlessService, ports, service, minReady } = props;
    const most = growth?.max ?? replicas;
    this.headlessService = headlessService;
    this.replicas = replicas;
    this.claims = claims.flatMap((claim) =>
      Array.from({ length: most }, (_, index) => `${claim.name}-${this.name}-${index}`),
    );
    // Late, as the Deployment of a `StatelessWorkload`.
    new KubernetesObject(this, 'StatefulSet', statefulSetOf(claims), { metadata: this.meta() }, () => ({
      spec: {
        ...(!growth && { replicas }),
        revisionHistoryLimit: 3,
        serviceName: headlessService,
        podManagementPolicy: 'Parallel',
        ...(minReady !== undefined && { minReadySeconds: seconds(minReady) }),
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        selector: { matchLabels: { ...this.peer.labels } },
        template: this.renderTemplate(pod, {
          name: id,
          labels: this.labels,
          restartPolicy: 'Always',
          spread: most > 1,
          oneForEachHost: !sharesHosts,
        }),
      },
    }));
    this.defineService('HeadlessService', headlessService, {
      clusterIp: 'None',
      publishNotReadyAddresses: true,
      ports: renderServicePorts(ports),
    });
    if (service) this.defineService('Service', service.name, { ports: renderServicePorts(service.ports) });
    // A member that is only catching up is not healthy yet, and must not be evicted for it.
    if (replicas > 1) this.defineBudget('IfHealthyBudget');
    if (growth) {
      const { max, ...autoscaling } = growth;
      const target = { namespace: this.namespace.name, target: id, targetKind: 'StatefulSet' } as const;
      new Autoscaler(this, 'Autoscaler', { ...autoscaling, ...target, min: replicas, max });
    }
    this.namespace.makeRoomFor(footprintOfPods(most, pod));
    claims.forEach(({ size }) => this.namespace.makeRoomFor(footprintOfClaims(most, bytes(size))));
  }

  /** Addresses of the single pods: `kafka-broker-0.kafka-broker.kafka.svc.cluster.local`. */
  public hosts(clusterDomain: string): string[] {
    const suffix = `${this.headlessService}.${this.namespace.name}.svc.${clusterDomain}`;
    return Array.from({ length: this.replicas }, (_, index) => `${this.name}-${index}.${suffix}`);
  }

  private defineService(id: string, name: string, spec: Partial<k8s.ServiceSpec>): void {
    new KubernetesObject(this, id, k8s.KubeService, {
      metadata: this.meta(name),
      spec: { type: 'ClusterIP', selector: { ...this.peer.labels }, ...spec },
    });
  }
}

/** A StatefulSet with its claims: the typed object would drop apiVersion and kind of a claim, which the server stores. */
function statefulSetOf(claims: readonly Claim[]): ObjectType<k8s.KubeStatefulSetProps> {
  if (claims.length === 0) return k8s.KubeStatefulSet;
  return {
    GVK: k8s.KubeStatefulSet.GVK,
    manifest: (props) => {
      const manifest = k8s.KubeStatefulSet.manifest(props) as { readonly spec: object };
      return { ...manifest, spec: { ...manifest.spec, volumeClaimTemplates: claims.map(renderClaim) } };
    },
  };
}

function renderClaim({ name, size, storageClassName }: Claim) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName,
      volumeMode: 'Filesystem',
      resources: { requests: { storage: canonicalBytes(size) } },
    },
  };
}
