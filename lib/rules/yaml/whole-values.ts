import { ObjectIndex } from '../object-index';
import { Manifest } from '../rendered-object';
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

/** Kinds of others may take fractions, and so do descriptions of them; the kinds of Kubernetes take quantities. */
function hasFractions({ apiVersion, kind }: Manifest): boolean {
  return kind === 'CustomResourceDefinition' || (apiVersion.includes('.') && !/\.k8s\.io\//.test(apiVersion));
}

function isSmallFraction(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && !Number.isInteger(value);
}

function* findOddValues({ objects }: ObjectIndex): Iterable<Finding> {
  for (const subject of objects) {
    const mayHaveFractions = hasFractions(subject.manifest);
    for (const { at, value } of scalarsOf(subject.manifest)) {
      // Generators of code write it, and the server has it for nothing.
      if (at.at(-1) === 'creationTimestamp' && value === null) continue;
      if (value === null) yield { subject, at, message: 'a field must have a value, got null', cure: 'leave it away' };
      if (typeof value === 'number' && !Number.isSafeInteger(value) && !(mayHaveFractions && isSmallFraction(value))) {
        yield { subject, at, message: `a number must be whole, got ${String(value)}` };
      }
    }
  }
}
