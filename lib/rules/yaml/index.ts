import { Family } from '../rule';
import { printableText } from './printable-text';
import { wholeValues } from './whole-values';

export const yaml: Family = {
  name: 'yaml',
  title: 'Every reader takes the text for the same',
  rules: [printableText, wholeValues],
};
