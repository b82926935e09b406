import { k8s } from 'cdk8s-plus-27';
import { Duration, seconds } from '../../model/duration';
import { ContainerProps, renderContainer } from './container';
import { NAME_LABEL } from '../workloads/endpoint';
import { Mount } from './mount';

/** Properties of a pod, whatever controls it. */
export interface PodProps {
  readonly containers: readonly ContainerProps[];

  /** @default - none */
  readonly initContainers?: readonly ContainerProps[];

  /** Numeric user that the programs run as, never 0. A name in the image would be refused by the kubelet. */
  readonly user: number;

  /** Numeric group that the programs run as and that mounted volumes belong to. */
  readonly group: number;

  /** Time between the request to end and the kill, longer than `preStop` and the program's own drain. */
  readonly terminationGrace: Duration;

  /** Who is evicted first when a node is short; names a PriorityClass. */
  readonly priorityClassName: string;

  /**
   * Annotations of the pods: checksums of what they read at start, so that a change rolls exactly them.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;

  /**
   * Whether the programs are given the token of their account, because they ask the API server.
   *
   * @default false
   */
  readonly apiToken?: boolean;
}

/** How a pod is placed and whether it is started again. */
export interface PodPlacement {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly restartPolicy: 'Always' | 'Never';

  /** Whether several pods of this kind run, and are to be kept apart by host and zone. */
  readonly spread: boolean;

  /**
   * Whether two pods on one host are refused rather than avoided: for servers that vote or hold replicas.
   *
   * @default false
   */
  readonly oneForEachHost?: boolean;

  /**
   * Label of the revision that zones are balanced within, so that a roll-out starts even.
   *
   * @default - none, for pods with an identity of their own
   */
  readonly revisionLabel?: string;
}

/** Renders a pod that Pod Security's restricted profile admits, without a token unless it asks for one. */
export function renderPod(props: PodProps, placement: PodPlacement): k8s.PodTemplateSpec {
  const { containers, initContainers = [], user, group, terminationGrace, priorityClassName, annotations } = props;
  const { apiToken = false } = props;
  return {
    metadata: { labels: { ...placement.labels }, ...(annotations && { annotations: { ...annotations } }) },
    spec: {
      serviceAccountName: placement.name,
      automountServiceAccountToken: apiToken,
      // A Service named `kafka` would inject KAFKA_PORT, which several images take for a setting.
      enableServiceLinks: false,
      priorityClassName,
      restartPolicy: placement.restartPolicy,
      terminationGracePeriodSeconds: seconds(terminationGrace),
      securityContext: {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: group,
        fsGroup: group,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      ...(placement.spread && renderSpread(placement)),
      ...(initContainers.length > 0 && { initContainers: initContainers.map(renderContainer) }),
      containers: containers.map(renderContainer),
      ...collectVolumes([...initContainers, ...containers]),
    },
  };
}

function renderSpread({ labels, oneForEachHost = false, revisionLabel }: PodPlacement): Partial<k8s.PodSpec> {
  const labelSelector = { matchLabels: { [NAME_LABEL]: labels[NAME_LABEL] ?? '' } };
  const term = { labelSelector, topologyKey: 'kubernetes.io/hostname' };
  return {
    affinity: {
      podAntiAffinity: oneForEachHost
        ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
        : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] },
    },
    topologySpreadConstraints: [
      {
        labelSelector,
        topologyKey: 'topology.kubernetes.io/zone',
        maxSkew: 1,
        whenUnsatisfiable: 'ScheduleAnyway',
        ...(revisionLabel !== undefined && { matchLabelKeys: [revisionLabel] }),
      },
    ],
  };
}

function collectVolumes(containers: readonly ContainerProps[]): { volumes?: k8s.Volume[] } {
  const mounts: readonly Mount[] = containers.flatMap(({ mounts = [] }) => mounts);
  const byName = new Map(mounts.map(({ volume }) => [volume.name, volume]));
  const volumes = [...byName.values()].filter((volume) => Object.keys(volume).length > 1);
  return volumes.length === 0 ? {} : { volumes };
}
