import { join } from 'node:path';
import { capacityPage } from './capacity';
import { figuresPart } from './figures';
import { knobsPage } from './knobs';
import { orderPage } from './order';
import { outdatedPages, writePages } from './page';
import { recoveryPage } from './recovery';
import { rulesPage } from './rules';
import { seedsPage } from './seeds';
import { tasksPage } from './tasks';

const pages = [knobsPage, capacityPage, recoveryPage, orderPage, rulesPage, seedsPage, tasksPage, figuresPart];

/** Writes every page that is made from the source. With `--check`, compares them, and ends with 1 where one differs. */
if (process.argv.includes('--check')) {
  for (const file of outdatedPages(pages)) {
    process.stderr.write(`${join('docs', file)} is not what the source says; run 'npm run docs' and commit it\n`);
    process.exitCode = 1;
  }
} else {
  writePages(pages);
}
