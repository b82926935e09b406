import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isJudged, JUDGED_VERSIONS } from '../rules/schema/kubernetes-versions';
import type { CheckArguments } from './check-command';
import { FORMATS } from './formats';
import { EXIT, Io } from './io';

/** Runs a command by its arguments. Returns the exit code: 0 fine, 1 found or asked for wrongly, 2 a fault of ours. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.fine;
  const program = new Command('manifests')
    .description('Judges Kubernetes YAML, whoever made it')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHelpWidth: () => io.columns });
  const done = (result: number) => {
    code = result;
  };
  program.addCommand(defineCheck(io, done));
  program.addCommand(defineCapacity(io, done));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.found;
    io.err(`a fault of this project, not of its input:\n${(error as Error).stack ?? String(error)}\n`);
    return EXIT.fault;
  }
}

function defineCheck(io: Io, done: (code: number) => void): Command {
  return new Command('check')
    .description(
      'Holds files and folders against every rule. An environment.yaml makes its folder a cluster of its own.',
    )
    .argument('[path...]', "files, folders, or '-' for standard input", [])
    .addOption(formatOption())
    .option('--only <family|rule>', 'hold them against these only; may be repeated', collect, [])
    .option(
      '--kube-version <minor>',
      `version of the cluster, ${JUDGED_VERSIONS.first} to ${JUDGED_VERSIONS.last}`,
      parseVersion,
    )
    .option('--schema <file>', 'definitions of custom resources; may be repeated', collect, [])
    .option('--waivers <file>', 'findings that are known and kept (default: waivers.yaml)')
    .option('--no-waivers', 'let no waiver count')
    .option('--strict', 'end with 1 for warnings, too', false)
    .option('--max-bytes <number>', 'size of the largest file that is read', parseCount)
    .addOption(connectivityOption())
    .option('--explain <rule>', 'tell what a rule is for, and check nothing')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHelpWidth: () => io.columns })
    .action(async (paths: string[], given: CheckArguments) => {
      // Only now: help and mistakes in arguments are told without loading a rule.
      const { runCheck } = await import('./check-command');
      done(runCheck(paths, given, io));
    });
}

function defineCapacity(io: Io, done: (code: number) => void): Command {
  return new Command('capacity')
    .description(
      'Adds up what files and folders ask for, and puts it on the nodes that environment.yaml tells of. Ends with 1 where something does not fit.',
    )
    .argument('[path...]', "files, folders, or '-' for standard input", [])
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHelpWidth: () => io.columns })
    .action(async (paths: string[]) => {
      const { runCapacity } = await import('./capacity-command');
      done(runCapacity(paths, io));
    });
}

function formatOption(): Option {
  return new Option('--format <name>', 'how to tell it').choices(FORMATS).default('text');
}

function connectivityOption(): Option {
  return new Option('--connectivity', 'tell who may connect to whom, and check this alone').conflicts([
    'format',
    'only',
  ]);
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function parseVersion(value: string): string {
  const [, minor] = /^v?(1\.\d{1,3})(?:\.\d+)?$/.exec(value) ?? [];
  if (minor === undefined) throw new InvalidArgumentError('It must be a minor version such as 1.28.');
  if (!isJudged(minor)) {
    throw new InvalidArgumentError(`It must be from ${JUDGED_VERSIONS.first} to ${JUDGED_VERSIONS.last}.`);
  }
  return minor;
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number above 0.');
  return count;
}
