/** A JSON-like value: what an object is once constructs and tokens are resolved. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type JsonObject = { readonly [key: string]: Json };

/** Keys that lead an object, and the key that leads an item of a list: what a reader looks for first. */
const LEADING_AN_OBJECT = ['apiVersion', 'kind', 'metadata'];
const LEADING_AN_ITEM = ['name'];

/**
 * Writes one YAML document, without marker, that every reader (YAML 1.1, 1.2 and Kubernetes' own) reads back the same.
 *
 * A string stands plain only where no reader could take it for anything else; several lines become a block, everything
 * else is quoted with escapes. Keys are in alphabetical order, but for the leading ones.
 */
export function toYaml(document: Json): string {
  const lines: string[] = [];
  if (isScalar(document)) return `${writeScalar(document, '')}\n`;
  writeCollection(document, '', lines);
  return `${lines.join('\n')}\n`;
}

function writeCollection(value: Json, indent: string, lines: string[]): void {
  if (Array.isArray(value)) for (const item of value as readonly Json[]) writeItem(item, indent, lines);
  else writeEntries(value as JsonObject, LEADING_AN_OBJECT, indent, lines);
}

function writeItem(item: Json, indent: string, lines: string[]): void {
  if (isScalar(item)) {
    lines.push(`${indent}- ${writeScalar(item, indent)}`);
    return;
  }
  const start = lines.length;
  const inner = `${indent}  `;
  if (Array.isArray(item)) writeCollection(item, inner, lines);
  else writeEntries(item as JsonObject, LEADING_AN_ITEM, inner, lines);
  lines[start] = `${indent}- ${(lines[start] ?? '').slice(inner.length)}`;
}

function writeEntries(value: JsonObject, leading: readonly string[], indent: string, lines: string[]): void {
  for (const key of sortKeys(value, leading)) {
    const item = value[key] ?? null;
    const label = `${indent}${quoteUnlessPlain(key)}:`;
    if (isScalar(item)) {
      lines.push(`${label} ${writeScalar(item, indent)}`);
    } else {
      lines.push(label);
      writeCollection(item, Array.isArray(item) ? indent : `${indent}  `, lines);
    }
  }
}

function sortKeys(value: JsonObject, leading: readonly string[]): readonly string[] {
  const keys = Object.keys(value).sort();
  const first = leading.filter((key) => key in value);
  return first.length === 0 ? keys : [...first, ...keys.filter((key) => !first.includes(key))];
}

/** Whether a value fits on its key's line: everything but a list or an object that holds something. */
function isScalar(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  for (const _ in value) return false;
  return true;
}

function writeScalar(value: Json, indent: string): string {
  if (typeof value === 'string') return canBeBlock(value) ? writeBlock(value, `${indent}  `) : quoteUnlessPlain(value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[]' : '{}';
  return String(value);
}

/** Several printable lines, none of them blank but for spaces, the first one neither empty nor indented. */
function canBeBlock(text: string): boolean {
  return (
    /^[^\s]/.test(text) &&
    text.includes('\n') &&
    !/[^\x20-\x7e\n\u00a1-\u02ff\u2010-\u2027\u2030-\u218f]/.test(text) &&
    !/^[ \t]+$/m.test(text)
  );
}

function writeBlock(text: string, indent: string): string {
  const trailing = /\n*$/.exec(text)?.[0].length ?? 0;
  const chomp = trailing === 0 ? '-' : trailing === 1 ? '' : '+';
  const body = trailing === 0 ? text : text.slice(0, -1);
  return `|${chomp}\n${body.replace(/^(?=[^\n])/gm, indent)}`;
}

/** Words that some reader takes for a boolean or for nothing. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** Starts with a letter or a path, and holds nothing that has a meaning in YAML. */
const PLAIN_TEXT = /^[A-Za-z/](?:[\w./@%+=()-]|:(?=[^ ])|,(?=.)| (?=[\w./@%+=()-]))*$/;

/** Amounts with a unit, which no reader takes for a number. */
const PLAIN_AMOUNT = /^\d+(?:m|Ki|Mi|Gi|Ti|s|h|d)$/;

const remembered = new Map<string, string>();

function quoteUnlessPlain(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const plain = (PLAIN_TEXT.test(text) && !WORDS.test(text)) || PLAIN_AMOUNT.test(text);
  const written = plain ? text : quote(text);
  if (text.length < 64 && remembered.size < 10_000) remembered.set(text, written);
  return written;
}

function quote(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
