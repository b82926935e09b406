const SUFFIXES: Readonly<Record<string, number>> = {
  ...{ n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
  ...{ Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3, Ti: 1024 ** 4, Pi: 1024 ** 5, Ei: 1024 ** 6 },
};

/** What a Kubernetes quantity amounts to, in cores or bytes, or undefined where it is none: `500m`, `1.5Gi`, `1e3`, 2. */
export function amountOf(quantity: unknown): number | undefined {
  if (typeof quantity === 'number') return quantity;
  if (typeof quantity !== 'string') return undefined;
  const [, digits, exponent, suffix = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(quantity.trim()) ?? [];
  if (digits === undefined) return undefined;
  return exponent === undefined ? Number(digits) * (SUFFIXES[suffix] ?? 1) : Number(digits + exponent);
}

/** Bytes as people write them: `512Mi`, `1.5Gi`. */
export function formatSize(bytes: number): string {
  const [unit, size] = bytes >= 1024 ** 3 ? ['Gi', 1024 ** 3] : ['Mi', 1024 ** 2];
  return `${Math.round((bytes / Number(size)) * 10) / 10}${unit}`;
}
