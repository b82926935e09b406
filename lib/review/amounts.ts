import { Amounts, NOTHING } from '../model/amounts';
import { tryBytes, tryMillicores } from '../model/quantity';

/** The part of a rendered pod that decides what it takes and where it may run. */
export interface PodSpec {
  readonly containers: readonly PodContainer[];
  readonly initContainers?: readonly PodContainer[];
  readonly affinity?: {
    readonly podAntiAffinity?: {
      readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly { readonly topologyKey: string }[];
    };
  };
}

/** A container of a rendered pod. */
export interface PodContainer {
  /** `Always` makes an init container a sidecar: it goes on running. */
  readonly restartPolicy?: string;
  readonly resources?: Partial<Record<'requests' | 'limits', Readonly<Record<string, string>>>>;
}

/**
 * What one pod takes, as Kubernetes counts it: all containers and sidecars together, or an init container with the
 * sidecars that were started before it, whichever is more.
 */
export function podAmounts({ containers, initContainers = [] }: PodSpec): Amounts {
  const amount = (read: (container: PodContainer) => number): number => {
    let sidecars = 0;
    let peak = 0;
    for (const container of initContainers) {
      const own = read(container);
      peak = Math.max(peak, sidecars + own);
      if (container.restartPolicy === 'Always') sidecars += own;
    }
    return Math.max(
      peak,
      containers.reduce((sum, container) => sum + read(container), sidecars),
    );
  };
  return {
    ...NOTHING,
    pods: 1,
    requestsCpu: amount(({ resources }) => readCpu(resources?.requests?.['cpu'] ?? '0')),
    requestsMemory: amount(({ resources }) => readBytes(resources?.requests?.['memory'] ?? '0Mi')),
    limitsCpu: amount(({ resources }) => readCpu(resources?.limits?.['cpu'] ?? '0')),
    limitsMemory: amount(({ resources }) => readBytes(resources?.limits?.['memory'] ?? '0Mi')),
  };
}

/** Millicores of a rendered quantity. */
export const readCpu = (quantity: string): number => tryMillicores(quantity) ?? fail(quantity);

/** Bytes of a rendered quantity. */
export const readBytes = (quantity: string): number => tryBytes(quantity) ?? fail(quantity);

function fail(quantity: string): never {
  throw new Error(`not a quantity that this project renders: '${quantity}'`);
}
