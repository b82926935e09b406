import { countSpaces, isLineEnd, readLiteralBlock } from './literal-block';
import { KnownValues, NOT_PLAIN, PlainScalars, ValueReader } from './plain-scalars';

/** Characters that no reader takes for anything but themselves; tabs are at home in blocks of text only. */
const ODD_CHARACTER = /[^\t\n\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** What stands before the colon of a key, the colon, and what has to follow it. */
const KEY = /(?:"[^"\\\n]{0,999}"|'[^'\n]{0,999}'|[\w./$][\w./$@+-]{0,999}):(?=[ \n])/y;

/** A value without quotes that ends on its line: nothing in it is a key, a comment or the begin of something else. */
const PLAIN = /(?:[^\s?:,[\]{}#&*!|>'"%@`-]|-(?=\S))(?:[^\s:]|:(?=\S)| +(?=[^\s:#]))*(?=\n)/y;
const QUOTED = /(?:"(?:[^"\\\n\t]|\\[^\n])*"|'(?:[^'\n\t]|'')*')(?=\n)/y;
const FLOW = /[[{][^\n\t#&*!|>]*[\]}](?=\n)/y;
const BLOCK = /\|[-+]?(?=\n)/y;
const MARKER = /(?:---|\.\.\.)(?=[ \n])/y;

/** Deeper documents are left to the full reader, which has a limit. */
const MOST_LEVELS = 50;

/** A document that was read in the short way. */
export interface PlainValue {
  readonly value: unknown;

  /** Whether every reader takes every value of it for the same. Anchors, and keys that stand twice, it has none. */
  readonly isAgreed: boolean;
}

/**
 * Reads YAML as machines and careful people write it, several times as fast as a full reader: maps and lists in lines of
 * their own, values in one line, blocks of text. Whatever is written in another way, or wrongly, is left to the full reader.
 */
export class PlainReader {
  private readonly known: KnownValues;

  constructor(readFully: ValueReader) {
    this.known = new KnownValues(readFully);
  }

  /** The one document of a text; undefined where it takes a full reader. */
  public read(text: string): PlainValue | undefined {
    if (!text.endsWith('\n') || ODD_CHARACTER.test(text)) return undefined;
    const scalars = new PlainScalars(this.known);
    try {
      const value = new PlainDocument(text, scalars).read();
      return { value, isAgreed: scalars.isAgreed };
    } catch {
      return undefined;
    }
  }
}

/** A walk through the lines of one document. */
class PlainDocument {
  /** Where the line begins that is read: its first character that is no space. */
  private at = 0;

  /** Column of it; -1 behind the last line. */
  private indent = -1;
  private level = 0;

  constructor(
    private readonly text: string,
    private readonly scalars: PlainScalars,
  ) {}

  public read(): unknown {
    this.goTo(this.text.startsWith('---\n') ? 4 : 0);
    if (this.indent < 0) throw NOT_PLAIN;
    const value = this.isItem() ? this.readList(this.indent) : this.readMap(this.indent);
    if (this.indent >= 0) throw NOT_PLAIN;
    return value;
  }

  /** Goes to the next line that says something, from the begin of one. */
  private goTo(start: number): void {
    const { text } = this;
    let at = start;
    for (;;) {
      if (at >= text.length) {
        this.indent = -1;
        return;
      }
      const indent = countSpaces(text, at);
      const first = at + indent;
      if (!isLineEnd(text, first) && text[first] !== '#') {
        if (indent === 0 && this.match(MARKER, first) !== undefined) throw NOT_PLAIN;
        this.at = first;
        this.indent = indent;
        return;
      }
      at = text.indexOf('\n', first) + 1;
    }
  }

  private match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.test(this.text) ? this.text.slice(at, pattern.lastIndex) : undefined;
  }

  private isItem(): boolean {
    const { text, at } = this;
    return text[at] === '-' && (text[at + 1] === ' ' || text[at + 1] === '\n');
  }

  private readMap(indent: number): unknown {
    const map: Record<string, unknown> = {};
    this.enter();
    while (this.indent === indent) {
      const key = this.readKey();
      if (key === '__proto__' || Object.hasOwn(map, key)) throw NOT_PLAIN;
      map[key] = this.readValue(indent, indent);
    }
    this.leave(indent);
    return map;
  }

  private readList(indent: number): unknown[] {
    const list: unknown[] = [];
    this.enter();
    while (this.indent === indent && this.isItem()) {
      this.at++;
      list.push(this.readValue(indent, indent + 1));
    }
    this.leave(indent);
    return list;
  }

  private enter(): void {
    if (++this.level > MOST_LEVELS) throw NOT_PLAIN;
  }

  /** A line that stands further in belongs to nothing that was read. */
  private leave(indent: number): void {
    if (this.indent > indent) throw NOT_PLAIN;
    this.level--;
  }

  private readKey(): string {
    const written = this.match(KEY, this.at)?.slice(0, -1);
    if (written === undefined) throw NOT_PLAIN;
    this.at += written.length + 1;
    const isQuoted = written.startsWith('"') || written.startsWith("'");
    return isQuoted ? written.slice(1, -1) : this.scalars.readKey(written);
  }

  /**
   * A value behind a key or a dash: on the same line, or in the lines below.
   *
   * @param indent - column of the map or list that it stands in
   * @param listIndent - the least column of a list below it; a list below a key may stand as far out as the key
   */
  private readValue(indent: number, listIndent: number): unknown {
    const { text } = this;
    const spaces = countSpaces(text, this.at);
    const start = this.at + spaces;
    if (!isLineEnd(text, start)) return this.readInline(start, indent, listIndent > indent ? spaces + 1 : 0);
    if (spaces > 0) throw NOT_PLAIN;
    this.goTo(start + 1);
    if (this.indent >= listIndent && this.isItem()) return this.readList(this.indent);
    return this.indent > indent ? this.readMap(this.indent) : null;
  }

  /** @param inset - columns from a dash to what follows it, which may be a map or a list; 0 behind a key */
  private readInline(start: number, indent: number, inset: number): unknown {
    const { text } = this;
    if (inset > 0) {
      this.at = start;
      this.indent = indent + inset;
      if (this.isItem()) return this.readList(this.indent);
      if (this.match(KEY, start) !== undefined) return this.readMap(this.indent);
    }
    switch (text[start]) {
      case '|': {
        const sign = this.match(BLOCK, start);
        if (sign === undefined) throw NOT_PLAIN;
        const { value, next } = readLiteralBlock(text, start + sign.length + 1, indent, sign.slice(1));
        this.goTo(next);
        return value;
      }
      case '"':
      case "'":
        return this.scalars.readQuoted(this.take(QUOTED, start));
      case '{':
      case '[':
        return this.scalars.readFlow(this.take(FLOW, start));
      default:
        return this.scalars.read(this.take(PLAIN, start));
    }
  }

  /** What is left of the line, which must be of that form. */
  private take(pattern: RegExp, start: number): string {
    const source = this.match(pattern, start);
    if (source === undefined) throw NOT_PLAIN;
    this.goTo(start + source.length + 1);
    return source;
  }
}
