import { defineScalarTag, loadAll, NOT_RESOLVED, Schema, YAML11_SCHEMA } from 'js-yaml';
import { PlainReader } from '../yaml/plain-reader';

/** Deepest nesting of lists and maps that is read. */
export const MOST_LEVELS = 100;

/** Whole numbers as Go's `ParseInt` with base 0 takes them, underscores left out before. */
const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)$/;

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** A number where Kubernetes' reader sees one: octal with a leading zero, but no base 60, which YAML 1.1 has as well. */
function resolveNumber(source: string): number | typeof NOT_RESOLVED {
  if (source.startsWith('.') && source.includes('_')) return NOT_RESOLVED;
  const plain = source.replaceAll('_', '');
  if (INTEGER.test(plain)) return toNumber(plain);
  return FLOAT.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : NOT_RESOLVED;
}

function toNumber(plain: string): number {
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[-+]/, '');
  const value = Number(digits.replace(/^0(?=[0-7])/, '0o').toLowerCase());
  return sign * value;
}

const DIGITS = [...'0123456789'];
const numbers = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: [...DIGITS, '-', '+', '.'],
  resolve: resolveNumber,
  identify: () => false,
});

const NOT_FINITE: Readonly<Record<string, number>> = {
  '.nan': NaN,
  '.inf': Infinity,
  '+.inf': Infinity,
  '-.inf': -Infinity,
};
const floats = defineScalarTag('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: [...DIGITS, '-', '+', '.'],
  resolve: (source) => NOT_FINITE[source.toLowerCase()] ?? resolveNumber(source),
  identify: () => false,
});

/** Tags whose values stay the text that they are written as. */
const texts = ['tag:yaml.org,2002:timestamp', 'tag:yaml.org,2002:binary'].map((name) =>
  defineScalarTag(name, { resolve: (source) => source, identify: () => false }),
);
const localTexts = defineScalarTag('!', { matchByTagPrefix: true, resolve: (source) => source, identify: () => false });

const replaced = new Set(['int', 'float', 'timestamp', 'binary'].map((name) => `tag:yaml.org,2002:${name}`));

/** YAML 1.1 as `sigs.k8s.io/yaml` takes it, by which kubectl, Helm and Argo CD read: a day is text, so is `22:22`. */
const KUBERNETES_SCHEMA = new Schema([
  ...YAML11_SCHEMA.tags.filter(({ tagName }) => !replaced.has(tagName)),
  numbers,
  floats,
  ...texts,
  localTexts,
]);

const plainReader = new PlainReader((source) => (loadFully(`a: ${source}`) as [{ readonly a: unknown }])[0].a);

/** Documents of a text. */
export interface LoadedYaml {
  /** Usually one, as markers part the text before. */
  readonly values: readonly unknown[];

  /** Whether it is small, has no aliases and no key twice, and says the same to every reader. */
  readonly isPlain: boolean;
}

/** Fewer characters cannot hold more values than may be read. */
const FEW_CHARACTERS = 200_000;

/** Reads a text. Throws YAMLException. */
export function loadYaml(text: string): LoadedYaml {
  const read = plainReader.read(text);
  if (read === undefined) return { values: loadFully(text), isPlain: false };
  return { values: [read.value], isPlain: read.isAgreed && text.length < FEW_CHARACTERS };
}

/** The same, without the shorter way that documents take which are written plainly. */
export function loadFully(text: string): unknown[] {
  return loadAll(text, { schema: KUBERNETES_SCHEMA, maxDepth: MOST_LEVELS });
}
