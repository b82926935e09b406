import { Family } from '../rule';
import { noClusterAdmin, noSystemGroups } from './bindings';
import { noEscalation, noSecretReading, noWaysIn, noWildcards } from './roles';

export const rbac: Family = {
  name: 'rbac',
  title: 'Accounts may do what they need at the API server',
  rules: [noWildcards, noEscalation, noSecretReading, noWaysIn, noClusterAdmin, noSystemGroups],
};
