import { Finding, RenderedObject } from './rendered-object';

/** Characters that no reader shows, or that some reader takes for a line break. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Values are plain text and whole numbers: nothing that is invisible, and nothing that YAML or JSON cannot hold. Y05. */
export function safeScalars(objects: readonly RenderedObject[]): Finding[] {
  return objects.flatMap((object) => findUnsafe(object.manifest, '').map((message): Finding => ({ object, message })));
}

function findUnsafe(value: unknown, path: string): string[] {
  if (typeof value === 'string') return describe(path, UNSAFE.exec(value)?.[0]);
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? [] : [`${path} must be a whole number, got ${String(value)}`];
  }
  if (value === null) return [`${path} must have a value, got null; leave it away`];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...describe(`key of ${path}`, UNSAFE.exec(key)?.[0]),
    ...findUnsafe(item, `${path}/${key}`),
  ]);
}

function describe(path: string, char: string | undefined): string[] {
  if (char === undefined) return [];
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [`${path} must hold printable text only, got the character U+${code}; write it out or leave it away`];
}
