import { Locator } from '../reading/locate';
import { ReadBundle } from '../reading/read-bundles';
import { Verdict } from '../rules/judge';
import { identify, RenderedObject, SourceFile } from '../rules/rendered-object';
import { FieldPath, formatField, Position, Rule } from '../rules/rule';

/** A finding, and where a reader finds it. */
export interface PlacedFinding extends Position {
  readonly rule: Rule;
  readonly file: string;

  /** The object as `[<group>/]<kind> [<namespace>/]<name>`, where it is about one. */
  readonly object?: string;

  /** The field in that object: `spec.replicas`. */
  readonly field?: string;
  readonly message: string;
  readonly cure: string;

  /** Why it does not count, if it is waived. */
  readonly waivedBy?: string;
}

/** What a check found out. */
export interface Report {
  /** By file and line. */
  readonly findings: readonly PlacedFinding[];
  readonly waived: readonly PlacedFinding[];
  readonly files: number;
  readonly objects: number;

  /** Every environment that was read. */
  readonly bundles: readonly ReadBundle[];

  /** Rules that were held against the objects. */
  readonly rules: readonly Rule[];

  /** Kinds that no schema is known of, and how many objects of each there are. */
  readonly notJudged: readonly KindCount[];
}

/** A kind, and a number of objects. */
export interface KindCount {
  readonly kind: string;
  readonly count: number;
}

/** A verdict to be placed; `waivedBy` as in `PlacedFinding`. */
export type Unplaced = Verdict & { readonly waivedBy?: string };

/** Finds the lines of findings; only files that have some are searched. */
export function place(verdicts: readonly Unplaced[], files: readonly SourceFile[]): PlacedFinding[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const locators = new Map<string, Locator>();
  const locatorOf = (path: string) => {
    const known = locators.get(path) ?? new Locator(texts.get(path) ?? '');
    locators.set(path, known);
    return known;
  };
  return verdicts.map((verdict) => placeOne(verdict, locatorOf)).sort(byPlace);
}

function placeOne({ rule, finding, waivedBy }: Unplaced, locatorOf: (path: string) => Locator): PlacedFinding {
  const { subject, at = [], message, cure = rule.cure } = finding;
  const place = finding.position ?? positionOf(subject, at, locatorOf);
  return {
    rule,
    file: subject.path,
    ...place,
    ...('manifest' in subject && { object: identify(subject.manifest) }),
    ...(at.length > 0 && { field: formatField(at) }),
    message,
    cure,
    ...(waivedBy !== undefined && { waivedBy }),
  };
}

function positionOf(
  subject: RenderedObject | SourceFile,
  at: FieldPath,
  locatorOf: (path: string) => Locator,
): Position {
  if (!('manifest' in subject)) return { line: 1, column: 1 };
  const { within = [] } = subject as { readonly within?: FieldPath };
  return locatorOf(subject.path).find(subject.document ?? 0, [...within, ...at]);
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule.id, b.rule.id) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
