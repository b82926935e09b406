import { Amounts, NOTHING } from '../model/amounts';
import { Resources } from '../rules/views/container-resources';
import { Container, PodSpec } from '../rules/views/pod-spec';
import { amountOf } from '../rules/views/quantities';

/**
 * What one pod takes, as Kubernetes counts it: all containers and sidecars together, or an init container with the
 * sidecars that were started before it, whichever is more.
 */
export function podAmounts(
  { containers = [], initContainers = [] }: PodContainers,
  resourcesOf: (container: Container) => Resources,
): Amounts {
  const amount = (read: (resources: Resources) => number): number => {
    let sidecars = 0;
    let peak = 0;
    for (const container of initContainers) {
      const own = read(resourcesOf(container));
      peak = Math.max(peak, sidecars + own);
      if (container.restartPolicy === 'Always') sidecars += own;
    }
    return Math.max(
      peak,
      containers.reduce((sum, container) => sum + read(resourcesOf(container)), sidecars),
    );
  };
  return {
    ...NOTHING,
    pods: 1,
    requestsCpu: amount(({ requests }) => readCpu(requests?.['cpu'])),
    requestsMemory: amount(({ requests }) => readBytes(requests?.['memory'])),
    limitsCpu: amount(({ limits }) => readCpu(limits?.['cpu'])),
    limitsMemory: amount(({ limits }) => readBytes(limits?.['memory'])),
  };
}

type PodContainers = Pick<PodSpec, 'containers' | 'initContainers'>;

/** What should be a quantity, and is none. */
export class UnreadableQuantity extends Error {
  constructor(quantity: string | number) {
    super(`not a quantity: '${quantity}'`);
  }
}

/** Millicores of a quantity in any form that Kubernetes reads, rounded up. Nothing is 0. */
export const readCpu = (quantity: string | number | undefined): number => Math.ceil(read(quantity, 1000));

/** Bytes of a quantity in any form that Kubernetes reads, rounded up. Nothing is 0. */
export const readBytes = (quantity: string | number | undefined): number => Math.ceil(read(quantity, 1));

function read(quantity: string | number = 0, times: number): number {
  const amount = amountOf(quantity);
  if (amount === undefined) throw new UnreadableQuantity(quantity);
  // What is a whole number in thousandths stays one: 0.3 cores are 300 millicores.
  return Number((amount * times).toPrecision(15));
}
