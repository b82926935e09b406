import { readingOf } from './readings';

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

interface KnownValue {
  readonly value: unknown;

  /** Whether every reader takes it for the same. */
  readonly isAgreed: boolean;
}

/** Values without quotes that a full reader was asked about, each once. */
export class KnownValues {
  private readonly known = new Map<string, KnownValue>();

  constructor(public readonly readFully: ValueReader) {}

  public find(source: string): KnownValue {
    const known = this.known.get(source);
    if (known) return known;
    const found = { value: this.readFully(source), isAgreed: readingOf(source) === undefined };
    const isSmall = source.length <= LONGEST_REMEMBERED && this.known.size < MOST_REMEMBERED;
    if (isSmall) this.known.set(source, found);
    return found;
  }
}

/** Reads the values of one document that stand in one line. What is not plainly text or a number is asked about. */
export class PlainScalars {
  /** Whether every reader takes all values so far for the same. */
  public isAgreed = true;

  constructor(private readonly known: KnownValues) {}

  /** A value without quotes. */
  public read(source: string): unknown {
    if (TEXT.test(source) && (source.length > LONGEST_WORD || !WORDS.test(source))) return source;
    if (NUMBER.test(source)) return Number(source);
    const { value, isAgreed } = this.known.find(source);
    this.isAgreed &&= isAgreed;
    return value;
  }

  /** A key without quotes; one that is not text for the full reader is not plain. */
  public readKey(source: string): string {
    if (this.read(source) !== source) throw NOT_PLAIN;
    return source;
  }

  /** A value in double or single quotes that ends on its line. */
  public readQuoted(source: string): unknown {
    const inner = source.slice(1, -1);
    return inner.includes('\\') || inner.includes(source.charAt(0)) ? this.known.readFully(source) : inner;
  }

  /** A list or map in one line: a new one each time, since whoever holds it may take it for its own. */
  public readFlow(source: string): unknown {
    if (source === '{}') return {};
    if (source === '[]') return [];
    this.isAgreed = false;
    return this.known.readFully(source);
  }
}
