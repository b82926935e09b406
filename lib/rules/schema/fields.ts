import { Rule } from '../rule';
import { findingsOf } from './shapes';

/** Fields are those of the kind. */
export const unknownField: Rule = {
  id: 'schema/unknown-field',
  title: 'Every field is one that its kind has',
  severity: 'error',
  why: 'The server drops it without a word, or refuses the object: what it says never happens.',
  cure: 'remove it, or find its name in the API reference',
  sources: ['G27', 'Y20'],
  shapeless: true,
  judge: findingsOf('schema/unknown-field'),
};

/** Fields stand where their kind has them. */
export const wrongLevel: Rule = {
  id: 'schema/wrong-level',
  title: 'Every field stands at the level where its kind has it',
  severity: 'error',
  why: 'At another level it is an unknown field: the server drops it, and the pod runs without it.',
  cure: 'move it there',
  sources: ['G27', 'Y20'],
  shapeless: true,
  judge: findingsOf('schema/wrong-level'),
};

/** Fields that must be there are there. */
export const missingField: Rule = {
  id: 'schema/missing-field',
  title: 'No field is missing that its kind demands',
  severity: 'error',
  why: 'The server refuses the object.',
  cure: 'write it',
  sources: ['Y20'],
  shapeless: true,
  judge: findingsOf('schema/missing-field'),
};

/** Fields that exclude each other do, and one of those that are needed is there. */
export const fieldChoice: Rule = {
  id: 'schema/field-choice',
  title: 'Of fields that exclude each other there is one, and of those that are needed as well',
  severity: 'error',
  why: 'The server refuses the object. What definitions of custom resources say in CEL is not judged, only oneOf, anyOf, not and the number of fields.',
  cure: 'keep the one that is meant',
  sources: ['Y20', 'Kubernetes: structural schemas', 'External Secrets: SecretStore'],
  shapeless: true,
  judge: findingsOf('schema/field-choice'),
};
