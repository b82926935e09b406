/** A value without the fields that are null, which the server drops: charts write `annotations:` with nothing below. */
export function withoutNulls<T>(value: T): T {
  return holdsNull(value) ? (drop(value) as T) : value;
}

function holdsNull(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === null;
  return Object.values(value).some(holdsNull);
}

function drop(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(drop);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(kept.map(([key, item]) => [key, drop(item)]));
}
