import { FieldPath } from '../rule';
import { Schema } from './schema';
import { Place } from './shape-problem';
import { findTypeProblem } from './values';

/** Steps up and down that a misplaced field may be away from where it belongs. */
const FARTHEST = 4;

/** Fields that too many things have: where they belong is said only of what stands right beside. */
const COMMON = new Set(
  'data host items key kind labels mode name namespace path port ports protocol spec type value'.split(' '),
);

/** Where a field belongs that does not stand where it should: the nearest place of the object that has such a field. */
export function findHome(field: string, value: unknown, place: Place): FieldPath | undefined {
  const farthest = COMMON.has(field) ? 1 : FARTHEST;
  let best: { at: FieldPath; distance: number } | undefined;
  let up = 0;
  for (let from: Place | undefined = place; from !== undefined && up <= farthest; from = from.parent, up++) {
    const deepest: number = Math.min(farthest, (best?.distance ?? farthest + 1) - 1) - up;
    const found = findBelow(field, value, from.schema, from.at, deepest);
    if (found) best = { at: found.at, distance: up + found.depth };
  }
  return best?.at;
}

/** Breadth first, so that the nearest is found. */
function findBelow(
  field: string,
  value: unknown,
  schema: Schema,
  at: FieldPath,
  deepest: number,
): { readonly at: FieldPath; readonly depth: number } | undefined {
  let level: readonly { schema: Schema; at: FieldPath }[] = [{ schema, at }];
  const seen = new Set<Schema>();
  for (let depth = 0; depth <= deepest && level.length > 0; depth++) {
    const next: { schema: Schema; at: FieldPath }[] = [];
    for (const { schema: current, at: here } of level) {
      if (seen.has(current)) continue;
      seen.add(current);
      const properties = current.properties ?? {};
      const known = Object.hasOwn(properties, field) ? properties[field] : undefined;
      if (known && !findTypeProblem(known, value)) return { at: [...here, field], depth };
      for (const [key, child] of Object.entries(properties)) {
        if (child.items) next.push({ schema: child.items, at: [...here, `${key}[]`] });
        else next.push({ schema: child, at: [...here, key] });
      }
    }
    level = next;
  }
  return undefined;
}

/** A place as people write it; `[]` stands for any item of a list. */
export function formatHome(at: FieldPath): string {
  return at
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);
}
