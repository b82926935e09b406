import { restoreSeconds } from '../lib/constructs/backup/restore-cron-job';
import { environments } from '../lib/environments';
import { cell, ENVIRONMENTS, PerEnv } from '../lib/model/environment';
import { Bytes } from '../lib/model/quantity';
import { backupBounds } from '../lib/platforms/backup-bounds';
import { onboarding } from '../lib/platforms/onboarding/config';
import { wms } from '../lib/platforms/wms/config';
import { renderMirrors } from './mirrors';
import { Page, renderTable } from './page';

const [START, END] = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'];

/** How backups are made and read back: written by hand, but for the table of promises. */
export const recoveryPage: Page = {
  file: 'recovery.md',
  render: (text) => {
    const [before = '', rest = ''] = text.split(START);
    const [, after = ''] = rest.split(END);
    return `${before}${START}\n\n${renderPromises()}\n\n${END}${after}`;
  },
};

function renderPromises(): string {
  const { backup, restore } = backupBounds;
  const { minInsyncReplicas, replicationFactor } = wms.kafka;
  const kept = ENVIRONMENTS.filter((name) => environments[name].objectStorage.hasKeys);
  const times = `a dump every ${backup.every}, ${backup.deadline} at most`;
  const copies = ENVIRONMENTS.filter((name) => cell(replicationFactor, name) > 1)
    .map((name) => `${name} ${cell(replicationFactor, name)} copies, ${cell(minInsyncReplicas, name)} acknowledged`)
    .join('; ');
  const dump = (what: string, dumpSize: PerEnv<Bytes>) =>
    kept.map((name) => {
      const size = cell(dumpSize, name);
      const taken = restoreSeconds({ dumpSize: size, restoreRate: restore.restoreRate });
      return [what, name, backup.rpo, restore.rto, `${times}; up to ${size} back in ${taken}s`];
    });
  return renderTable(
    ['what', 'where', 'lost at most', 'back within', 'by'],
    [
      ...dump('MongoDB', wms.mongodb.backup.dumpSize),
      ...dump("Temporal's PostgreSQL", wms.postgresql.backup.dumpSize),
      ...dump("Onboarding's PostgreSQL", onboarding.postgresql.backup.dumpSize),
      ['Kafka', 'staging, prod', 'nothing that was acknowledged', '5m', `replication: ${copies}`],
      ...renderMirrors(wms.kafka.mirror),
      ['configuration', 'everywhere', 'nothing that was merged', '5m', 'Git: Argo CD applies `dist/` again'],
    ],
  );
}
