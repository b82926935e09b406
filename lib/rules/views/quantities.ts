const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The number that a quantity stands for, in any of the ways that Kubernetes reads: `250m`, `1.5Gi`, `1e3`, `2`. */
export function quantityOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const [, amount, exponent, unit = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(value.trim()) ?? [];
  if (amount === undefined) return undefined;
  return exponent === undefined ? Number(amount) * (FACTORS[unit] ?? 1) : Number(`${amount}${exponent}`);
}

/** Bytes as people write them: `512Mi`, `1.5Gi`. */
export function formatSize(bytes: number): string {
  const [unit, size] = bytes >= 1024 ** 3 ? ['Gi', 1024 ** 3] : ['Mi', 1024 ** 2];
  return `${Math.round((bytes / Number(size)) * 10) / 10}${unit}`;
}
