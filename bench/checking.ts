import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesizeServices } from './services';

/**
 * Measures `manifests check` over 10,000 objects of the services that are synthesized beside it, what judging adds to a
 * synth of this project, and the start of the command. Processor time, which a busy machine changes least.
 */
interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;

  /** What it may be at most; greater is slower than promised. */
  readonly atMost: number;
}

/** With the settings of three environments, 10,014 objects. */
const SERVICES = 476;
const RUNS = 3;

const FACTS = `apiVersion: platform-manifests/v1
kind: Environment
kubernetes: '1.28'
provided:
  - PriorityClass service
  - Secret bench/credentials
`;

const COMMAND = join(__dirname, '../bin/manifests.cjs');
const PROJECT = join(__dirname, 'project.cjs');

/** The least of some runs: all that is more was for other programs. */
function best(measure: () => number): number {
  return Math.min(...Array.from({ length: RUNS }, measure));
}

/** Seconds of processor time, and megabytes, of a run of the command that must find nothing. */
function runCommand(args: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const report = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024].join(' ')); });
    process.argv.splice(1, 0, ${JSON.stringify(COMMAND)}); require(${JSON.stringify(COMMAND)});`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ['-e', report, '--', ...args], { encoding: 'utf8' });
  const [seconds = NaN, megabytes = NaN] = stderr.split(' ').map(Number);
  if (status !== 0 || Number.isNaN(megabytes)) throw new Error(`exit code ${status}: ${stdout.slice(-500)}${stderr}`);
  return { seconds, megabytes };
}

function runProject(mode: 'judged' | 'unjudged'): number {
  return Number(execFileSync(process.execPath, [PROJECT, mode], { encoding: 'utf8' }));
}

function measureAll(folder: string): Row[] {
  const start = process.cpuUsage();
  synthesizeServices('own', SERVICES, folder);
  const synth = process.cpuUsage(start);
  for (const environment of ['dev', 'staging', 'prod']) {
    writeFileSync(join(folder, environment, 'environment.yaml'), FACTS);
  }
  runCommand(['--help']); // compiles and keeps the program, as the first run does
  runProject('judged'); // so does the first synth, which judges
  const checks = Array.from({ length: RUNS }, () => runCommand(['check', folder]));
  const unjudged = best(() => runProject('unjudged'));
  const judged = best(() => runProject('judged'));
  return [
    { name: 'synth of 10,014 objects', value: (synth.user + synth.system) / 1e6, unit: 's', atMost: Infinity },
    { name: 'check of them', value: Math.min(...checks.map(({ seconds }) => seconds)), unit: 's', atMost: 3 },
    { name: 'memory of it', value: Math.max(...checks.map(({ megabytes }) => megabytes)), unit: 'MB', atMost: 500 },
    { name: 'this project, not judged', value: unjudged, unit: 's', atMost: Infinity },
    { name: 'this project, judged', value: judged, unit: 's', atMost: Infinity },
    { name: 'what judging multiplies it by', value: judged / unjudged, unit: 'x', atMost: 2 },
    { name: 'manifests --help', value: best(() => runCommand(['--help']).seconds), unit: 's', atMost: 0.3 },
  ];
}

// In memory where the machine has such a folder: how busy a disk is says nothing about the program.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-'));
try {
  const rows = measureAll(folder);
  for (const { name, value, unit, atMost } of rows) {
    const promise = atMost === Infinity ? '' : `, at most ${atMost}`;
    console.log(`${name.padEnd(30)}  ${value.toFixed(2).padStart(7)} ${unit}${promise}`);
  }
  if (rows.some(({ value, atMost }) => value > atMost)) {
    console.error('slower than promised');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
