import { EnvironmentFacts } from '../../../lib/rules/environment-facts';
import { Manifest } from '../../../lib/rules/rendered-object';

// Objects are edited by path, where a wrong path fails the case.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Editable = any;

/** The real bundle of prod, in a copy that may be edited. */
export interface EditableBundle {
  /**
   * The one object of a kind and name, `*` at its end for whatever follows; `wms/kafka` where only the one in the folder of
   * a platform is meant. Throws where there is none or more than one.
   */
  edit(kind: string, name: string, change: (object: Editable) => void): void;

  /** Takes the one object of a kind and name away. */
  remove(kind: string, name: string): void;

  /** Adds an object to a component's file: `wms/order-service`. */
  add(path: string, manifest: Manifest): void;

  /** Adds a file: `wms/extra.yaml`. */
  addFile(path: string, text: string): void;

  /** Changes the text of one file of the bundle: `wms/order-service.yaml`. For rules about how YAML is written. */
  rewrite(path: string, change: (text: string) => string): void;
}

/** How to see that a rule finds what it is for, and nothing else. */
export interface RuleCase {
  /** The fewest lines of YAML that break the rule; written by hand. A line `# file: <path>` begins another file. */
  readonly wrong: string;

  /** The same lines, mended: the rule has nothing to say of them. */
  readonly right: string;

  /** The mistake, made in our real bundle of prod, which passes without it. */
  readonly mutate: (bundle: EditableBundle) => void;

  /**
   * Ids of other rules that this mistake breaks as well.
   *
   * @default - none
   */
  readonly also?: readonly string[];

  /**
   * What is known beside the YAML of `wrong` and `right`.
   *
   * @default - nothing
   */
  readonly facts?: EnvironmentFacts;

  /**
   * File that `wrong` and `right` stand in.
   *
   * @default 'example.yaml'
   */
  readonly path?: string;
}
