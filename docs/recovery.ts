import { restoreSeconds } from '../lib/constructs/backup/restore-cron-job';
import { environments } from '../lib/environments';
import { cell, ENVIRONMENTS, PerEnv } from '../lib/model/environment';
import { Bytes } from '../lib/model/quantity';
import { backupBounds } from '../lib/platforms/backup-bounds';
import { mes } from '../lib/platforms/mes/config';
import { observability } from '../lib/platforms/observability/config';
import { onboarding } from '../lib/platforms/onboarding/config';
import { order } from '../lib/platforms/order/config';
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

const kafkas = [
  { of: 'the warehouse', kafka: wms.kafka },
  { of: 'the order platform', kafka: order.kafka },
  { of: 'onboarding', kafka: onboarding.kafka },
  { of: 'manufacturing', kafka: mes.kafka },
];

/** Rows of a Kafka that say how much of it is there more than once. */
interface Copied {
  readonly replicationFactor: PerEnv<number>;
  readonly minInsyncReplicas: PerEnv<number>;
}

function renderPromises(): string {
  const { backup, restore } = backupBounds;
  const kept = ENVIRONMENTS.filter((name) => environments[name].objectStorage.hasKeys);
  const times = `a dump every ${backup.every}, ${backup.deadline} at most`;
  const copies = (what: string, { replicationFactor, minInsyncReplicas }: Copied) => {
    const copied = ENVIRONMENTS.filter((name) => cell(replicationFactor, name) > 1);
    const by = copied.map((name) => {
      return `${name} ${cell(replicationFactor, name)} copies, ${cell(minInsyncReplicas, name)} acknowledged`;
    });
    return [what, copied.join(', '), 'nothing that was acknowledged', '5m', `replication: ${by.join('; ')}`];
  };
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
      ...dump("The order platform's PostgreSQL", order.postgresql.backup.dumpSize),
      ...dump("Keycloak's PostgreSQL", order.keycloakPostgresql.backup.dumpSize),
      ...dump("Onboarding's PostgreSQL", onboarding.postgresql.backup.dumpSize),
      ...dump("Manufacturing's PostgreSQL", mes.postgresql.backup.dumpSize),
      ...dump("Grafana's PostgreSQL", observability.postgresql.backup.dumpSize),
      ...kafkas.flatMap(({ of, kafka }) => [
        copies(`Kafka of ${of}`, kafka),
        ...renderMirrors(kafka.mirror).map(([what = '', ...cells]) => [
          what.replace('Kafka', `Kafka of ${of}`),
          ...cells,
        ]),
      ]),
      ['configuration', 'everywhere', 'nothing that was merged', '5m', 'Git: Argo CD applies `dist/` again'],
    ],
  );
}
