import { Amounts, NOTHING } from '../../model/amounts';
import { bytes, millicores, Resources } from '../../model/quantity';

/** Containers of one pod; an init container counts only where it is larger than all the others together. */
export interface PodContainers {
  readonly containers: readonly { readonly resources: Resources }[];
  readonly initContainers?: readonly { readonly resources: Resources }[] | undefined;
}

/** The footprint of a number of equal pods. */
export function footprintOfPods(pods: number, { containers, initContainers = [] }: PodContainers): Amounts {
  const amount = (read: (resources: Resources) => number) => {
    const sum = containers.reduce((total, { resources }) => total + read(resources), 0);
    return pods * Math.max(sum, ...initContainers.map(({ resources }) => read(resources)));
  };
  return {
    ...NOTHING,
    pods,
    requestsCpu: amount(({ requests }) => millicores(requests.cpu)),
    requestsMemory: amount(({ requests }) => bytes(requests.memory)),
    limitsCpu: amount(({ limits }) => millicores(limits.cpu)),
    limitsMemory: amount(({ limits }) => bytes(limits.memory)),
  };
}

/** The footprint of a number of equal claims of `size` bytes. */
export const footprintOfClaims = (claims: number, size: number): Amounts => ({
  ...NOTHING,
  claims,
  storage: claims * size,
});
