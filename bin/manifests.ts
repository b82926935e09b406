import { runCli } from '../lib/cli/run-cli';
import { readBytes } from '../lib/reading/read-text';

const { stdout, env } = process;

// Whoever reads the first lines only, such as head, has seen enough.
stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));

void runCli(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => process.stderr.write(text),
  readInput: (mostBytes) => readBytes(0, mostBytes),
  folder: process.cwd(),
  isColored: stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
  columns: stdout.isTTY ? stdout.columns : 80,
  today: new Date().toISOString().slice(0, 10),
}).then((code) => {
  process.exitCode = code;
});
