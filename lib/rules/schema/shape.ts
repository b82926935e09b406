import { didYouMean } from '../../model/closest';
import { Manifest } from '../rendered-object';
import { withArticle } from '../views/words';
import { findChoiceProblems, hasChoices } from './choices';
import { findHome, formatHome } from './home';
import { findFieldProblems } from './field-problems';
import { Schema } from './schema';
import { Place, ShapeProblem } from './shape-problem';
import { describeType, findTypeProblem, findValueProblems, isLimited, isMap } from './values';

/** Whether an object can be read as its kind: every value has its type, and nothing is missing. */
export function isWellShaped(problems: readonly ShapeProblem[]): boolean {
  return problems.every(({ rule }) => rule !== 'schema/wrong-type' && rule !== 'schema/missing-field');
}

/** Everything in which an object differs from a schema. Never throws, whatever the object holds. */
export function findShapeProblems(manifest: Manifest, schema: Schema): ShapeProblem[] {
  const walk = new Walk(manifest.kind);
  walk.visit(manifest, schema, undefined);
  return walk.problems;
}

class Walk {
  public readonly problems: ShapeProblem[] = [];

  /** Where the walk is. Copied only for what is wrong. */
  private readonly path: (string | number)[] = [];

  constructor(private readonly kind: string) {}

  public visit(value: unknown, schema: Schema, parent: Parent | undefined): void {
    if (value === null || value === undefined) return; // the server takes a null for nothing
    const wrong = findTypeProblem(schema, value);
    if (wrong) this.problems.push({ rule: 'schema/wrong-type', at: [...this.path], ...wrong });
    else if (Array.isArray(value)) this.visitItems(value, schema, parent);
    else if (isMap(value)) this.visitMap(value, schema, parent);
    else if (isLimited(schema)) findValueProblems(schema, value, this.path, this.problems);
  }

  private visitItems(values: readonly unknown[], { items }: Schema, parent: Parent | undefined): void {
    if (items === undefined) return;
    for (let i = 0; i < values.length; i++) {
      this.path.push(i);
      // A list is no level of its own: what holds its items is what holds the list.
      this.visit(values[i], items, parent);
      if ((values[i] === null || values[i] === undefined) && items.type !== undefined) {
        const message = `an item must be ${describeType(items)}, got nothing`;
        this.problems.push({ rule: 'schema/wrong-type', at: [...this.path], message });
      }
      this.path.pop();
    }
  }

  private visitMap(value: Readonly<Record<string, unknown>>, schema: Schema, parent: Parent | undefined): void {
    const { properties, additionalProperties, required, definition } = schema;
    const self: Parent = { schema, depth: this.path.length, parent };
    for (const field in value) {
      this.path.push(field);
      const known = properties !== undefined && Object.hasOwn(properties, field) ? properties[field] : undefined;
      if (known !== undefined) {
        this.visit(value[field], known, self);
      } else if (typeof additionalProperties === 'object') {
        this.visit(value[field], additionalProperties, self);
      } else if (properties !== undefined && additionalProperties !== true && !isOpen(schema)) {
        this.path.pop();
        this.problems.push(this.unknown(field, value[field], this.placeOf(self)));
        continue;
      }
      this.path.pop();
    }
    if (definition !== undefined) findFieldProblems(definition, value, this.path, this.problems);
    if (hasChoices(schema)) {
      this.problems.push(...findChoiceProblems(schema, value, [...this.path], this.nameOf(this.placeOf(self))));
    }
    if (required === undefined) return;
    for (const field of required) {
      if (value[field] !== undefined && value[field] !== null) continue;
      const message = `${this.nameOf(this.placeOf(self))} must have the field '${field}', got none`;
      this.problems.push({ rule: 'schema/missing-field', at: [...this.path], message });
    }
  }

  private placeOf({ schema, depth, parent }: Parent): Place {
    return { schema, at: this.path.slice(0, depth), parent: parent && this.placeOf(parent) };
  }

  private unknown(field: string, value: unknown, place: Place): ShapeProblem {
    const at = [...place.at, field];
    const names = Object.keys(place.schema.properties ?? {});
    const exact = names.find((name) => name.toLowerCase() === field.toLowerCase());
    const home = exact === undefined ? findHome(field, value, place) : undefined;
    if (home !== undefined) {
      const message = `the field '${field}' must stand in ${formatHome(home)}, got it in ${this.nameOf(place)}`;
      return { rule: 'schema/wrong-level', at, message, cure: `move it to ${formatHome(home)}` };
    }
    const message = `${this.nameOf(place)} must have fields of its schema only, got '${field}'`;
    const meant = exact === undefined ? didYouMean(field, names) : `did you mean '${exact}'?`;
    return { rule: 'schema/unknown-field', at, message, ...(meant !== undefined && { cure: meant }) };
  }

  /** `a Container`, or `'privateKey' of a Certificate`. */
  private nameOf({ schema: { definition }, at }: Place): string {
    if (at.length === 0) return withArticle(this.kind);
    if (definition !== undefined) return withArticle(definition.slice(definition.lastIndexOf('.') + 1));
    const field = at.findLast((step) => typeof step === 'string') ?? '';
    return `'${field}' of ${withArticle(this.kind)}`;
  }
}

/** A map on the way to where the walk is. */
interface Parent {
  readonly schema: Schema;

  /** Steps from the object to it. */
  readonly depth: number;
  readonly parent: Parent | undefined;
}

function isOpen(schema: Schema): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true;
}
