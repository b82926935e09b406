/** A JSON-like value: what an object is once constructs and tokens are resolved. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Writes one YAML document, without marker, that every reader (YAML 1.1, 1.2 and Kubernetes' own) reads back the same.
 *
 * A string stands plain only where no reader could take it for anything else; several lines become a block, everything
 * else is quoted with escapes. Keys are in alphabetical order, but `apiVersion`, `kind` and `metadata` lead an object and `name` an item.
 */
export function toYaml(document: Json): string {
  const lines: string[] = [];
  if (isEmpty(document) || typeof document !== 'object' || document === null) return `${writeScalar(document, '')}\n`;
  writeCollection(document, '', lines);
  return `${lines.join('\n')}\n`;
}

function writeCollection(value: Json & object, indent: string, lines: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) writeItem(item, indent, lines);
    return;
  }
  for (const key of first(['apiVersion', 'kind', 'metadata'], Object.keys(value).sort())) {
    writeEntry(key, (value as Readonly<Record<string, Json>>)[key] ?? null, indent, indent, lines);
  }
}

function writeItem(item: Json, indent: string, lines: string[]): void {
  if (typeof item !== 'object' || item === null || isEmpty(item)) {
    lines.push(`${indent}- ${writeScalar(item, indent)}`);
    return;
  }
  const start = lines.length;
  const inner = `${indent}  `;
  if (Array.isArray(item)) {
    writeCollection(item, inner, lines);
  } else {
    for (const key of first(['name'], Object.keys(item).sort())) {
      writeEntry(key, (item as Readonly<Record<string, Json>>)[key] ?? null, inner, inner, lines);
    }
  }
  lines[start] = `${indent}- ${(lines[start] ?? '').slice(inner.length)}`;
}

function writeEntry(key: string, value: Json, indent: string, prefix: string, lines: string[]): void {
  const label = `${prefix}${quoteUnlessPlain(key)}:`;
  if (typeof value !== 'object' || value === null || isEmpty(value)) {
    lines.push(`${label} ${writeScalar(value, indent)}`);
    return;
  }
  lines.push(label);
  writeCollection(value, Array.isArray(value) ? indent : `${indent}  `, lines);
}

/** The keys, led by some of them. */
function first(leading: readonly string[], keys: readonly string[]): string[] {
  return [...leading.filter((key) => keys.includes(key)), ...keys.filter((key) => !leading.includes(key))];
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
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
