import { basename, dirname, resolve } from 'node:path';
import { EnvironmentFacts } from '../rules/environment-facts';
import { Verdict } from '../rules/judge';
import { SourceFile } from '../rules/rendered-object';
import { FieldPath } from '../rules/rule';
import { ENVIRONMENT_FILE, isEnvironment, readFacts } from './environment-file';
import { findFiles, STDIN } from './find-files';
import { Locator } from './locate';
import { ParsedDocument, parseText } from './parse-text';
import { ReadObject, unfold } from './read-object';
import { problemOf, readingRules } from './read-problems';
import { decode, ReadText, readText } from './read-text';

/** How much is read. */
export interface Limits {
  /** Most bytes of one file. */
  readonly fileBytes: number;

  /** Most bytes of all files. */
  readonly totalBytes: number;
}

/** Where reading begins. */
export interface ReadOptions {
  /** Files, folders, or `-` for standard input. */
  readonly paths: readonly string[];

  /**
   * Files that stand in a folder and are not to be read as objects.
   *
   * @default - none
   */
  readonly except?: readonly string[];

  /** Folder that paths are relative to. */
  readonly folder: string;
  readonly limits: Limits;

  /** Standard input, at most as many bytes as asked for. Called if a path is `-`. */
  readonly readInput: (mostBytes: number) => Buffer;
}

/** What is applied to one cluster: the files of an environment, or all files where nothing says that they are several. */
export interface ReadBundle {
  /** Folder of the environment; empty for files that stand in none. */
  readonly folder: string;
  readonly facts: EnvironmentFacts;
  readonly objects: readonly ReadObject[];
  readonly files: readonly SourceFile[];

  /** Those of the files that rules about text judge: they could be read as a whole, and hold objects of a cluster. */
  readonly manifests: readonly SourceFile[];

  /** What could not be read. */
  readonly problems: readonly Verdict[];

  /** Kinds that are for a tool, and reach no cluster; one for each object. */
  readonly forTools: readonly string[];
}

/** Name of standard input in findings. */
export const INPUT_NAME = '<stdin>';

/** A file that was read. */
interface ParsedFile extends SourceFile {
  readonly documents: readonly ParsedDocument[];
}

/** Reads files and folders, each environment for itself. Whatever stands in them, it does not throw. */
export function readBundles(options: ReadOptions): ReadBundle[] {
  const except = new Set((options.except ?? []).map((path) => resolve(options.folder, path)));
  const { paths: all, problems: notFound } = findFiles(options.paths, options.folder);
  const paths = all.filter((path) => !except.has(resolve(options.folder, path)));
  const { files, problems } = readFiles(paths, options);
  const environments = new Set(files.filter(isEnvironmentFile).map(({ path }) => dirname(path)));
  const folders = [...environments].sort();
  const bundles = ['', ...folders].map((folder) => {
    const isOwn = ({ path }: { readonly path: string }) => environmentOf(path, environments) === folder;
    const own = [...notFound, ...problems].filter(({ finding }) => isOwn(finding.subject));
    return readBundle(folder, files.filter(isOwn), own);
  });
  return bundles.filter(({ files: own, problems: found }) => own.length > 0 || found.length > 0);
}

function readFiles(paths: readonly string[], options: ReadOptions): { files: ParsedFile[]; problems: Verdict[] } {
  const { limits } = options;
  const files: ParsedFile[] = [];
  const problems: Verdict[] = [];
  let left = limits.totalBytes;
  for (const path of paths) {
    const shown = path === STDIN ? INPUT_NAME : path;
    const read = readOne(path, shown, options);
    if ('problem' in read) {
      problems.push(read.problem);
      continue;
    }
    left -= Buffer.byteLength(read.text);
    if (left < 0) {
      const message = `all files together must have at most ${limits.totalBytes} bytes, got more; this one and those after it were not read`;
      problems.push(problemOf('tooLarge', shown, message, { cure: 'check fewer folders at a time' }));
      break;
    }
    const file = { path: shown, text: read.text };
    const parsed = parseText(file);
    files.push({ ...file, documents: parsed.documents });
    problems.push(...parsed.problems);
  }
  return { files, problems };
}

function readOne(path: string, shown: string, { folder, limits, readInput }: ReadOptions): ReadText {
  if (path === STDIN) return decode(readInput(limits.fileBytes + 1), shown, limits.fileBytes);
  return readText(resolve(folder, path), shown, limits.fileBytes);
}

function isEnvironmentFile({ path, documents }: ParsedFile): boolean {
  return basename(path) === ENVIRONMENT_FILE && documents.some(({ value }) => isEnvironment(value));
}

/** The nearest folder above a file that is an environment, or none. */
function environmentOf(path: string, environments: ReadonlySet<string>): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (environments.has(folder)) return folder;
    if (folder === dirname(folder)) return '';
  }
}

function readBundle(folder: string, files: readonly ParsedFile[], found: readonly Verdict[]): ReadBundle {
  const objects: ReadObject[] = [];
  const problems = [...found];
  const forTools: string[] = [];
  let facts: EnvironmentFacts = {};
  for (const file of files) {
    const told = new FieldProblems(file);
    for (const { index, value } of file.documents) {
      if (isEnvironmentFile(file) && isEnvironment(value)) {
        const read = readFacts(value);
        facts = read.facts;
        problems.push(...read.problems.map((problem) => told.at('environment', index, problem)));
      } else {
        const unfolded = unfold(value, file.path, index);
        objects.push(...unfolded.objects);
        forTools.push(...unfolded.forTools);
        problems.push(...unfolded.refused.map((problem) => told.at('notAnObject', index, problem)));
      }
    }
  }
  const unread = new Set(problems.map(({ finding }) => finding.subject.path));
  const texts = files.filter((file) => !unread.has(file.path) && !isEnvironmentFile(file));
  return { folder, facts, objects, files: files.map(sourceOf), manifests: texts.map(sourceOf), problems, forTools };
}

function sourceOf({ path, text, documents }: ParsedFile): SourceFile {
  return { path, text, isPlain: documents.length > 0 && documents.every(({ isPlain }) => isPlain) };
}

/** Tells what is wrong with fields of one file, whose text is searched only then. */
class FieldProblems {
  private locator: Locator | undefined;

  constructor(private readonly file: SourceFile) {}

  public at(
    name: keyof typeof readingRules,
    document: number,
    { at, message, cure }: { readonly at: FieldPath; readonly message: string; readonly cure?: string },
  ): Verdict {
    this.locator ??= new Locator(this.file.text);
    const position = this.locator.find(document, at);
    return problemOf(name, this.file.path, message, { position, ...(cure !== undefined && { cure }) });
  }
}
