import { FieldPath } from '../rule';
import { Schema } from './schema';
import { ShapeProblem } from './shape-problem';
import { isMap } from './values';

type Fields = Readonly<Record<string, unknown>>;

/** Whether something holds; undefined where nobody can know. */
type Verdict = boolean | undefined;

/** Whether a schema says which fields go together, or how many there may be. */
export function hasChoices({ oneOf, anyOf, allOf, not, minProperties, maxProperties }: Schema): boolean {
  return (oneOf ?? anyOf ?? allOf ?? not ?? minProperties ?? maxProperties) !== undefined;
}

/** Fields of a map that exclude each other, or of which one is missing. `what` is how a reader calls the map. */
export function* findChoiceProblems(
  schema: Schema,
  value: Fields,
  at: FieldPath,
  what: string,
): Iterable<ShapeProblem> {
  const say = (rule: string, got: string): ShapeProblem => {
    return { rule: 'schema/field-choice', at, message: `${what} must ${rule}, got ${got}` };
  };
  const written = Object.keys(value).filter((name) => isThere(value, name));
  const { minProperties = 0, maxProperties = Infinity, oneOf, anyOf, allOf = [], not } = schema;
  if (written.length > maxProperties) yield say(`have at most ${fieldCount(maxProperties)}`, join(written));
  const all = Object.keys(schema.properties ?? {}).filter((name) => isThere(value, name) || isDefaulted(schema, name));
  const count = new Set([...written, ...all]).size;
  if (count < minProperties)
    yield say(`have at least ${fieldCount(minProperties)}`, written.length === 0 ? 'none' : join(written));
  if (oneOf !== undefined) {
    const verdicts = oneOf.map((branch) => holds(value, branch, schema));
    const taken = oneOf.filter((_, i) => verdicts[i] === true);
    if (taken.length > 1) yield say(`have only one of ${choices(oneOf)}`, choices(taken, ' and '));
    else if (taken.length === 0 && !verdicts.includes(undefined)) yield say(`have one of ${choices(oneOf)}`, 'none');
  }
  if (anyOf?.every((branch) => holds(value, branch, schema) === false)) {
    yield say(`have one or more of ${choices(anyOf)}`, 'none');
  }
  if (not !== undefined && holds(value, not, schema) === true) yield say(`not have ${choices([not])}`, join(written));
  for (const part of allOf)
    yield* findChoiceProblems({ ...part, properties: schema.properties ?? {} }, value, at, what);
}

/** What a branch may say of a value. Of any other word nobody can know here whether it holds. */
const KNOWN = new Set(
  'required properties enum pattern minimum maximum minProperties maxProperties oneOf anyOf allOf not description'.split(
    ' ',
  ),
);

/** Whether a value is as a branch says; `own` is the schema of the value, which may fill fields in. */
function holds(value: unknown, branch: Schema, own: Schema): Verdict {
  const { oneOf, anyOf, allOf = [], not } = branch;
  const parts: Verdict[] = [...limits(value, branch, own), ...allOf.map((part) => holds(value, part, own))];
  if (not !== undefined) parts.push(negate(holds(value, not, own)));
  if (anyOf !== undefined) parts.push(negate(every(anyOf.map((part) => negate(holds(value, part, own))))));
  if (oneOf !== undefined) {
    const verdicts = oneOf.map((part) => holds(value, part, own));
    const sure = verdicts.filter((verdict) => verdict === true).length;
    parts.push(sure > 1 ? false : verdicts.includes(undefined) ? undefined : sure === 1);
  }
  if (Object.keys(branch).some((word) => !KNOWN.has(word))) parts.push(undefined);
  return every(parts);
}

function* limits(value: unknown, branch: Schema, own: Schema): Iterable<Verdict> {
  const {
    required = [],
    properties = {},
    enum: words,
    pattern,
    minimum,
    maximum,
    minProperties,
    maxProperties,
  } = branch;
  if (isMap(value)) {
    for (const name of required) yield isThere(value, name) || isDefaulted(own, name);
    for (const [name, part] of Object.entries(properties)) {
      if (isThere(value, name)) yield holds(value[name], part, own.properties?.[name] ?? {});
      else if (isDefaulted(own, name)) yield undefined;
    }
    if (minProperties !== undefined || maxProperties !== undefined) yield undefined;
  }
  if (words !== undefined) yield words.includes(value);
  if (pattern !== undefined) yield undefined;
  if (typeof value === 'number') yield value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
}

function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

const negate = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

function isThere(value: Fields, name: string): boolean {
  return value[name] !== undefined && value[name] !== null;
}

/** The server fills it in before it judges. */
function isDefaulted({ properties }: Schema, name: string): boolean {
  return properties?.[name]?.default !== undefined;
}

function fieldCount(count: number): string {
  return count === 1 ? 'one field' : `${count} fields`;
}

/** The fields of each branch: `simple, consistentHash`. A branch without any is one for none of them. */
function choices(branches: readonly Schema[], word = ', '): string {
  const names = branches.flatMap(namesOf);
  return names.length === 0 ? 'the forms of its schema' : [...new Set(names)].join(word);
}

function namesOf({ required = [], anyOf = [], oneOf = [] }: Schema): string[] {
  return [...(required.length === 0 ? [] : [required.join(' with ')]), ...[...anyOf, ...oneOf].flatMap(namesOf)];
}

const join = (names: readonly string[]): string => names.join(' and ');
