import { Family } from '../rule';
import { distinctFiles } from './distinct-files';
import { oneWorkload, ownPods } from './own-pods';
import { uniqueObjects } from './unique-objects';
import { validNames } from './valid-names';

export const identity: Family = {
  name: 'identity',
  title: 'Every object is one, and has a name of its own',
  rules: [uniqueObjects, validNames, ownPods, oneWorkload, distinctFiles],
};
