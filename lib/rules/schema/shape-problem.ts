import { FieldPath } from '../rule';
import { Schema } from './schema';

/** Rules that look at the shape of one object. */
export type ShapeRule =
  | 'schema/unknown-field'
  | 'schema/wrong-level'
  | 'schema/wrong-type'
  | 'schema/missing-field'
  | 'schema/field-choice'
  | 'schema/enum-value'
  | 'schema/quantity'
  | 'schema/value-range'
  | 'schema/label-syntax';

/** Where an object is not what its schema says. */
export interface ShapeProblem {
  readonly rule: ShapeRule;
  readonly at: FieldPath;
  readonly message: string;

  /** @default - the rule's own cure */
  readonly cure?: string;
}

/** A value, where it stands, and what holds it. */
export interface Place {
  readonly schema: Schema;
  readonly at: FieldPath;
  readonly parent: Place | undefined;
}
