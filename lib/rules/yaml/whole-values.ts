import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';

/** Numbers are ones that every reader can hold. */
export const wholeValues: Rule = {
  id: 'yaml/whole-values',
  title: 'A number is one that every reader can hold',
  severity: 'error',
  why: 'The server rounds a number that is too large: the object never is what its file says.',
  cure: 'write a smaller number, or a quantity with a unit',
  sources: ['Y15'],
  judge: findOddNumbers,
};

/** Fields have values. */
export const noNulls: Rule = {
  id: 'yaml/no-nulls',
  title: 'A field has a value',
  severity: 'warning',
  why: 'The server drops a null: the object never is what its file says, and an empty list of peers allows them all.',
  cure: 'leave it away',
  sources: ['Y15'],
  shapeless: true,
  judge: findNulls,
};

function* findOddNumbers(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, at, value } of index.view(oddValues)) {
    if (value === null) continue;
    yield { subject, at, message: `a number must be at most 2^53 - 1, got ${String(value)}` };
  }
}

function* findNulls(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, at, value } of index.view(oddValues)) {
    // Generators of code write it, and the server has it for nothing.
    if (value !== null || at.at(-1) === 'creationTimestamp') continue;
    yield { subject, at, message: 'a field must have a value, got null' };
  }
}

/** Nulls and numbers that are too large. One walk for both: every value of every object is looked at. */
const oddValues: View<readonly OddValue[]> = ({ objects }) => {
  const found: OddValue[] = [];
  for (const subject of objects) collect(subject, subject.manifest, [], found);
  return found;
};

interface OddValue {
  readonly subject: RenderedObject;
  readonly at: FieldPath;
  readonly value: number | null;
}

function collect(subject: RenderedObject, value: unknown, path: (string | number)[], found: OddValue[]): void {
  if (value === null || (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)) {
    found.push({ subject, at: [...path], value });
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      path.push(i);
      collect(subject, value[i], path, found);
      path.pop();
    }
  } else if (typeof value === 'object') {
    for (const key in value) {
      path.push(key);
      collect(subject, (value as Readonly<Record<string, unknown>>)[key], path, found);
      path.pop();
    }
  }
}
