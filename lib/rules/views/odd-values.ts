import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';

/** A value, or a key, that some reader takes for something else than people see. */
export interface OddValue {
  readonly subject: RenderedObject;

  /** Where it stands; of a key, the map that it stands in. */
  readonly at: FieldPath;

  /** A number is one that is too large, text holds something that no reader shows. */
  readonly what: 'null' | 'number' | 'text' | 'key';
  readonly value: unknown;
}

/** Characters that no reader shows, or that some reader takes for a line break. */
export const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** What is odd in the objects of a bundle. One walk for all who ask: every value of every object is looked at. */
export const oddValues: View<readonly OddValue[]> = ({ objects }: ObjectIndex) => {
  const found: OddValue[] = [];
  for (const subject of objects) new Walk(subject, found).visit(subject.manifest);
  return found;
};

/** Objects that hold a null anywhere. The server takes a null for nothing; no rule has to. */
export function holdersOfNull(index: ObjectIndex): ReadonlySet<RenderedObject> {
  const nulls = index.view(oddValues).filter(({ what }) => what === 'null');
  return new Set(nulls.map(({ subject }) => subject));
}

class Walk {
  /** Where the walk is. Copied only for what is found. */
  private readonly path: (string | number)[] = [];

  constructor(
    private readonly subject: RenderedObject,
    private readonly found: OddValue[],
  ) {}

  public visit(value: unknown): void {
    if (typeof value === 'string') {
      if (UNSAFE.test(value)) this.tell('text', value);
    } else if (value === null) {
      this.tell('null', value);
    } else if (typeof value === 'number') {
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) this.tell('number', value);
    } else if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) this.visitChild(i, value[i]);
    } else if (typeof value === 'object') {
      for (const key in value) {
        if (UNSAFE.test(key)) this.tell('key', key);
        this.visitChild(key, (value as Readonly<Record<string, unknown>>)[key]);
      }
    }
  }

  private visitChild(step: string | number, value: unknown): void {
    this.path.push(step);
    this.visit(value);
    this.path.pop();
  }

  private tell(what: OddValue['what'], value: unknown): void {
    this.found.push({ subject: this.subject, at: [...this.path], what, value });
  }
}
