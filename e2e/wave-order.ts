import { Any } from '../__tests__/dist/read-dist';

/** A tracked object as it was promised, and what became of it. */
export interface Made {
  /** Name of the Application that holds it. */
  readonly application: string;
  /** Wave that was promised. */
  readonly wave: number;
  /** Kind, namespace and name. */
  readonly title: string;
  /** When the server got it, in milliseconds. */
  readonly created: number;
  /** When it was whole: reported ready, completed, or as many pods ready as it was made with. */
  readonly whole: number;
}

/** The server notes whole seconds, custom resources may say fractions. */
const millis = (time: string | undefined): number =>
  time === undefined ? Infinity : Math.floor(Date.parse(time) / 1000) * 1000;

const readySince = ({ status }: Any): number => {
  const ready = status?.conditions?.find(({ type, status }: Any) => type === 'Ready' && status === 'True');
  return millis(ready?.lastTransitionTime);
};

const isPodOf = ({ metadata: { namespace }, spec }: Any, pod: Any): boolean =>
  pod.metadata.namespace === namespace &&
  Object.entries(spec.selector.matchLabels).every(([key, value]) => pod.metadata.labels?.[key] === value);

/** When the last of the pods that a workload was made with became ready; an autoscaler makes more of them later. */
function podsReadySince(workload: Any, promised: Any, pods: readonly Any[]): number {
  const times = pods.filter((pod) => isPodOf(workload, pod)).map(readySince);
  return times.sort((a, b) => a - b)[(promised.spec.replicas ?? 1) - 1] ?? Infinity;
}

function wholeSince(live: Any, promised: Any, pods: readonly Any[]): number {
  if (live.kind === 'Job') return millis(live.status?.completionTime);
  if (['Deployment', 'StatefulSet'].includes(live.kind)) return podsReadySince(live, promised, pods);
  const reports = live.status?.conditions?.some(({ type }: Any) => type === 'Ready') === true;
  return reports ? readySince(live) : Date.parse(live.metadata.creationTimestamp);
}

/** What became of promised objects: the live ones are in the same order. */
export function measure(
  application: string,
  promised: readonly Any[],
  live: readonly Any[],
  pods: readonly Any[],
): Made[] {
  return promised.map((object, index) => {
    const { kind, metadata } = object;
    const found = live[index];
    return {
      application,
      wave: Number(metadata.annotations['argocd.argoproj.io/sync-wave'] ?? 0),
      title: `${kind} ${metadata.namespace ?? ''}/${metadata.name}`,
      created: Date.parse(found.metadata.creationTimestamp),
      whole: wholeSince(found, object, pods),
    };
  });
}

/** Objects that were there before something of a lower wave of their Application was whole. Times are whole seconds. */
export function findOutOfOrder(made: readonly Made[]): string[] {
  return made.flatMap(({ application, wave, title, created }) => {
    const early = made.filter((each) => each.application === application && each.wave < wave && each.whole > created);
    return early.map(
      (each) =>
        `${application}: ${title} must wait for ${each.title}, wave ${each.wave}, got ${(each.whole - created) / 1000} s too early`,
    );
  });
}
