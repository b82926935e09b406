import { ObjectIndex } from '../object-index';
import { SourceFile } from '../rendered-object';
import { Finding, Position, Rule } from '../rule';
import { readFiles, sharedPartsOf } from './documents';

/** A file says everything where it stands. */
export const noAliases: Rule = {
  id: 'yaml/no-aliases',
  title: 'No part of a file stands for another',
  severity: 'warning',
  why: 'A reader must look up what is meant, tools write it out or refuse it, and a change in one place changes others.',
  cure: 'write it out',
  sources: ['Y06'],
  shapeless: true,
  judge: findShared,
};

/** Files hold what people see, and nothing else. */
export const plainFiles: Rule = {
  id: 'yaml/plain-files',
  title: 'A file has Unix line ends and no hidden characters around keys',
  severity: 'warning',
  why: 'Two files look the same and are not: keys do not match, and diffs show what nobody changed.',
  cure: 'save it as UTF-8 without a mark at its start, with Unix line ends and plain spaces',
  sources: ['Y06'],
  shapeless: true,
  judge: findHidden,
};

function* findShared(index: ObjectIndex): Iterable<Finding> {
  for (const { file, documents, positionOf } of index.view(readFiles)) {
    for (const document of documents) {
      if (document.errors.length > 0) continue;
      for (const { source, offset } of sharedPartsOf(document, file.text)) {
        const message = `a value must be written where it stands, got ${source}`;
        yield { subject: file, position: positionOf(offset), message };
      }
    }
  }
}

/** Spaces that are none, and characters without width, before or in a key. */
const HIDDEN_IN_KEY =
  /^(?:[ -]*|[ -]*[^\s'"#:][^'"#:\n]*?)([\u00a0\u00ad\u2007\u200b-\u200f\u202f\u2060\ufeff])[^'"#:\n]*:(?=\s|$)/m;

function* findHidden({ files }: ObjectIndex): Iterable<Finding> {
  for (const file of files) {
    const { text } = file;
    if (text.startsWith('\ufeff')) yield found(file, 0, 'a byte order mark');
    if (text.includes('\r\n')) yield found(file, text.indexOf('\r\n'), 'a line end of Windows');
    const [match, hidden] = (hasHidden(text) && HIDDEN_IN_KEY.exec(text.slice(1))) || [];
    if (match === undefined || hidden === undefined) continue;
    const offset = 1 + text.slice(1).indexOf(match) + match.indexOf(hidden);
    const code = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    yield found(file, offset, `the character U+${code} in or before a key`);
  }
}

/** Cheap, and false of nearly every file. */
function hasHidden(text: string): boolean {
  return /[\u00a0\u00ad\u2007\u200b-\u200f\u202f\u2060\ufeff]/.test(text);
}

function found(subject: SourceFile, offset: number, what: string): Finding {
  return { subject, position: positionIn(subject.text, offset), message: `a file must hold plain text, got ${what}` };
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
