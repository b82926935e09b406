import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { oddValues } from '../views/odd-values';

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
  for (const { subject, at, what, value } of index.view(oddValues)) {
    if (what !== 'number') continue;
    yield { subject, at, message: `a number must be at most 2^53 - 1, got ${String(value)}` };
  }
}

function* findNulls(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, at, what } of index.view(oddValues)) {
    // Generators of code write it, and the server has it for nothing.
    if (what !== 'null' || at.at(-1) === 'creationTimestamp') continue;
    yield { subject, at, message: 'a field must have a value, got null' };
  }
}
