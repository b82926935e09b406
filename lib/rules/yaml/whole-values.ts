import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { scalarsOf } from '../views/fields';

/** Fields have values that every reader takes for the same. */
export const wholeValues: Rule = {
  id: 'yaml/whole-values',
  title: 'A number is whole and safe, and nothing is null',
  severity: 'error',
  why: 'The server drops a null and rounds a number that is too large: the object never is what its file says.',
  cure: 'write a whole number or a quantity, and leave away what has no value',
  sources: ['Y15'],
  shapeless: true,
  judge: findOddValues,
};

function* findOddValues({ objects }: ObjectIndex): Iterable<Finding> {
  for (const subject of objects) {
    for (const { at, value } of scalarsOf(subject.manifest)) {
      if (value === null) yield { subject, at, message: 'a field must have a value, got null', cure: 'leave it away' };
      if (typeof value === 'number' && !Number.isSafeInteger(value)) {
        yield { subject, at, message: `a number must be whole, got ${String(value)}` };
      }
    }
  }
}
