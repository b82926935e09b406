import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding } from '../rule';
import { Schema, SchemaTable } from './schema';
import { schemas, Schemas } from './schemas';
import { findShapeProblems } from './shape';
import { ShapeProblem, ShapeRule } from './shape-problem';

/** What was seen of one object. */
export interface JudgedShape {
  /** Whether there is a schema for its kind. Without one only its metadata was looked at. */
  readonly known: boolean;
  readonly problems: readonly ShapeProblem[];
}

/** The shape of every object, in the order of the bundle. */
export const shapes: View<ReadonlyMap<RenderedObject, JudgedShape>> = (index) => {
  const known = index.view(schemas);
  return new Map(index.objects.map((object) => [object, judgeShape(object, known)]));
};

/** Findings of one of the rules about shapes. */
export function findingsOf(rule: ShapeRule): (index: ObjectIndex) => Iterable<Finding> {
  return function* (index) {
    for (const [subject, { problems }] of index.view(shapes)) {
      for (const { rule: found, at, message, cure } of problems) {
        if (found === rule) yield { subject, at, message, ...(cure !== undefined && { cure }) };
      }
    }
  };
}

const METADATA: Schema = { $ref: 'meta.v1.ObjectMeta' };

/** What every object has. */
const ANY_OBJECT: Schema = {
  type: 'object',
  properties: { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: METADATA },
  'x-kubernetes-preserve-unknown-fields': true,
};

function judgeShape({ manifest }: RenderedObject, { tables, custom }: Schemas): JudgedShape {
  const id = `${manifest.apiVersion} ${manifest.kind}`;
  const candidates = tables.flatMap((table) => {
    const name = Object.hasOwn(table.kinds, id) ? table.kinds[id] : undefined;
    return name === undefined ? [] : [{ table, schema: { $ref: name } }];
  });
  const [table] = tables;
  if (candidates.length === 0 && table) return judgeCustom(manifest, custom(id), table);
  const [problems = [], others] = candidates.map(({ table: own, schema }) => findShapeProblems(manifest, schema, own));
  return { known: true, problems: others === undefined ? problems : problems.filter(isAmong(others)) };
}

function judgeCustom(
  manifest: RenderedObject['manifest'],
  schema: Schema | undefined,
  table: SchemaTable,
): JudgedShape {
  if (schema === undefined) return { known: false, problems: findShapeProblems(manifest, ANY_OBJECT, table) };
  const properties = { ...ANY_OBJECT.properties, ...schema.properties, metadata: METADATA };
  return { known: true, problems: findShapeProblems(manifest, { ...schema, properties }, table) };
}

/** A version between two tables may lack what is wrong in one of them only. */
function isAmong(others: readonly ShapeProblem[]): (problem: ShapeProblem) => boolean {
  const ids = new Set(others.map(({ rule, at }) => `${rule} ${JSON.stringify(at)}`));
  return ({ rule, at }) => ids.has(`${rule} ${JSON.stringify(at)}`);
}
