import { Family } from '../rule';
import { noForwardReferences } from './forward-references';

export const argoCd: Family = {
  name: 'argo-cd',
  title: 'Argo CD applies the bundle in one go, and then finds no difference',
  rules: [noForwardReferences],
};
