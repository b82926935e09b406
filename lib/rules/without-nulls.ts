/** A value without what is null in it, which the server drops: charts write `annotations:` with nothing below. */
export function withoutNulls<T>(value: T): T {
  return holdsNull(value) ? (drop(value) as T) : value;
}

function holdsNull(value: unknown): boolean {
  if (typeof value !== 'object') return false;
  if (value === null) return true;
  if (Array.isArray(value)) return value.some(holdsNull);
  for (const key in value) if (holdsNull((value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}

function drop(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(drop);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(kept.map(([key, item]) => [key, drop(item)]));
}
