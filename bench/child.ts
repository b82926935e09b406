import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesizeServices, Synthesizer } from './services';

/** One measured run, in a process of its own: `own 40`. Prints its figures as JSON. */
const [synthesizer, count] = process.argv.slice(2);
// In memory where the machine has such a folder: how busy a disk is says nothing about either program.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-'));
const start = process.uptime();
try {
  synthesizeServices(synthesizer as Synthesizer, Number(count), join(folder, 'dist'));
} finally {
  const [seconds, megabytes] = [process.uptime(), process.resourceUsage().maxRSS / 1024];
  rmSync(folder, { recursive: true });
  process.stdout.write(JSON.stringify({ seconds, loopSeconds: seconds - start, megabytes }));
}
