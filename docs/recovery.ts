import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { restoreSeconds } from '../lib/constructs/backup/restore-cron-job';
import { environments } from '../lib/environments';
import { EnvironmentName, ENVIRONMENTS, PerEnv } from '../lib/model/environment';
import { Bytes } from '../lib/model/quantity';
import { backupBounds } from '../lib/platforms/backup-bounds';
import { wms } from '../lib/platforms/wms/config';

/** Writes the table of promises in docs/recovery.md from the rows. With `--check`, says whether it is up to date. */
const path = join(__dirname, 'recovery.md');
const [START, END] = ['<!-- promises: npm run docs -->', '<!-- end of promises -->'];

function main(): number {
  const text = readFileSync(path, 'utf8');
  const [before = '', rest = ''] = text.split(START);
  const [, after = ''] = rest.split(END);
  const wanted = `${before}${START}\n\n${renderPromises()}\n${END}${after}`;
  if (!process.argv.includes('--check')) {
    writeFileSync(path, wanted);
    return 0;
  }
  if (text === wanted) return 0;
  process.stderr.write("docs/recovery.md is not what the tables say; run 'npm run docs' and commit it\n");
  return 1;
}

function renderPromises(): string {
  const { backup, restore } = backupBounds;
  const { minInsyncReplicas, replicationFactor } = wms.kafka;
  const kept = ENVIRONMENTS.filter((name) => environments[name].objectStorage.hasKeys);
  const times = `a dump every ${backup.every}, ${backup.deadline} at most`;
  const copies = ENVIRONMENTS.filter((name) => replicationFactor[name] > 1)
    .map((name) => `${name} ${replicationFactor[name]} copies, ${minInsyncReplicas[name]} acknowledged`)
    .join('; ');
  const dump = (what: string, dumpSize: PerEnv<Bytes>) =>
    kept.map((name) => {
      const taken = restoreSeconds({ dumpSize: dumpSize[name], restoreRate: restore.restoreRate });
      return [what, name, backup.rpo, restore.rto, `${times}; up to ${dumpSize[name]} back in ${taken}s`];
    });
  return renderTable([
    ['what', 'where', 'lost at most', 'back within', 'by'],
    ...dump('MongoDB', wms.mongodb.backup.dumpSize),
    ...dump("Temporal's PostgreSQL", wms.postgresql.backup.dumpSize),
    ['Kafka', 'staging, prod', 'nothing that was acknowledged', '5m', `replication: ${copies}`],
    ...renderMirrors(),
    ['configuration', 'everywhere', 'nothing that was merged', '5m', 'Git: Argo CD applies `dist/` again'],
  ]);
}

/** What is left of Kafka's records where every broker's volume is lost. */
function renderMirrors(): string[][] {
  const what = 'Kafka, all volumes';
  const own = (name: EnvironmentName) => {
    const mirror = wms.kafka.mirror[name];
    return mirror && mirror.source.kind === 'own' ? mirror : undefined;
  };
  const without = ENVIRONMENTS.filter((name) => !own(name));
  const mirrored = ENVIRONMENTS.flatMap((name) => {
    const mirror = own(name);
    if (!mirror) return [];
    const by = `mirror into ${mirror.target.alias}, offsets every ${mirror.offsetsInterval}`;
    return [[what, name, 'what was not copied yet', 'a change of clusters', by]];
  });
  const nothing = [what, without.join(', '), 'everything', '5m, empty', 'nothing: `kafka.mirror` is off'];
  return without.length === 0 ? mirrored : [...mirrored, nothing];
}

/** A table as prettier leaves it. */
function renderTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `${[line(head), rule, ...body.map(line)].join('\n')}\n`;
}

process.exitCode = main();
