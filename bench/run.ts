import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { Synthesizer } from './services';

/**
 * Compares a full synth by stock `App.synth` with ours, over the same constructs: whole processes, one after the other.
 *
 * Stock runs as compiled JavaScript, ours as `npm run synth` runs. The loop alone, without start-up, is shown beside it.
 */
interface Figures {
  /** Wall time of the process, in seconds. */
  readonly seconds: number;

  /** Wall time of constructs, rendering and writing, in seconds. */
  readonly loopSeconds: number;

  /** Largest resident size. */
  readonly megabytes: number;
}

/** Services in one environment, how often each synthesizer runs, and how much faster ours must be. */
const rows = [
  { count: 40, runs: 9, atLeast: 2 },
  { count: 400, runs: 3, atLeast: 4 },
  { count: 1000, runs: 3, atLeast: 15 },
] as const;

/** Most that one service more may cost above the middle row, compared with below it; quadratic time would make it 3.2. */
const LINEAR_WITHIN = 2;

const stockProgram = join(__dirname, '../.cdk8s/bench-stock.cjs');
const programs: Record<Synthesizer, string> = { own: join(__dirname, 'measured.cjs'), stock: stockProgram };

function measure(synthesizer: Synthesizer, count: number): Figures {
  const args = [programs[synthesizer], synthesizer, String(count)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Figures;
}

function median(figures: readonly Figures[]): Figures {
  const sorted = [...figures].sort((a, b) => a.seconds - b.seconds);
  return sorted[Math.floor(sorted.length / 2)] ?? { seconds: NaN, loopSeconds: NaN, megabytes: NaN };
}

buildSync({
  entryPoints: [join(__dirname, 'child.ts')],
  outfile: stockProgram,
  bundle: true,
  packages: 'external',
  platform: 'node',
});
measure('own', 1); // compiles and keeps the program, as the first synth does

const results = rows.map(({ count, runs, atLeast }) => {
  const pairs = Array.from({ length: runs }, () => ({ own: measure('own', count), stock: measure('stock', count) }));
  const own = median(pairs.map((pair) => pair.own));
  const stock = median(pairs.map((pair) => pair.stock));
  return { count, atLeast, own, stock, faster: stock.seconds / own.seconds };
});

const head = ['services', 'objects', 'stock s', 'own s', 'faster', 'at least', 'loop faster', 'stock MB', 'own MB'];
const line = (cells: readonly string[]) =>
  cells.map((cell, index) => cell.padStart(head[index]?.length ?? 0)).join('  ');
console.log(line(head));
for (const { count, atLeast, own, stock, faster } of results) {
  const loop = `${(stock.loopSeconds / own.loopSeconds).toFixed(1)} x`;
  const times = [stock.seconds.toFixed(2), own.seconds.toFixed(2), `${faster.toFixed(1)} x`, `${atLeast} x`, loop];
  console.log(
    line([String(count), String(count * 21), ...times, stock.megabytes.toFixed(0), own.megabytes.toFixed(0)]),
  );
}

const [small, middle, large] = results;
const marginal = (from: typeof small, to: typeof small) =>
  from && to ? (to.own.loopSeconds - from.own.loopSeconds) / (to.count - from.count) : NaN;
const growth = marginal(middle, large) / marginal(small, middle);
console.log(`one service more costs ${growth.toFixed(2)} times as much above 400 services as below`);

const slow = results.filter(({ faster, atLeast }) => faster < atLeast);
if (slow.length > 0 || growth > LINEAR_WITHIN) {
  console.error('slower than promised');
  process.exitCode = 1;
}
