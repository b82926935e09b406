import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../model/closest';
import { reading } from '../reading/read-problems';
import { readWaivers, WAIVER_FILE } from '../reading/waiver-file';
import { rules } from '../rules';
import { describe } from '../rules/judge';
import { Waiver } from '../rules/waivers';
import { Fault, formatFaults } from './fault';
import { findOutputFolder } from './output-folder';
import { readArguments } from './read-arguments';
import { allBundles, Bundle, synthesize } from './synthesize';
import { compareFiles, writeFiles } from './write-files';

/** What a run is told. */
export interface RunOptions {
  /** Folder of the project. */
  readonly root: string;

  /** Arguments: `--check` compares instead of writing, `--only prod/wms` renders one bundle. */
  readonly args: readonly string[];

  /** `CDK8S_OUTDIR`, set by the CLI, and `ONLY`, for where it leaves no room for arguments. */
  readonly env: Readonly<Record<string, string | undefined>>;

  /** Receives lines for people; stdout belongs to the CLI. */
  readonly log: (text: string) => void;
}

/** Renders, judges and writes. Returns the exit code: 0 fine, 1 the input is wrong. */
export function run({ root, args, env, log }: RunOptions): number {
  const asked = readArguments(args);
  if ('refusal' in asked) {
    log(asked.refusal);
    return 1;
  }
  const only = asked.only ?? env['ONLY'];
  const bundles = allBundles().filter((bundle) => only === undefined || isChosen(nameOf(bundle), only));
  if (bundles.length === 0) {
    log(describeUnknownBundle(only ?? ''));
    return 1;
  }
  const { waivers, faults: waiverFaults } = readWaiverFile(root);
  const synthesis = synthesize(bundles, waivers);
  const { files } = synthesis;
  // Only a run over everything can tell that a waiver waives nothing.
  const unused = only === undefined && synthesis.faults.length === 0 ? findUnused(waivers, synthesis.used) : [];
  const faults = [...waiverFaults, ...synthesis.faults, ...unused];
  if (faults.length > 0) {
    log(formatFaults(faults));
    return 1;
  }
  const folder = findOutputFolder(root, env['CDK8S_OUTDIR']);
  const owns = (path: string) => only === undefined || isChosen(path, only);
  if (asked.check) return reportDrift(compareFiles(folder.path, files, owns), log);
  const { written, removed, strangers } = writeFiles(folder.path, files, owns);
  folder.publish();
  strangers.forEach((path) => {
    log(`left alone: ${path} was not made by this project`);
  });
  log(`${files.length} files, ${written.length} written, ${removed.length} removed`);
  return 0;
}

/** Waivers of the project, and what is wrong with them. Their last days count where a clock is read: in the check. */
function readWaiverFile(root: string): { waivers: readonly Waiver[]; faults: readonly Fault[] } {
  const path = join(root, WAIVER_FILE);
  if (!existsSync(path)) return { waivers: [], faults: [] };
  const ids = [...rules, ...reading.rules].map(({ id }) => id);
  const { waivers, problems } = readWaivers({ path: WAIVER_FILE, text: readFileSync(path, 'utf8') }, ids);
  return { waivers, faults: problems.map((verdict) => ({ path: WAIVER_FILE, message: describe(verdict) })) };
}

function findUnused(waivers: readonly Waiver[], used: readonly Waiver[]): Fault[] {
  return waivers
    .filter((waiver) => !used.includes(waiver))
    .map(({ rule, target }) => {
      const message = `a waiver must waive something, got nothing for ${rule} of ${target}; remove it`;
      return { path: WAIVER_FILE, message };
    });
}

function nameOf({ environment, name }: Bundle): string {
  return `${environment}/${name}`;
}

/** Whether a bundle or a file is the chosen one, or stands in the chosen environment. */
function isChosen(path: string, only: string): boolean {
  return path === only || path.startsWith(`${only}/`);
}

function describeUnknownBundle(only: string): string {
  const names = allBundles().map(nameOf);
  const hint = didYouMean(only, names) ?? `there are ${names.join(', ')}`;
  return `--only: no bundle named '${only}'; ${hint}`;
}

function reportDrift({ written, removed, strangers }: ReturnType<typeof compareFiles>, log: RunOptions['log']): number {
  const files = [...written.map(({ path }) => path), ...removed, ...strangers];
  if (files.length === 0) return 0;
  const count = `${files.length} ${files.length === 1 ? 'file differs' : 'files differ'}`;
  log(`dist/ is not what lib/ makes, ${count}; run 'npm run synth' and commit dist/`);
  files.forEach((path) => {
    log(`  ${path}`);
  });
  return 1;
}
