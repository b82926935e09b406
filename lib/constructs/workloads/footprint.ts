import { bytes, millicores, Resources } from '../../model/quantity';

/** What pods take from their namespace: millicores, bytes, objects. */
export interface Footprint {
  readonly pods: number;
  readonly requestsCpu: number;
  readonly requestsMemory: number;
  readonly limitsCpu: number;
  readonly limitsMemory: number;
  readonly storage: number;
  readonly claims: number;
}

const NOTHING: Footprint = {
  pods: 0,
  requestsCpu: 0,
  requestsMemory: 0,
  limitsCpu: 0,
  limitsMemory: 0,
  storage: 0,
  claims: 0,
};

/** Containers of one pod; an init container counts only where it is larger than all the others together. */
export interface PodContainers {
  readonly containers: readonly { readonly resources: Resources }[];
  readonly initContainers?: readonly { readonly resources: Resources }[] | undefined;
}

/** The footprint of a number of equal pods. */
export function footprintOfPods(pods: number, { containers, initContainers = [] }: PodContainers): Footprint {
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
export const footprintOfClaims = (claims: number, size: number): Footprint => ({
  ...NOTHING,
  claims,
  storage: claims * size,
});

/** The sum of footprints. */
export function sumFootprints(footprints: readonly Footprint[]): Footprint {
  const add = (a: Footprint, b: Footprint): Footprint => ({
    pods: a.pods + b.pods,
    requestsCpu: a.requestsCpu + b.requestsCpu,
    requestsMemory: a.requestsMemory + b.requestsMemory,
    limitsCpu: a.limitsCpu + b.limitsCpu,
    limitsMemory: a.limitsMemory + b.limitsMemory,
    storage: a.storage + b.storage,
    claims: a.claims + b.claims,
  });
  return footprints.reduce(add, NOTHING);
}
