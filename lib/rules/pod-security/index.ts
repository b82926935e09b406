import { Family } from '../rule';
import { noSecrets, noSecretValues } from './secret-values';

export const podSecurity: Family = {
  name: 'pod-security',
  title: 'Pods may do what they need, and secrets stay secret',
  rules: [noSecrets, noSecretValues],
};
