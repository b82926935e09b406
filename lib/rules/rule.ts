import { ObjectIndex } from './object-index';
import { RenderedObject, SourceFile } from './rendered-object';

/** `error` ends a run with exit code 1; `warning` is only said. */
export type Severity = 'error' | 'warning';

/** Keys and positions that lead from an object to one of its fields: `['spec', 'containers', 0, 'image']`. */
export type FieldPath = readonly (string | number)[];

/** Where in a file something stands: both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something that is wrong. */
export interface Finding {
  /** The object, or the file where there is none. */
  readonly subject: RenderedObject | SourceFile;

  /**
   * The field that is wrong, or the nearest one that exists.
   *
   * @default - the object as a whole
   */
  readonly at?: FieldPath;

  /**
   * Where it stands, if the rule knows better than whoever resolves `at`.
   *
   * @default - found from `at`
   */
  readonly position?: Position;

  /** `<what> <rule>, got <value>`: all lower case but for names, no final period. */
  readonly message: string;

  /**
   * What to do about this one.
   *
   * @default - the rule's own cure
   */
  readonly cure?: string;
}

/** One promise that a bundle keeps, and how to see that it does. */
export interface Rule {
  /** Family and name: `references/secret-exists`. Never changed once released: waivers name it. */
  readonly id: string;

  /** The promise, as a sentence. */
  readonly title: string;
  readonly severity: Severity;

  /** What happens in a cluster where it is broken. */
  readonly why: string;

  /** What to do. */
  readonly cure: string;

  /** Ids of the catalogue of checks, or titles of documentation. */
  readonly sources: readonly string[];

  /**
   * Whether it judges objects as they are written: they may hold nulls, values of any type, and lack anything.
   *
   * @default - only objects that are shaped as their schema says
   */
  readonly shapeless?: true;

  /** Finds what breaks it. Pure. Objects are shaped as their schema says; unknown fields may stand in them. */
  readonly judge: (index: ObjectIndex) => Iterable<Finding>;
}

/** Rules about one subject. */
export interface Family {
  /** First part of the ids of its rules. */
  readonly name: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** A field as people write it: `spec.containers[0].image`, `data["a.b"]`. */
export function formatField(path: FieldPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (/^[\w-]+$/.test(step)) return index === 0 ? step : `.${step}`;
      return `[${JSON.stringify(step)}]`;
    })
    .join('');
}
