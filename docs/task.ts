/** One change of a file: text that stands in it once gets another, or the whole file is new. */
export type Edit =
  | { readonly file: string; readonly find: string; readonly replace: string }
  | { readonly file: string; readonly content: string };

/** Edits, and what comes of them. */
export interface Step {
  /** One paragraph: what to do, and what to look at in the result. */
  readonly text: string;
  readonly edits: readonly Edit[];

  /** What the step ends with: the list of the compiler, or the diff of `dist/`. */
  readonly shows: 'compiler' | 'dist';
}

/** A task as a new user of the project does it. */
export interface Task {
  readonly title: string;
  readonly steps: readonly Step[];
}
