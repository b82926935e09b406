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

function findUnsafeText({ objects }: ObjectIndex): Finding[] {
  const found: Finding[] = [];
  for (const object of objects) collectUnsafe(object, object.manifest, [], found);
  return found;
}

function collectUnsafe(subject: RenderedObject, value: unknown, path: (string | number)[], found: Finding[]): void {
  if (typeof value === 'string') {
    if (UNSAFE.test(value)) found.push(describe(subject, path, 'a value', value));
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      path.push(i);
      collectUnsafe(subject, value[i], path, found);
      path.pop();
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      if (UNSAFE.test(key)) found.push(describe(subject, path, 'a key', key));
      path.push(key);
      collectUnsafe(subject, (value as Readonly<Record<string, unknown>>)[key], path, found);
      path.pop();
    }
  }
}

function describe(subject: RenderedObject, path: FieldPath, what: string, text: string): Finding {
  const code = (UNSAFE.exec(text)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const message = `${what} must hold printable text only, got the character U+${code}`;
  return { subject, at: [...path], message };
}
