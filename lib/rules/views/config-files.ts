import { load } from 'js-yaml';
import { ObjectIndex, View } from '../object-index';
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
export function parseFile(index: ObjectIndex, text: string): unknown {
  const files = index.view(parsedFiles);
  if (!files.has(text)) files.set(text, tryLoad(text));
  return files.get(text);
}

/** Files that were parsed. The same ones stand in many namespaces. */
const parsedFiles: View<Map<string, unknown>> = () => new Map();

function tryLoad(text: string): unknown {
  try {
    return load(text);
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
