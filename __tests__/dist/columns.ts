import { EnvironmentName } from '../../lib/model/environment';

/** A row of the platforms' tables, dev / staging / prod, as a test of each environment takes it. */
export const columns = <T>(dev: T, staging: T, prod: T): [EnvironmentName, T][] => [
  ['dev', dev],
  ['staging', staging],
  ['prod', prod],
];
