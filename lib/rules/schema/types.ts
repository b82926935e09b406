import { Rule } from '../rule';
import { findingsOf } from './shapes';

/** Values have the type of their field. */
export const wrongType: Rule = {
  id: 'schema/wrong-type',
  title: 'Every value has the type of its field',
  severity: 'error',
  why: 'The server cannot read the object and refuses it.',
  cure: 'write a value of that type',
  sources: ['Y20'],
  shapeless: true,
  judge: findingsOf('schema/wrong-type'),
};

/** Words that have a meaning are spelled as the server knows them. */
export const enumValue: Rule = {
  id: 'schema/enum-value',
  title: 'A field that takes one of a few words has one of them',
  severity: 'error',
  why: 'The server refuses the object.',
  cure: 'write one of them, in these letters',
  sources: ['Y20'],
  shapeless: true,
  judge: findingsOf('schema/enum-value'),
};

/** Quantities are quantities. */
export const quantity: Rule = {
  id: 'schema/quantity',
  title: 'An amount of CPU, memory or storage is a quantity',
  severity: 'error',
  why: 'The server refuses the object; half of its readers take the amount for another.',
  cure: 'write a number and one of the units: 250m, 512Mi, 10Gi',
  sources: ['Y20'],
  shapeless: true,
  judge: findingsOf('schema/quantity'),
};

/** Values are within what the server takes. */
export const valueRange: Rule = {
  id: 'schema/value-range',
  title: 'A value is within what its field takes',
  severity: 'error',
  why: 'The server refuses the object.',
  cure: 'choose a value that the field takes',
  sources: ['Y20', 'V46'],
  shapeless: true,
  judge: findingsOf('schema/value-range'),
};

/** Keys and values of labels, annotations and files are written as the server takes them. */
export const labelSyntax: Rule = {
  id: 'schema/label-syntax',
  title: 'Labels, annotations and keys of files are written as the server takes them',
  severity: 'error',
  why: 'The server refuses the object, or the template takes it and no pod of it can be made.',
  cure: 'shorten it, or leave away what is not allowed',
  sources: ['Y13'],
  shapeless: true,
  judge: findingsOf('schema/label-syntax'),
};
