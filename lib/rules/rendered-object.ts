import { groupOf } from '../model/api-version';

/** A Kubernetes object as plain data, and where it comes from. */
export interface RenderedObject {
  /** Path of the construct or of the file and document. */
  readonly path: string;

  /** Table and row that it was made from, where that is known. */
  readonly source?: string;

  /** Position of its document in the file, from 0, where it was read from one. */
  readonly document?: number;

  /**
   * Where it stands in its document: `['items', 3]` of a List.
   *
   * @default - it is the document
   */
  readonly within?: readonly (string | number)[];

  readonly manifest: Manifest;
}

/** A file as it was read, for rules about how something is written. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;

  /**
   * Whether whoever read or wrote it vouches that no document of it has an alias or a key twice, and that every reader takes it for
   * the same.
   *
   * @default false - the text is looked at
   */
  readonly isPlain?: boolean;
}

/** The part of an object that all kinds share. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    /** Absent where the server makes one of `generateName`: use `nameOf` for what a reader is told. */
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** What tells two objects apart: API group, kind, namespace, name. */
export function identify(manifest: Manifest): string {
  const { apiVersion, kind, metadata } = manifest;
  const group = groupOf(apiVersion);
  const place = metadata.namespace === undefined ? '' : `${metadata.namespace}/`;
  return `${group === '' ? '' : `${group}/`}${kind} ${place}${nameOf(manifest)}`;
}

/** The name of an object, or `migrate-*` where the server makes one that begins with `migrate-`. */
export function nameOf({ metadata }: Manifest): string {
  const { name, generateName = '' } = metadata as { readonly name?: string; readonly generateName?: string };
  return name ?? `${generateName}*`;
}
