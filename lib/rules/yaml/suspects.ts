import { ObjectIndex, View } from '../object-index';
import { SourceFile } from '../rendered-object';

/**
 * Files that have to be read again by a reader that keeps positions: it is slow, so that only files are read in which a
 * look at the text finds something. A file may be here for nothing; what is not here is fine.
 */
export const suspects: View<readonly SourceFile[]> = (index) => {
  const read = documentsRead(index);
  const isReadWhole = ({ path, text }: SourceFile) =>
    read === undefined || (read.get(path)?.size ?? 0) === countDocuments(text);
  return index.files.filter((file) => !isReadWhole(file) || (file.isPlain !== true && isDoubtful(file.text)));
};

/** Documents of each file that an object came from; undefined where objects were rendered and not read. */
function documentsRead({ objects }: ObjectIndex): ReadonlyMap<string, ReadonlySet<number>> | undefined {
  const result = new Map<string, Set<number>>();
  for (const { path, document } of objects) {
    if (document === undefined) continue;
    const known = result.get(path);
    if (known) known.add(document);
    else result.set(path, new Set([document]));
  }
  return objects.length > 0 && result.size === 0 ? undefined : result;
}

function isDoubtful(text: string): boolean {
  const lines = structuralLines(text);
  return SUSPICIOUS.test(lines.join('\n')) || hasTwins(lines);
}

/** The lines of a file without those that are the text of a block: nothing in them has a meaning in YAML. */
function structuralLines(text: string): string[] {
  const lines: string[] = [];
  let textColumn: number | undefined;
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    if (textColumn !== undefined && (indent < 0 || indent > textColumn)) continue;
    textColumn = undefined;
    if (indent < 0) continue;
    lines.push(line);
    if (BLOCK.test(line)) textColumn = columnOf(line, indent);
  }
  return lines;
}

/** A line that a block of text begins in. */
const BLOCK = /(?:^\s*|[:-]\s+)(?:[&!]\S*\s+)*[|>][-+0-9]*\s*(?:#.*)?$/;

/** Column of the key or of the dash that the text is the value of: its lines stand further in. */
function columnOf(line: string, indent: number): number {
  const dashes = /^(?:\s*-\s+)+(?=[^\s|>])/.exec(line)?.[0];
  return dashes?.length ?? indent;
}

/** Documents with something else than comments. */
function countDocuments(text: string): number {
  return text.split(/^---(?=\s|$)/m).filter((part) => /^(?!\s*(#|$|%|\.\.\.))/m.test(part)).length;
}

/** Words and numbers that readers take differently, anchors, aliases, merge keys; where a value or a key may stand. */
const SUSPICIOUS = new RegExp(
  [
    /(?:^|[,[{]|[:?-]\s)\s*(?:[yn]|yes|no|on|off|=|<<|[-+]?0[0-9ob_]+|[-+]?\d[\d_]*_[\d_.]*|[-+]?[\d_.]+e\d+|\d+(?::[0-5]?\d)+|\d{4}-\d\d?-\d\d?[^"'\n]*)\s*(?:$|[,\]}:]|#)/,
    /(?:^|[,[{]|[:?-]\s)\s*[&*][^\s*&]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'im',
);

/** A map in one line with two keys, or the first line of one that goes on. */
const FLOW = /(?:^|:\s|-\s)\s*[{[](?:.*:.*,.*:|.*[^}\]\s]\s*$)/;

/** The first key of a line, behind spaces and dashes, and what stands behind it. */
const KEY = /^([\s-]*)("[^"]*"|'[^']*'|[^\s:'"#{[]+)\s*:(?=\s|$)(.*)/;

/** Nothing but an anchor, a tag or a comment: the value stands in the lines below. */
const NO_VALUE = /^\s*(?:[&!]\S*\s*)*(?:#.*)?$/;

/** Whether some map may have a key twice: a look at lines, which takes any map of several keys in one line for a suspect. */
function hasTwins(lines: readonly string[]): boolean {
  const open: { readonly column: number; readonly keys: Set<string> }[] = [];
  let textColumn: number | undefined;
  for (const line of lines) {
    const indent = line.search(/\S/);
    // A text without quotes goes on in lines that stand further in than its key.
    if (textColumn !== undefined && indent > textColumn) continue;
    textColumn = undefined;
    if (line.startsWith('---')) open.length = 0;
    if (FLOW.test(line)) return true;
    const [, lead = '', key, value = ''] = KEY.exec(line) ?? [];
    if (key === undefined) {
      if (/^\s*-\s+[|>]/.test(line)) textColumn = indent;
      continue;
    }
    const column = lead.length;
    if (!NO_VALUE.test(value)) textColumn = column;
    const begins = lead.includes('-');
    while ((open.at(-1)?.column ?? -1) > (begins ? lead.indexOf('-') : column)) open.pop();
    const level = open.at(-1);
    if (level?.column !== column || begins) open.push({ column, keys: new Set([key]) });
    else if (level.keys.has(key)) return true;
    else level.keys.add(key);
  }
  return false;
}
