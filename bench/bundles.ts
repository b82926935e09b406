import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ENVIRONMENTS } from '../lib/model/environment';
import { countBundles } from '../lib/review/bundle-figures';

/** Prints how much every environment of this project comes to, and what a full synth of it takes. */
const RUNS = 3;
const root = join(__dirname, '..');

/** Seconds of wall time of a run that renders, judges and compares everything, and writes nothing. */
function synth(): number {
  const start = process.hrtime.bigint();
  execFileSync(process.execPath, [join(root, 'start.cjs'), '--check'], { cwd: root });
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const figures = countBundles(join(root, 'dist'));
for (const environment of ENVIRONMENTS) {
  const own = figures.filter((figure) => figure.environment === environment);
  const sum = (pick: (figure: (typeof own)[number]) => number) => own.reduce((total, one) => total + pick(one), 0);
  const size = `${(sum(({ bytes }) => bytes) / 1024).toFixed(0)} KiB`;
  console.log(`${environment}: ${sum(({ files }) => files)} files, ${sum(({ objects }) => objects)} objects, ${size}`);
}
synth(); // compiles and keeps the program, as the first synth does
console.log(`full synth: ${Math.min(...Array.from({ length: RUNS }, synth)).toFixed(2)} s`);
