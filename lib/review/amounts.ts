import { tryBytes, tryMillicores } from '../model/quantity';

/** What pods take: a count, millicores, bytes. */
export interface Amounts {
  readonly pods: number;
  readonly requestsCpu: number;
  readonly requestsMemory: number;
  readonly limitsCpu: number;
  readonly limitsMemory: number;
  readonly storage: number;
}

/** Nothing at all. */
export const NOTHING: Amounts = {
  pods: 0,
  requestsCpu: 0,
  requestsMemory: 0,
  limitsCpu: 0,
  limitsMemory: 0,
  storage: 0,
};

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
    pods: 1,
    requestsCpu: amount(({ resources }) => readCpu(resources?.requests?.['cpu'] ?? '0')),
    requestsMemory: amount(({ resources }) => readBytes(resources?.requests?.['memory'] ?? '0Mi')),
    limitsCpu: amount(({ resources }) => readCpu(resources?.limits?.['cpu'] ?? '0')),
    limitsMemory: amount(({ resources }) => readBytes(resources?.limits?.['memory'] ?? '0Mi')),
    storage: 0,
  };
}

/** The same amounts a number of times. */
export const timesAmounts = (count: number, amounts: Amounts): Amounts =>
  combine(amounts, NOTHING, (amount) => count * amount);

/** The sum of amounts. */
export const sumAmounts = (all: readonly Amounts[]): Amounts =>
  all.reduce((sum, amounts) => combine(sum, amounts, (a, b) => a + b), NOTHING);

function combine(a: Amounts, b: Amounts, join: (a: number, b: number) => number): Amounts {
  return {
    pods: join(a.pods, b.pods),
    requestsCpu: join(a.requestsCpu, b.requestsCpu),
    requestsMemory: join(a.requestsMemory, b.requestsMemory),
    limitsCpu: join(a.limitsCpu, b.limitsCpu),
    limitsMemory: join(a.limitsMemory, b.limitsMemory),
    storage: join(a.storage, b.storage),
  };
}

/** Millicores of a rendered quantity. */
export const readCpu = (quantity: string): number => tryMillicores(quantity) ?? fail(quantity);

/** Bytes of a rendered quantity. */
export const readBytes = (quantity: string): number => tryBytes(quantity) ?? fail(quantity);

function fail(quantity: string): never {
  throw new Error(`not a quantity that this project renders: '${quantity}'`);
}
