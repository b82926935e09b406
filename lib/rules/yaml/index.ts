import { Family } from '../rule';
import { agreedValues, quotedText } from './agreed-values';
import { oneObject } from './one-object';
import { noAliases, plainFiles } from './plain-files';
import { printableText } from './printable-text';
import { readable, uniqueKeys } from './readable';
import { noNulls, wholeValues } from './whole-values';

export const yaml: Family = {
  name: 'yaml',
  title: 'Every reader takes the text for the same',
  rules: [
    readable,
    uniqueKeys,
    oneObject,
    quotedText,
    agreedValues,
    printableText,
    wholeValues,
    noNulls,
    noAliases,
    plainFiles,
  ],
};
