import { ObjectIndex } from '../object-index';
import { identify, RenderedObject } from '../rendered-object';
import { FieldPath, Finding, formatField, Rule } from '../rule';

/** No object is defined twice. */
export const uniqueObjects: Rule = {
  id: 'identity/unique-objects',
  title: 'No object is defined twice',
  severity: 'error',
  why: 'The server keeps one of the two, and nobody knows which; Argo CD applies them in turn for ever.',
  cure: 'remove one of the two, or give it a name of its own',
  sources: ['Y10', 'G28'],
  judge: findTwins,
};

function* findTwins({ objects }: ObjectIndex): Iterable<Finding> {
  const first = new Map<string, RenderedObject>();
  for (const object of objects) {
    // The server makes up the name: each is another object.
    if ((object.manifest.metadata as { name?: string }).name === undefined) continue;
    const id = identify(object.manifest);
    const twin = first.get(id);
    if (twin === undefined) {
      first.set(id, object);
      continue;
    }
    const at = findDifference(object.manifest, twin.manifest, []);
    const difference = at === undefined ? 'with the same content' : `with another ${formatField(at)}`;
    yield {
      subject: object,
      ...(at !== undefined && { at }),
      message: `${id} must be defined once, got it also from ${twin.path} ${difference}`,
    };
  }
}

/** The first field in which two values differ; undefined where they are equal. */
function findDifference(a: unknown, b: unknown, at: FieldPath): FieldPath | undefined {
  if (a === b) return undefined;
  if (!isCollection(a) || !isCollection(b) || Array.isArray(a) !== Array.isArray(b)) return at;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  for (const key of keys) {
    const found = findDifference(a[key], b[key], [...at, Array.isArray(a) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

function isCollection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
