import { load } from 'js-yaml';
import { PlainReader } from '../../yaml/plain-reader';
import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';

/** One key of a ConfigMap, as the file that it becomes. */
export interface ConfigFile {
  readonly object: RenderedObject;
  readonly key: string;
  readonly text: string;
}

/** Every file of every ConfigMap. */
export const configFiles: View<readonly ConfigFile[]> = (index) =>
  index
    .ofKind('ConfigMap')
    .flatMap((object) =>
      Object.entries((object.manifest['data'] ?? {}) as Readonly<Record<string, unknown>>).flatMap(([key, text]) =>
        typeof text === 'string' ? [{ object, key, text }] : [],
      ),
    );

/** What a file says in YAML or JSON, or undefined where it says nothing in either: it may be a template. */
export function parseFile(text: string): unknown {
  if (!parsedFiles.has(text)) parsedFiles.set(text, tryLoad(text));
  return parsedFiles.get(text);
}

/** Files that were parsed. The same ones stand in many namespaces and environments. */
const parsedFiles = new Map<string, unknown>();

const plainReader = new PlainReader((source) => (load(`a: ${source}`) as { readonly a: unknown }).a);

function tryLoad(text: string): unknown {
  try {
    const plain = plainReader.read(text);
    return plain ? plain.value : load(text);
  } catch {
    return undefined;
  }
}

/** A field of something that may be anything. */
export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** The items of something that may be a list. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** A text that may be something else. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
