import { Family } from '../rule';
import { integerWaves, knownHooks } from './annotations';
import { carefulSync, chosenRevisions, existingPaths, fittingObjects, noSkippedFiles } from './applications';
import { canonicalValues } from './canonical-values';
import { wholeClaimTemplates } from './claim-templates';
import { closedProjects } from './closed-projects';
import { noForwardReferences } from './forward-references';
import { lastingHooks } from './jobs';
import { keptDefaults } from './kept-defaults';
import { oneHolder } from './one-holder';
import { admittingProjects, existingProjects } from './projects';
import { rollingConfiguration } from './rolling-configuration';
import { agreeingSyncOptions, knownSyncOptions } from './sync-options';
import { uniqueMergeKeys } from './unique-merge-keys';

/** Rules about what Argo CD does with the objects. */
export const argoCd: Family = {
  name: 'argo-cd',
  title: 'Argo CD applies the bundle in one go, and then finds no difference',
  rules: [
    noForwardReferences,
    integerWaves,
    knownHooks,
    knownSyncOptions,
    agreeingSyncOptions,
    existingProjects,
    admittingProjects,
    closedProjects,
    existingPaths,
    oneHolder,
    noSkippedFiles,
    carefulSync,
    chosenRevisions,
    fittingObjects,
    lastingHooks,
    canonicalValues,
    keptDefaults,
    uniqueMergeKeys,
    wholeClaimTemplates,
    rollingConfiguration,
  ],
};
