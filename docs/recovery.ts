import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { restoreSeconds } from '../lib/constructs/backup/restore-cron-job';
import { environments } from '../lib/environments';
import { ENVIRONMENTS, PerEnv } from '../lib/model/environment';
import { Bytes } from '../lib/model/quantity';
import { backupBounds } from '../lib/platforms/backup-bounds';
import { wms } from '../lib/platforms/wms/config';
import { renderMirrors } from './mirrors';

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
    ...renderMirrors(wms.kafka.mirror),
    ['configuration', 'everywhere', 'nothing that was merged', '5m', 'Git: Argo CD applies `dist/` again'],
  ]);
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
