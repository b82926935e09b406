import { PerCluster } from '../model/environment';
import { dev } from './dev';
import { Environment } from './environment';
import { prod } from './prod';
import { staging } from './staging';

/** Every cluster. A name in `ENVIRONMENTS` without a file here does not compile. */
export const environments: PerCluster<Environment> = { dev, staging, prod };
