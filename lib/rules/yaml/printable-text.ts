import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';

/** Text holds nothing that no reader shows. */
export const printableText: Rule = {
  id: 'yaml/printable-text',
  title: 'Text holds no invisible characters',
  severity: 'error',
  why: 'Some reader takes them for a line break, so that the object says something else than what people see.',
  cure: 'write it out or leave it away',
  sources: ['Y05'],
  shapeless: true,
  judge: findUnsafeText,
};

/** Characters that no reader shows, or that some reader takes for a line break. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

function* findUnsafeText({ objects }: ObjectIndex): Iterable<Finding> {
  for (const object of objects) yield* findUnsafe(object, object.manifest, []);
}

function* findUnsafe(subject: RenderedObject, value: unknown, at: FieldPath): Iterable<Finding> {
  if (typeof value === 'string') {
    yield* describe(subject, at, 'a value', UNSAFE.exec(value)?.[0]);
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) yield* findUnsafe(subject, value[i], [...at, i]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* describe(subject, at, 'a key', UNSAFE.exec(key)?.[0]);
      yield* findUnsafe(subject, item, [...at, key]);
    }
  }
}

function* describe(subject: RenderedObject, at: FieldPath, what: string, char: string | undefined): Iterable<Finding> {
  if (char === undefined) return;
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  yield { subject, at, message: `${what} must hold printable text only, got the character U+${code}` };
}
