import { ObjectIndex, View } from '../object-index';
import { Manifest, RenderedObject } from '../rendered-object';
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

/** What is known of a kind without a schema. */
const ANY_OBJECT: Schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

function judgeShape({ manifest }: RenderedObject, { tables, custom }: Schemas): JudgedShape {
  const id = `${manifest.apiVersion} ${manifest.kind}`;
  const candidates = tables.flatMap(({ kinds, definitions }) => {
    const name = Object.hasOwn(kinds, id) ? kinds[id] : undefined;
    return name === undefined ? [] : [definitions[name] ?? {}];
  });
  const [table] = tables;
  if (candidates.length === 0 && table) return judgeCustom(manifest, custom(id), table);
  const [schema = {}, other] = candidates;
  const problems = findShapeProblems(manifest, schema);
  if (problems.length === 0 || other === undefined) return { known: true, problems };
  return { known: true, problems: problems.filter(isAmong(findShapeProblems(manifest, other))) };
}

/** Definitions of custom resources leave out what all objects have. */
function judgeCustom(manifest: Manifest, schema: Schema | undefined, { definitions }: SchemaTable): JudgedShape {
  const metadata = definitions['meta.v1.ObjectMeta'] ?? {};
  const properties = {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    ...schema?.properties,
    metadata,
  } as const;
  return {
    known: schema !== undefined,
    problems: findShapeProblems(manifest, { ...(schema ?? ANY_OBJECT), properties }),
  };
}

/** A version between two tables may lack what is wrong in one of them only. */
function isAmong(others: readonly ShapeProblem[]): (problem: ShapeProblem) => boolean {
  const ids = new Set(others.map(({ rule, at }) => `${rule} ${JSON.stringify(at)}`));
  return ({ rule, at }) => ids.has(`${rule} ${JSON.stringify(at)}`);
}
