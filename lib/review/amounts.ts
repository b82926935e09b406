import { Amounts, NOTHING } from '../model/amounts';
import { amountOf } from '../rules/views/quantities';

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
  readonly resources?: Partial<Record<'requests' | 'limits', Readonly<Record<string, string | number>>>>;
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
    requestsCpu: amount(({ resources }) => readCpu(resources?.requests?.['cpu'] ?? resources?.limits?.['cpu'])),
    requestsMemory: amount(({ resources }) =>
      readBytes(resources?.requests?.['memory'] ?? resources?.limits?.['memory']),
    ),
    limitsCpu: amount(({ resources }) => readCpu(resources?.limits?.['cpu'])),
    limitsMemory: amount(({ resources }) => readBytes(resources?.limits?.['memory'])),
  };
}
/** Millicores of a quantity in any form that Kubernetes reads, rounded up. Nothing is 0. */
export const readCpu = (quantity: string | number | undefined): number => Math.ceil(read(quantity, 1000));

/** Bytes of a quantity in any form that Kubernetes reads, rounded up. Nothing is 0. */
export const readBytes = (quantity: string | number | undefined): number => Math.ceil(read(quantity, 1));

function read(quantity: string | number = 0, times: number): number {
  const amount = amountOf(quantity);
  if (amount === undefined) throw new Error(`not a quantity: '${quantity}'`);
  // What is a whole number in thousandths stays one: 0.3 cores are 300 millicores.
  return Number((amount * times).toPrecision(15));
}
