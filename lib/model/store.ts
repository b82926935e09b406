import { Problem } from './problem';

/** The store runs in this cluster, rendered from its rows. */
export interface RenderedStore {
  readonly kind: 'rendered';
}

/** The store runs in this cluster, made by a chart whose values follow from its rows. */
export interface ChartStore {
  readonly kind: 'chart';
}

/** A store that somebody else runs outside of the cluster, as its clients reach it. */
export interface ExternalStore {
  /** Port that its servers answer on. */
  readonly port: number;

  /** IPv4 ranges of its servers, `10.40.0.0/24`: policies know addresses and no names. */
  readonly cidrs: readonly string[];
}

/** An external store with one name. */
export interface ExternalServer extends ExternalStore {
  /** Name of the host, without a port. */
  readonly host: string;
}

/** An external cluster that clients may start from by any of several names. */
export interface ExternalServers extends ExternalStore {
  /** Names of hosts, without ports. */
  readonly hosts: readonly string[];
}

/**
 * Who runs a store in one environment: we, in this cluster, or somebody else, outside it. Of an external one no server is
 * rendered, and its clients may reach its addresses.
 */
export type Provision<E extends ExternalStore> = RenderedStore | ({ readonly kind: 'external' } & E);

/** Who runs a store that there is a chart of as well. */
export type ChartedProvision<E extends ExternalStore> = Provision<E> | ChartStore;

/** The default: rendered here. */
export const rendered: RenderedStore = { kind: 'rendered' };

/** Made by the chart that stands in `lib/platforms/charts.ts`. */
export const chart: ChartStore = { kind: 'chart' };

/** Somebody else's, outside of the cluster. */
export function external<E extends ExternalStore>(store: E): { readonly kind: 'external' } & E {
  return { kind: 'external', ...store };
}

/** Whether the servers run in this cluster: whatever watches them, backs them up or counts them holds for them. */
export const runsHere = ({ kind }: ChartedProvision<ExternalStore>): boolean => kind !== 'external';

/** What is wrong with how an external store is reached. */
export function findExternalProblems(
  row: readonly string[],
  store: ExternalStore & Partial<ExternalServer & ExternalServers>,
): Problem[] {
  const { port, cidrs, host, hosts } = store;
  const problems: Problem[] = [];
  if (host !== undefined && !isHost(host)) {
    const got = host;
    problems.push({ row: [...row, 'host'], rule: 'must be the name of a host without a port', got });
  }
  if (hosts !== undefined && (hosts.length === 0 || !hosts.every(isHost))) {
    const rule = 'must be names of hosts without ports, at least one';
    problems.push({ row: [...row, 'hosts'], rule, got: hosts });
  }
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

/** What decides in an environment who may run a store. */
export interface ProvisionFacts {
  /** Whether passwords are made up in the cluster. */
  readonly secretsAreGenerated: boolean;

  /** Whether pods are part of a mesh. */
  readonly hasMesh: boolean;
}

/** What is wrong with who runs a store. */
export function findProvisionProblems(
  row: readonly string[],
  provision: ChartedProvision<ExternalStore>,
  { secretsAreGenerated, hasMesh }: ProvisionFacts,
): Problem[] {
  const { kind } = provision;
  if (kind === 'chart' && hasMesh) {
    const rule = 'must not be chart in a mesh: nobody tells its pods and its metrics apart there';
    return [{ row, rule, got: kind, cure: 'write rendered or external' }];
  }
  if (kind !== 'external') return [];
  const problems = findExternalProblems(row, provision);
  if (!secretsAreGenerated) return problems;
  // What somebody else gives us can be read from a store of secrets, and made up by none.
  const rule = 'must not be external where secrets are generated: a password that nobody supplied lets nobody in';
  const cure = "write rendered, or give the environment a store of kind 'aws' or 'vault'";
  return [...problems, { row, rule, got: kind, cure }];
}

/** Whether a text is the name of a host. */
export function isHost(host: string): boolean {
  return host.length <= 253 && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host);
}

function isRange(cidr: string): boolean {
  const [, address = '', prefix = ''] = /^((?:\d{1,3}\.){3}\d{1,3})\/(\d{1,2})$/.exec(cidr) ?? [];
  return (
    address.split('.').every((part) => part !== '' && Number(part) <= 255) && prefix !== '' && Number(prefix) <= 32
  );
}
