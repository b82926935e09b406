import { ObjectIndex } from './object-index';
import { Manifest, RenderedObject } from './rendered-object';
import { isWellShaped } from './schema/shape';
import { shapes } from './schema/shapes';
import { holdersOfNull } from './views/odd-values';
import { withoutNulls } from './without-nulls';

/** A bundle as it is written, and what of it can be read. */
export interface SoundObjects {
  /** Everything that is an object, Lists unfolded. */
  readonly written: ObjectIndex;

  /** What is shaped as its schema says, without nulls. Everything else can be found by its name only. */
  readonly sound: ObjectIndex;
}

/** Parts a bundle into what rules can read and what only the schema has to do with. */
export function soundObjects(given: ObjectIndex): SoundObjects {
  const written = writtenObjects(given);
  const judged = written.view(shapes);
  const withNull = holdersOfNull(written);
  const sound: RenderedObject[] = [];
  const named: RenderedObject[] = [];
  for (const object of written.objects) {
    const isSound = isWellShaped(judged.get(object)?.problems ?? []) && hasName(object.manifest);
    if (isSound) sound.push(withNull.has(object) ? { ...object, manifest: withoutNulls(object.manifest) } : object);
    else named.push(nameOnly(object));
  }
  const clean = named.length === 0 && sound.every((object, index) => object === written.objects[index]);
  return { written, sound: clean ? written : new ObjectIndex(sound, given.facts, given.files, named) };
}

/** Objects with an apiVersion, a kind and metadata; each item of a List is one. */
function writtenObjects(given: ObjectIndex): ObjectIndex {
  const { objects, facts, files, named } = given;
  const unfolded = objects.flatMap(unfoldList).filter(({ manifest }) => isObject(manifest));
  if (unfolded.length === objects.length && unfolded.every((object, index) => object === objects[index])) return given;
  return new ObjectIndex(unfolded, facts, files, named);
}

function isObject(manifest: Partial<Manifest> | null | undefined): boolean {
  return typeof manifest?.kind === 'string' && typeof manifest.apiVersion === 'string' && isMap(manifest.metadata);
}

/** The items of a List, or of a list of one kind such as ConfigMapList. */
export function unfoldList(object: RenderedObject): RenderedObject[] {
  const { kind, items, apiVersion } = (object.manifest ?? {}) as Partial<Manifest>;
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) return [object];
  const itemKind = kind.slice(0, -'List'.length);
  return items.flatMap((item: unknown, position) => {
    if (!isMap(item)) return [];
    // The items of a list of one kind need not repeat what its own kind says.
    const manifest = { ...(itemKind !== '' && { apiVersion, kind: itemKind }), ...item } as unknown as Manifest;
    return unfoldList({ ...object, within: [...(object.within ?? []), 'items', position], manifest });
  });
}

function hasName({ metadata }: Manifest): boolean {
  return typeof metadata.name === 'string' || typeof (metadata as { generateName?: unknown }).generateName === 'string';
}

function nameOnly(object: RenderedObject): RenderedObject {
  const { apiVersion, kind, metadata } = object.manifest;
  const { name, namespace } = metadata as { name?: unknown; namespace?: unknown };
  const known = { ...(typeof name === 'string' && { name }), ...(typeof namespace === 'string' && { namespace }) };
  return { ...object, manifest: { apiVersion, kind, metadata: known } as Manifest };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
