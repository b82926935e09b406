import { SeedDocument } from './figure';
import { mes } from './mes';
import { onboarding } from './onboarding';
import { order } from './order';
import { wmsInfrastructure } from './wms-infrastructure';
import { wmsTopology } from './wms-topology';

/** The documents in the order of their numbers. */
export const seedDocuments: readonly SeedDocument[] = [wmsInfrastructure, wmsTopology, order, onboarding, mes];
