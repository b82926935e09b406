import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Synthesizer } from './services';

interface Figures {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Services in one environment, how often each synthesizer runs, and how much faster ours must be. */
const rows = [
  { count: 40, runs: 5, atLeast: 2 },
  { count: 400, runs: 3, atLeast: 4 },
  { count: 1000, runs: 1, atLeast: 15 },
] as const;

/** Most that the time for one service may grow from the smallest row to the largest: start-up counts there, not here. */
const LINEAR_WITHIN = 1.5;

function measure(synthesizer: Synthesizer, count: number): Figures {
  const args = [join(__dirname, 'measured.cjs'), synthesizer, String(count)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Figures;
}

function median(figures: readonly Figures[]): Figures {
  const sorted = [...figures].sort((a, b) => a.seconds - b.seconds);
  return sorted[Math.floor(sorted.length / 2)] ?? { seconds: NaN, megabytes: NaN };
}

const results = rows.map(({ count, runs, atLeast }) => {
  const pairs = Array.from({ length: runs }, () => ({ own: measure('own', count), stock: measure('stock', count) }));
  const own = median(pairs.map((pair) => pair.own));
  const stock = median(pairs.map((pair) => pair.stock));
  return { count, atLeast, own, stock, faster: stock.seconds / own.seconds };
});

const cells = (row: readonly string[]) =>
  row.map((cell, index) => cell.padStart([8, 8, 9, 8, 9, 8, 9][index] ?? 8)).join(' ');
console.log(cells(['services', 'objects', 'stock s', 'own s', 'faster', 'at least', 'own MB']));
for (const { count, atLeast, own, stock, faster } of results) {
  const figures = [stock.seconds.toFixed(2), own.seconds.toFixed(2), `${faster.toFixed(1)} x`, `${atLeast} x`];
  console.log(cells([String(count), String(count * 21), ...figures, own.megabytes.toFixed(0)]));
}

const [small, middle, large] = results;
const marginal = (from: typeof small, to: typeof small) =>
  from && to ? (to.own.seconds - from.own.seconds) / (to.count - from.count) : NaN;
const growth = marginal(middle, large) / marginal(small, middle);
console.log(`one service more costs ${growth.toFixed(2)} times as much above 400 services as below`);

const slow = results.filter(({ faster, atLeast }) => faster < atLeast);
if (slow.length > 0 || growth > LINEAR_WITHIN) {
  console.error('slower than promised');
  process.exitCode = 1;
}
