import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { scalarsOf } from '../views/fields';

/** Numbers are ones that every reader can hold. */
export const wholeValues: Rule = {
  id: 'yaml/whole-values',
  title: 'A number is one that every reader can hold',
  severity: 'error',
  why: 'The server rounds a number that is too large: the object never is what its file says.',
  cure: 'write a smaller number, or a quantity with a unit',
  sources: ['Y15'],
  shapeless: true,
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

function* findOddNumbers({ objects }: ObjectIndex): Iterable<Finding> {
  for (const subject of objects) {
    for (const { at, value } of scalarsOf(subject.manifest)) {
      if (typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER) continue;
      yield { subject, at, message: `a number must be at most 2^53 - 1, got ${String(value)}` };
    }
  }
}

function* findNulls({ objects }: ObjectIndex): Iterable<Finding> {
  for (const subject of objects) {
    for (const { at, value } of scalarsOf(subject.manifest)) {
      // Generators of code write it, and the server has it for nothing.
      if (value !== null || at.at(-1) === 'creationTimestamp') continue;
      yield { subject, at, message: 'a field must have a value, got null' };
    }
  }
}
