/** What a full reader takes a value for that stands in one line. Throws where it is none. */
export type ValueReader = (source: string) => unknown;

/** Thrown where a document is written in a way that is left to the full reader. Has no stack that would cost time. */
export const NOT_PLAIN = new Error('not written plainly');

/** Words that some reader takes for no text. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const LONGEST_WORD = 5;

/** Begins as no number, day or sign of any reader does. */
const TEXT = /^[A-Za-z/]/;

/** Whole numbers that every reader takes for the same. */
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;

/** Most values that are remembered, and the longest of them. */
const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 64;

/** Values in one line. What is not plainly text or a number is asked of the full reader, once for each way to write it. */
export class PlainScalars {
  private readonly remembered = new Map<string, unknown>();

  constructor(private readonly readValue: ValueReader) {}

  /** A value without quotes. */
  public read(source: string): unknown {
    if (TEXT.test(source) && (source.length > LONGEST_WORD || !WORDS.test(source))) return source;
    if (NUMBER.test(source)) return Number(source);
    const known = this.remembered.get(source);
    if (known !== undefined) return known;
    const value = this.readValue(source);
    const isSmall = source.length <= LONGEST_REMEMBERED && this.remembered.size < MOST_REMEMBERED;
    if (isSmall) this.remembered.set(source, value);
    return value;
  }

  /** A key without quotes; one that is not text for every reader is not plain. */
  public readKey(source: string): string {
    if (this.read(source) !== source) throw NOT_PLAIN;
    return source;
  }

  /** A value in double or single quotes that ends on its line. */
  public readQuoted(source: string): unknown {
    const inner = source.slice(1, -1);
    return inner.includes('\\') || inner.includes(source.charAt(0)) ? this.readValue(source) : inner;
  }

  /** A list or map in one line: a new one each time, since whoever holds it may take it for its own. */
  public readFlow(source: string): unknown {
    if (source === '{}') return {};
    return source === '[]' ? [] : this.readValue(source);
  }
}
