import { ObjectIndex, View } from '../object-index';
import { SourceFile } from '../rendered-object';

/**
 * Files that have to be read again by a reader that keeps positions: it is slow, so that only files are read in which a
 * look at the text finds something. A file may be here for nothing; what is not here is fine.
 */
export const suspects: View<readonly SourceFile[]> = (index) => {
  const read = documentsRead(index);
  // Files that were written from their objects hold nothing else.
  const isWritten = index.objects.length > 0 && index.objects.every(({ document }) => document === undefined);
  const isUnread = ({ path, text }: SourceFile) => !isWritten && (read.get(path)?.size ?? 0) !== countDocuments(text);
  return index.files.filter(
    (file) => isUnread(file) || SUSPICIOUS.test(withoutTexts(file.text)) || hasTwins(file.text),
  );
};

/** Documents of each file that an object came from. */
function documentsRead({ objects }: ObjectIndex): ReadonlyMap<string, ReadonlySet<number | undefined>> {
  const result = new Map<string, Set<number | undefined>>();
  for (const { path, document } of objects) {
    const known = result.get(path);
    if (known) known.add(document);
    else result.set(path, new Set([document]));
  }
  return result;
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

/** A line whose value is the text in the lines below, and the spaces and dashes before its key. */
const TEXT = /^([\s-]*)((?:"[^"]*"|'[^']*'|[^\s:'"#{[|>]+)\s*:\s+)?(?:[&!]\S+\s+)*[|>][-+\d]*\s*(?:#.*)?$/;

/** The lines that are no part of a text in a block: scripts and files hold all sorts of words. */
function withoutTexts(text: string): string {
  let column: number | undefined;
  const kept = text.split('\n').filter((line) => {
    const indent = line.search(/\S/);
    if (column !== undefined && (indent < 0 || indent > column)) return false;
    const [, lead = '', key] = TEXT.exec(line) ?? [];
    const begins = key === undefined ? lead.lastIndexOf('-') : lead.length;
    column = key !== undefined || begins >= 0 ? begins : undefined;
    return true;
  });
  return kept.join('\n');
}

/** A map in one line with two keys, or the first line of one that goes on. */
const FLOW = /(?:^|:\s|-\s)\s*[{[](?:.*:.*,.*:|.*[^}\]\s]\s*$)/;

/** The first key of a line, behind spaces and dashes, and what stands behind it. */
const KEY = /^([\s-]*)("[^"]*"|'[^']*'|[^\s:'"#{[]+)\s*:(?=\s|$)(.*)/;

/** Nothing but an anchor, a tag or a comment: the value stands in the lines below. */
const NO_VALUE = /^\s*(?:[&!]\S*\s*)*(?:#.*)?$/;

/** Whether some map may have a key twice: a look at lines, which takes any map of several keys in one line for a suspect. */
function hasTwins(text: string): boolean {
  const open: { readonly column: number; readonly keys: Set<string> }[] = [];
  let textColumn: number | undefined;
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    // Lines of text stand further in than the key that they are the value of.
    if (indent < 0 || (textColumn !== undefined && indent > textColumn)) continue;
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
