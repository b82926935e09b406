import { run } from './lib/synth/run';

// Exit codes: 0 fine, 1 the input is wrong, 2 our fault.
try {
  process.exitCode = run({
    root: __dirname,
    args: process.argv.slice(2),
    env: process.env,
    log: (text) => process.stderr.write(`${text}\n`),
  });
} catch (error) {
  process.stderr.write(`a fault of this project, not of its input:\n${(error as Error).stack ?? String(error)}\n`);
  process.exitCode = 2;
}
