import { Manifest, RenderedObject } from '../rules/rendered-object';
import { FieldPath } from '../rules/rule';
import { isForTool } from '../rules/views/tool-groups';

/** An object that was read from a file. */
export interface ReadObject extends RenderedObject {
  /** Its document in the file, from 0. */
  readonly document: number;

  /** Where it stands in its document, if that is a list of objects: `['items', 0]`. */
  readonly within: FieldPath;
}

/** A document or an item of a list that is no object of a cluster, and why. */
export interface NoObject {
  readonly at: FieldPath;
  readonly message: string;
}

/** What a document holds. */
export interface Unfolded {
  readonly objects: readonly ReadObject[];
  readonly refused: readonly NoObject[];

  /** Kinds that are for a tool and reach no cluster. */
  readonly forTools: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Finds the objects of a document: itself, or what stands in it if it is a list. */
export function unfold(value: unknown, path: string, document: number): Unfolded {
  const objects: ReadObject[] = [];
  const refused: NoObject[] = [];
  const forTools: string[] = [];
  const take = (item: unknown, within: FieldPath, implied: Fields) => {
    if (item === null || item === undefined) {
      if (within.length > 0) refused.push({ at: within, message: 'an item of a list must be an object, got null' });
      return;
    }
    const problem = findProblem(item, implied);
    if (problem !== undefined) {
      refused.push({ at: [...within, ...problem.at], message: problem.message });
      return;
    }
    const fields = { ...implied, ...(item as Fields) } as Fields & { kind: string; apiVersion: string };
    if (Array.isArray(fields['items']) && fields.kind.endsWith('List')) {
      const { items } = fields as unknown as { items: readonly unknown[] };
      items.forEach((inner, index) => {
        take(inner, [...within, 'items', index], impliedBy(fields));
      });
    } else if (isForTool(fields.apiVersion)) {
      forTools.push(fields.kind);
    } else {
      objects.push({ path, document, within, manifest: normalize(fields) });
    }
  };
  if (isKustomization(path, value)) return { objects, refused, forTools: ['Kustomization'] };
  take(value, [], {});
  return { objects, refused, forTools };
}

/** kustomize knows its file by the name, and does not ask for a kind in it. */
function isKustomization(path: string, value: unknown): boolean {
  return /(?:^|\/)kustomization\.ya?ml$/.test(path) && isMap(value) && value['kind'] === undefined;
}

/** Items of a `RoleList` may leave out what the list says already; those of a `List` may not. */
function impliedBy({ kind, apiVersion }: { readonly kind: string; readonly apiVersion: string }): Fields {
  return kind === 'List' ? {} : { apiVersion, kind: kind.slice(0, -'List'.length) };
}

function findProblem(item: unknown, implied: Fields): NoObject | undefined {
  if (!isMap(item)) return { at: [], message: `a document must be a Kubernetes object, got ${nameOfType(item)}` };
  const fields: Fields = { ...implied, ...item };
  for (const name of ['apiVersion', 'kind']) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') continue;
    return { at: value === undefined ? [] : [name], message: `${name} of an object must be text, got ${show(value)}` };
  }
  const { kind, items, metadata, apiVersion } = fields as { kind: string; apiVersion: string } & Fields;
  if (Array.isArray(items) && kind.endsWith('List')) return undefined;
  if (isForTool(apiVersion)) return undefined;
  return findMetadataProblem(kind, metadata);
}

function findMetadataProblem(kind: string, metadata: unknown): NoObject | undefined {
  if (!isMap(metadata)) {
    const at = metadata === undefined ? [] : ['metadata'];
    return { at, message: `metadata of a ${kind} must be a map with a name, got ${show(metadata)}` };
  }
  const { name, generateName, namespace, labels, annotations } = metadata;
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  if (!isText(name) && !(isAbsent(name) && isText(generateName))) {
    const at = name === undefined ? ['metadata'] : ['metadata', 'name'];
    return { at, message: `metadata.name of a ${kind} must be text, got ${show(name)}` };
  }
  if (!isAbsent(namespace) && typeof namespace !== 'string') {
    const message = `metadata.namespace of a ${kind} must be text, got ${show(namespace)}`;
    return { at: ['metadata', 'namespace'], message };
  }
  for (const [field, value] of Object.entries({ labels, annotations })) {
    if (isAbsent(value) || isMap(value)) continue;
    return { at: ['metadata', field], message: `metadata.${field} of a ${kind} must be a map, got ${show(value)}` };
  }
  return undefined;
}

/** Fields of metadata that say nothing are left away, as the server does. */
function normalize(fields: Fields): Manifest {
  const { metadata } = fields as { metadata: Fields };
  const kept = Object.entries(metadata).filter(
    ([name, value]) =>
      !['name', 'namespace', 'labels', 'annotations'].includes(name) || !(isAbsent(value) || value === ''),
  );
  if (kept.length === Object.keys(metadata).length) return fields as unknown as Manifest;
  return { ...fields, metadata: Object.fromEntries(kept) } as unknown as Manifest;
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function nameOfType(value: unknown): string {
  return Array.isArray(value) ? 'a list' : `the ${typeof value} ${show(value)}`;
}

/** A value as a message shows it: short, and in one line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? String(value));
  const line = text.replace(
    /[^\x20-\x7e\u00a1-\u02ff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
