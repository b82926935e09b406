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
    pods: 1,
    requestsCpu: amount(({ resources }) => readCpu(resources?.requests?.['cpu'] ?? resources?.limits?.['cpu'])),
    requestsMemory: amount(({ resources }) =>
      readBytes(resources?.requests?.['memory'] ?? resources?.limits?.['memory']),
    ),
    limitsCpu: amount(({ resources }) => readCpu(resources?.limits?.['cpu'])),
    limitsMemory: amount(({ resources }) => readBytes(resources?.limits?.['memory'])),
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

const FACTORS: Readonly<Record<string, number>> = {
  ...{ n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
  ...{ Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3, Ti: 1024 ** 4, Pi: 1024 ** 5, Ei: 1024 ** 6 },
};

/** Millicores of a quantity in any form that Kubernetes reads, rounded up. Nothing is 0. */
export const readCpu = (quantity: string | number | undefined): number => Math.ceil(read(quantity, 1000));

/** Bytes of a quantity in any form that Kubernetes reads, rounded up. Nothing is 0. */
export const readBytes = (quantity: string | number | undefined): number => Math.ceil(read(quantity, 1));

function read(quantity: string | number = 0, times: number): number {
  const [, number, exponent = '', unit = ''] =
    /^\+?(\d+\.?\d*|\.\d+)(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(String(quantity)) ?? [];
  if (number === undefined) throw new Error(`not a quantity: '${quantity}'`);
  // What is a whole number in thousandths stays one: 0.3 cores are 300 millicores.
  return Number((Number(number + exponent) * (FACTORS[unit] ?? 1) * times).toPrecision(15));
}
