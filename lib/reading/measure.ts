import { MOST_LEVELS } from './kubernetes-yaml';

/** Most values that a document may have once its aliases are written out. */
const MOST_VALUES = 200_000;

/** What is wrong with the size of a document, if anything is. */
export type Excess = 'deep' | 'circular' | 'large';

/**
 * Finds documents that are small as text and without end as data. Each list and map is visited once, however often
 * aliases name it.
 */
export function findExcess(document: unknown): Excess | undefined {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  let excess: Excess | undefined;
  const sizeOf = (value: unknown, level: number): number => {
    if (typeof value !== 'object' || value === null || excess !== undefined) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value)) excess = 'circular';
    else if (level > MOST_LEVELS) excess = 'deep';
    if (excess !== undefined) return 1;
    open.add(value);
    let size = 1;
    for (const item of Object.values(value)) size += sizeOf(item, level + 1);
    open.delete(value);
    sizes.set(value, size);
    return size;
  };
  const size = sizeOf(document, 0);
  if (excess !== undefined) return excess;
  return size > MOST_VALUES + sizes.size ? 'large' : undefined;
}
