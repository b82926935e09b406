import { priority } from '../cluster-facts';

/** What a cluster offers to every platform: who is evicted first, and generated secrets. */
export interface ClusterRows {
  readonly name: string;

  /** Priority by class name: the higher, the later a pod is evicted when nodes are short. */
  readonly priorityClasses: Readonly<Record<string, { readonly value: number; readonly description: string }>>;

  /** Length of a generated secret, in characters. */
  readonly generatedLength: number;

  /** Certificates of all platforms that may be asked about at once, where one Gateway has them all. */
  readonly certificatesAtOnce: number;
}

// prettier-ignore
export const cluster: ClusterRows = {
  name: 'cluster',
  priorityClasses: {
    [priority.data]:    { value: 100_000, description: 'Servers that keep data: evicted last' },
    [priority.service]: { value: 10_000,  description: 'Services that answer requests' },
    [priority.job]:     { value: 1_000,   description: 'Jobs: tried again' },
  },
  generatedLength: 32,
  certificatesAtOnce: 10,
};
