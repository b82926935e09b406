/** An amount of CPU: whole cores (`2`) or millicores (`250m`). */
export type Cpu = `${number}m` | `${number}`;

/** An amount of memory or storage in binary units: `512Mi`, `2Gi`. */
export type Bytes = `${number}Ki` | `${number}Mi` | `${number}Gi` | `${number}Ti`;

/** CPU and memory that a container asks for (`requests`) and may not pass (`limits`). */
export interface Resources {
  readonly requests: { readonly cpu: Cpu; readonly memory: Bytes };
  readonly limits: { readonly cpu: Cpu; readonly memory: Bytes };
}

const UNITS = ['Ki', 'Mi', 'Gi', 'Ti'] as const;

/** Millicores of a CPU quantity, or undefined where it is none: `'1500m'` and `'1.5'` are 1500. */
export function tryMillicores(quantity: string): number | undefined {
  const [, amount, milli] = /^(\d+(?:\.\d{1,3})?)(m?)$/.exec(quantity) ?? [];
  if (amount === undefined) return undefined;
  const millicores = milli ? Number(amount) : Math.round(Number(amount) * 1000);
  return Number.isInteger(millicores) ? millicores : undefined;
}

/** Bytes of a binary quantity, or undefined where it is none: `'1.5Gi'` is 1610612736. */
export function tryBytes(quantity: string): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti)$/.exec(quantity) ?? [];
  if (amount === undefined) return undefined;
  const bytes = Number(amount) * 1024 ** (UNITS.findIndex((name) => name === unit) + 1);
  return Number.isInteger(bytes) ? bytes : undefined;
}

/** Millicores of a CPU quantity. Throws where it is none: rows are checked before they are rendered. */
export function millicores(quantity: Cpu): number {
  return tryMillicores(quantity) ?? fail('CPU quantity', quantity);
}

/** Bytes of a binary quantity. Throws where it is none: rows are checked before they are rendered. */
export function bytes(quantity: Bytes): number {
  return tryBytes(quantity) ?? fail('memory quantity', quantity);
}

/** CPU as the API server stores it: `1500m`, and `2` rather than `2000m`. */
export function formatCpu(amount: number): Cpu {
  return amount % 1000 === 0 ? `${amount / 1000}` : `${amount}m`;
}

/** Bytes as the API server stores them: the largest unit that leaves a whole number. */
export function formatBytes(amount: number): Bytes | '0' {
  if (amount === 0) return '0';
  const exact = UNITS.findLastIndex((_, power) => amount % 1024 ** (power + 1) === 0);
  const power = Math.max(exact, 0);
  return `${Math.ceil(amount / 1024 ** (power + 1))}${UNITS[power] ?? 'Ki'}`;
}

/** A CPU quantity in its canonical form. */
export const canonicalCpu = (quantity: Cpu): Cpu => formatCpu(millicores(quantity));

/** A binary quantity in its canonical form. */
export const canonicalBytes = (quantity: Bytes): Bytes => formatBytes(bytes(quantity)) as Bytes;

/** Requests and limits in their canonical form. */
export const canonicalResources = ({ requests, limits }: Resources): Resources => ({
  requests: { cpu: canonicalCpu(requests.cpu), memory: canonicalBytes(requests.memory) },
  limits: { cpu: canonicalCpu(limits.cpu), memory: canonicalBytes(limits.memory) },
});

function fail(what: string, quantity: string): never {
  throw new Error(`not a ${what}: ${quantity}`);
}
