import { YAMLException } from 'js-yaml';
import { Verdict } from '../rules/judge';
import { SourceFile } from '../rules/rendered-object';
import { Position } from '../rules/rule';
import { loadYaml, MOST_LEVELS } from './kubernetes-yaml';
import { Excess, findExcess } from './measure';
import { problemOf } from './read-problems';
import { DocumentText, splitDocuments } from './split-documents';

/** A document as data. */
export interface ParsedDocument {
  readonly index: number;
  readonly value: unknown;

  /** Whether nothing in it can be wrong as YAML: it was read in the short way, and every reader takes it for the same. */
  readonly isPlain: boolean;
}

/** Documents that could be read, and what is wrong with the others. */
export interface ParsedText {
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly Verdict[];
}

/** Reads every document of a file for itself: one that is malformed takes none of the others with it. */
export function parseText(file: SourceFile): ParsedText {
  const json = parseJson(file);
  if (json !== undefined) return json;
  const parsed = splitDocuments(file.text).map((document) => parseDocument(document, file.path));
  return {
    documents: parsed.flatMap(({ documents }) => documents),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

/** JSON is YAML, too; but reading it as what it is takes a tenth of the time. */
function parseJson({ path, text }: SourceFile): ParsedText | undefined {
  if (!/^\ufeff?\s*[{[]/.test(text)) return undefined;
  try {
    return keepSmall({ text, index: 0, linesAbove: 0 }, [JSON.parse(text.replace(/^\ufeff/, ''))], path);
  } catch {
    return undefined;
  }
}

function parseDocument(document: DocumentText, path: string): ParsedText {
  try {
    const { values, isPlain } = loadYaml(document.text);
    if (!isPlain) return keepSmall(document, values, path);
    return { documents: values.map((value) => ({ index: document.index, value, isPlain })), problems: [] };
  } catch (error) {
    return { documents: [], problems: [describeMistake(error, document, path)] };
  }
}

const EXCESSES: Readonly<Record<Excess, [name: 'tooDeep' | 'aliases', message: string]>> = {
  deep: ['tooDeep', `lists and maps must be nested at most ${MOST_LEVELS} deep, got more`],
  circular: ['aliases', 'an alias must not stand in what it names, got a circle'],
  large: ['aliases', 'aliases must not make a document large, got more than 200000 values'],
};

function keepSmall(document: DocumentText, values: readonly unknown[], path: string): ParsedText {
  const documents: ParsedDocument[] = [];
  const problems: Verdict[] = [];
  for (const value of values) {
    const excess = findExcess(value);
    if (excess === undefined) documents.push({ index: document.index, value, isPlain: false });
    else problems.push(problemOf(...nameOf(excess, path), { position: startOf(document) }));
  }
  return { documents, problems };
}

function nameOf(excess: Excess, path: string): [name: 'tooDeep' | 'aliases', path: string, message: string] {
  const [name, message] = EXCESSES[excess];
  return [name, path, message];
}

/** The first line that says something. */
function startOf({ text, linesAbove }: DocumentText): Position {
  const lines = text.split('\n', 200);
  const first = lines.findIndex((line) => !/^(?:\s*|---\s*|%.*)(?:#.*)?$/.test(line));
  return { line: linesAbove + Math.max(first, 0) + 1, column: 1 };
}

function describeMistake(error: unknown, document: DocumentText, path: string): Verdict {
  // Whatever else a text makes the reader throw is the text's fault as well: it is the only thing that differs.
  if (!(error instanceof YAMLException)) {
    const message = `a document must be YAML, got one that cannot be read: ${(error as Error).message}`;
    return problemOf('malformed', path, message, { position: startOf(document) });
  }
  const template = findTemplate(document, error);
  if (template !== undefined) {
    const message = 'a document must be YAML, got a template that was not rendered';
    return problemOf('malformed', path, message, { position: template });
  }
  const { reason, mark } = error;
  const position = mark ? { line: document.linesAbove + mark.line + 1, column: mark.column + 1 } : startOf(document);
  if (reason.includes('maxDepth')) return problemOf(...nameOf('deep', path), { position });
  return problemOf('malformed', path, `a document must be YAML, got ${reason}`, { position });
}

/** Where `{{` stands for a value, in a document that is malformed there or as a whole. */
function findTemplate({ text, linesAbove }: DocumentText, { mark }: YAMLException): Position | undefined {
  const lines = text.split('\n');
  const isTemplate = (line: string) => /^\s*(?:-\s+)?(?:[\w."-]+:\s+)?\{\{/.test(line);
  const own = mark && mark.line > 0 ? mark.line : lines.findIndex(isTemplate);
  const line = lines[own];
  if (line === undefined || !isTemplate(line)) return undefined;
  return { line: linesAbove + own + 1, column: line.indexOf('{{') + 1 };
}
