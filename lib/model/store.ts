import { Problem } from './problem';

/**
 * Who runs a store in one environment: we, in this cluster, or somebody else, outside it. Of a managed one nothing is
 * rendered, and its clients may reach its addresses.
 */
export type Provision<M extends ManagedStore> = { readonly kind: 'rendered' } | ({ readonly kind: 'managed' } & M);

/** A store that somebody else runs, as its clients reach it. */
export interface ManagedStore {
  /** Port that its servers answer on. */
  readonly port: number;

  /** IPv4 ranges of its servers, `10.40.0.0/24`: policies know addresses and no names. */
  readonly cidrs: readonly string[];
}

/** The store runs in this cluster, as its rows say. */
export const rendered = { kind: 'rendered' } as const;

/** What is wrong with who runs a store. */
export function findProvisionProblems(row: readonly string[], provision: Provision<ManagedStore>): Problem[] {
  if (provision.kind === 'rendered') return [];
  const { port, cidrs } = provision;
  const problems: Problem[] = [];
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    problems.push({ row: [...row, 'port'], rule: 'must be from 1 to 65535', got: port });
  }
  if (cidrs.length === 0) {
    const cure = 'without one, nobody may connect';
    problems.push({ row: [...row, 'cidrs'], rule: 'must name at least one range', got: cidrs, cure });
  }
  const rule = 'must be IPv4 ranges such as 10.40.0.0/24';
  const wrong = cidrs.filter((cidr) => !isRange(cidr));
  return [...problems, ...wrong.map((got) => ({ row: [...row, 'cidrs'], rule, got }))];
}

function isRange(cidr: string): boolean {
  const [, address = '', prefix = ''] = /^((?:\d{1,3}\.){3}\d{1,3})\/(\d{1,2})$/.exec(cidr) ?? [];
  return (
    address.split('.').every((part) => part !== '' && Number(part) <= 255) && prefix !== '' && Number(prefix) <= 32
  );
}
