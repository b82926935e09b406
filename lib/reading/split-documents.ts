/** One document of a file, as text. */
export interface DocumentText {
  readonly text: string;

  /** Its position in the file, from 0. */
  readonly index: number;

  /** Lines of the file above it. */
  readonly linesAbove: number;
}

/**
 * Parts a text at the markers `---` and `...`, which nothing else in YAML may look like. Each document can then be read,
 * and be wrong, for itself. Documents that hold nothing but comments are left out, but counted.
 */
export function splitDocuments(text: string): DocumentText[] {
  const documents: DocumentText[] = [];
  let start = 0;
  let startLine = 0;
  let line = 0;
  let index = 0;
  let isMarked = false;
  const close = (end: number) => {
    const content = text.slice(start, end);
    if (!isMarked && isPreamble(content)) return;
    if (!isEmpty(content)) documents.push({ text: content, index, linesAbove: startLine });
    index++;
    start = end;
    startLine = line;
    isMarked = false;
  };
  for (let at = 0; at < text.length; line++) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next + 1;
    if (isMarker(text, at, '---')) {
      close(at);
      isMarked = true;
    } else if (isMarker(text, at, '...')) {
      close(at);
      start = end;
      startLine = line + 1;
      isMarked = false;
    }
    at = end;
  }
  close(text.length);
  return documents;
}

function isMarker(text: string, at: number, marker: string): boolean {
  return text.startsWith(marker, at) && /^(?:\s|$)/.test(text.slice(at + 3, at + 4));
}

/** What may stand above the first marker and belongs to its document: comments and directives. */
function isPreamble(text: string): boolean {
  return everyLine(text, /^\ufeff?(?:\s*(?:#.*)?|%.*)$/);
}

function isEmpty(text: string): boolean {
  return everyLine(text, /^(?:---)?\s*(?:#.*)?$/);
}

/** Looks at lines until one is otherwise, which in most documents is one of the first. */
function everyLine(text: string, pattern: RegExp): boolean {
  for (let at = 0; at <= text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    if (!pattern.test(text.slice(at, end))) return false;
    at = end + 1;
  }
  return true;
}
