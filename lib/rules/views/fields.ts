import { FieldPath } from '../rule';

/** A value somewhere in an object. */
export interface Field {
  readonly at: FieldPath;
  readonly value: string | number | boolean | null;
}

/** Every value of an object that is not a list or a map, in the order of the object. */
export function* scalarsOf(value: unknown, at: FieldPath = []): Generator<Field> {
  if (typeof value !== 'object' || value === null) {
    yield { at, value: value as Field['value'] };
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) yield* scalarsOf(value[i], [...at, i]);
  } else {
    for (const [key, item] of Object.entries(value)) yield* scalarsOf(item, [...at, key]);
  }
}
