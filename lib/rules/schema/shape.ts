import { didYouMean } from '../../model/closest';
import { Manifest } from '../rendered-object';
import { FieldPath } from '../rule';
import { findHome, formatHome } from './home';
import { findMapProblems } from './map-problems';
import { follow, Schema, SchemaTable } from './schema';
import { Place, ShapeProblem } from './shape-problem';
import { describeType, findTypeProblem, findValueProblems, isMap } from './values';

/** Whether an object can be read as its kind: every value has its type, and nothing is missing. */
export function isWellShaped(problems: readonly ShapeProblem[]): boolean {
  return problems.every(({ rule }) => rule !== 'schema/wrong-type' && rule !== 'schema/missing-field');
}

/** Everything in which an object differs from a schema. Never throws, whatever the object holds. */
export function findShapeProblems(manifest: Manifest, schema: Schema, table: SchemaTable): ShapeProblem[] {
  const walk = new Walk(manifest.kind, table);
  walk.visit(manifest, schema, [], undefined);
  return walk.problems;
}

class Walk {
  public readonly problems: ShapeProblem[] = [];

  constructor(
    private readonly kind: string,
    private readonly table: SchemaTable,
  ) {}

  public visit(value: unknown, written: Schema, at: FieldPath, parent: Place | undefined): void {
    if (value === null || value === undefined) return; // the server takes a null for nothing
    const { schema, name } = follow(written, this.table);
    const wrong = findTypeProblem(schema, value);
    if (wrong) {
      this.problems.push({ rule: 'schema/wrong-type', at, ...wrong });
      return;
    }
    if (Array.isArray(value)) this.visitItems(value, schema, at, parent);
    else if (isMap(value)) this.visitMap(value, { schema, name, at, parent });
    else this.problems.push(...findValueProblems(schema, value, at));
  }

  private visitItems(values: readonly unknown[], { items }: Schema, at: FieldPath, parent: Place | undefined): void {
    if (items === undefined) return;
    for (let i = 0; i < values.length; i++) {
      // A list is no level of its own: what holds its items is what holds the list.
      this.visit(values[i], items, [...at, i], parent);
      if (values[i] === null && follow(items, this.table).schema.type !== undefined) {
        const message = `an item must be ${describeType(follow(items, this.table).schema)}, got nothing`;
        this.problems.push({ rule: 'schema/wrong-type', at: [...at, i], message });
      }
    }
  }

  private visitMap(value: Readonly<Record<string, unknown>>, place: Place): void {
    const { schema, at, name } = place;
    const { properties = {}, additionalProperties, required = [] } = schema;
    const open = schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'];
    for (const field in value) {
      const item = value[field];
      const known = Object.hasOwn(properties, field) ? properties[field] : undefined;
      if (known !== undefined) {
        this.visit(item, known, [...at, field], place);
        if (name !== undefined) this.problems.push(...findMapProblems(name, field, item, at));
      } else if (typeof additionalProperties === 'object') {
        this.visit(item, additionalProperties, [...at, field], place);
      } else if (!open && additionalProperties !== true && schema.properties !== undefined) {
        this.problems.push(this.unknown(field, item, place));
      }
    }
    for (const field of required) {
      if (value[field] === undefined || value[field] === null) {
        const message = `${this.nameOf(place)} must have the field '${field}', got none`;
        this.problems.push({ rule: 'schema/missing-field', at, message });
      }
    }
  }

  private unknown(field: string, value: unknown, place: Place): ShapeProblem {
    const at = [...place.at, field];
    const names = Object.keys(place.schema.properties ?? {});
    const exact = names.find((name) => name.toLowerCase() === field.toLowerCase());
    const home = exact === undefined ? findHome(field, value, place, this.table) : undefined;
    if (home !== undefined) {
      const message = `the field '${field}' must stand in ${formatHome(home)}, got it in ${this.nameOf(place)}`;
      return { rule: 'schema/wrong-level', at, message, cure: `move it to ${formatHome(home)}` };
    }
    const message = `${this.nameOf(place)} must have fields of its schema only, got '${field}'`;
    const meant = exact === undefined ? didYouMean(field, names) : `did you mean '${exact}'?`;
    return { rule: 'schema/unknown-field', at, message, ...(meant !== undefined && { cure: meant }) };
  }

  /** `a Container`, or `spec of a Certificate`. */
  private nameOf({ name, at }: Place): string {
    if (at.length === 0) return withArticle(this.kind);
    if (name !== undefined) return withArticle(name.slice(name.lastIndexOf('.') + 1));
    const field = at.findLast((step) => typeof step === 'string') ?? '';
    return `'${field}' of ${withArticle(this.kind)}`;
  }
}

function withArticle(noun: string): string {
  return `${/^([AEIO]|HTTP|NFS|RBD|Un)/.test(noun) ? 'an' : 'a'} ${noun}`;
}
