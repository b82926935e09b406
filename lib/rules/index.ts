import { noForwardReferences } from './forward-references';
import { uniqueObjects, validNames } from './identity';
import { Rule } from './rendered-object';
import { safeScalars } from './scalars';
import { noSecretValues } from './secret-values';

/** Every rule that rendered objects must pass before anything is written. */
export const rules: readonly Rule[] = [uniqueObjects, validNames, safeScalars, noSecretValues, noForwardReferences];
