const QUANTITY = /^([+-]?)(?:\d+\.?\d*|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d+)?$/;

/** What is wrong with a quantity, as `must be …`, or undefined. */
export function findQuantityProblem(value: string | number): string | undefined {
  const [match, sign] = QUANTITY.exec(String(value)) ?? [];
  if (match === undefined) return 'must be a number with a unit that Kubernetes knows (m, k, M, G, T, Ki, Mi, Gi, Ti)';
  return sign === '-' && Number.parseFloat(match) !== 0 ? 'must not be negative' : undefined;
}

/** The nearest quantity that may be meant: `512Mi` for `512 MiB`, `1k` for `1K`. */
export function nearestQuantity(value: string): string | undefined {
  const [, amount, unit = ''] = /^\s*(\d+(?:[.,]\d+)?)\s*([a-zA-Z]*)\s*$/.exec(value) ?? [];
  if (amount === undefined) return undefined;
  const known = MEANT[unit.toLowerCase()];
  return known === undefined ? undefined : `${amount.replace(',', '.')}${known}`;
}

/** Units as people write them. */
const MEANT: Readonly<Record<string, string>> = {
  '': '',
  b: '',
  byte: '',
  bytes: '',
  core: '',
  cores: '',
  cpu: '',
  k: 'k',
  kb: 'k',
  ki: 'Ki',
  kib: 'Ki',
  mb: 'M',
  mi: 'Mi',
  mib: 'Mi',
  g: 'G',
  gb: 'G',
  gi: 'Gi',
  gib: 'Gi',
  t: 'T',
  tb: 'T',
  ti: 'Ti',
  tib: 'Ti',
};
