import { Family } from '../rule';
import { backedUpStores, keptBackups, punctualBackups } from './backups';
import { preparedRestores, waitingRestores } from './restores';
import { expiringBackups, lastingVolumes } from './retention';

/** Rules about backups, restores and volumes of databases. */
export const recovery: Family = {
  name: 'recovery',
  title: 'What a database holds can be brought back',
  rules: [
    backedUpStores,
    keptBackups,
    punctualBackups,
    expiringBackups,
    preparedRestores,
    waitingRestores,
    lastingVolumes,
  ],
};
