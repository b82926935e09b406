import { Family } from '../rule';
import { deprecatedApi, removedApi, unknownKind } from './apis';
import { fieldChoice, missingField, unknownField, wrongLevel } from './fields';
import { enumValue, labelSyntax, quantity, valueRange, wrongType } from './types';

export const schema: Family = {
  name: 'schema',
  title: 'Every object is one that the cluster takes',
  rules: [
    unknownKind,
    removedApi,
    deprecatedApi,
    unknownField,
    wrongLevel,
    wrongType,
    missingField,
    fieldChoice,
    enumValue,
    quantity,
    valueRange,
    labelSyntax,
  ],
};
