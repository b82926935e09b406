import { FieldPath } from '../rule';
import { findKeyProblem, findLabelValueProblem, MAPS, MapSyntax, MOST_ANNOTATION_BYTES } from './labels';
import { keeps, Limit, LIMITS } from './limits';
import { ShapeProblem } from './shape-problem';
import { isMap, show } from './values';

/** Finds what is wrong with the fields of a definition beyond their types: limits, and keys of maps. */
export function findFieldProblems(
  definition: string,
  values: Readonly<Record<string, unknown>>,
  at: FieldPath,
  problems: ShapeProblem[],
): void {
  const limits = LIMITS[definition];
  const maps = MAPS[definition];
  if (limits !== undefined) findLimitProblems(limits, values, at, problems);
  if (maps !== undefined) findMapProblems(maps, values, at, problems);
}

function findLimitProblems(
  limits: Readonly<Record<string, Limit>>,
  values: Readonly<Record<string, unknown>>,
  at: FieldPath,
  problems: ShapeProblem[],
): void {
  for (const field in limits) {
    const [limit, value] = [limits[field], values[field]];
    if (limit === undefined || value === undefined || keeps(limit, value)) continue;
    const { rule, cure } = limit;
    const message = `${field} ${rule}, got ${typeof value === 'number' ? value : show(value)}`;
    problems.push({ rule: 'schema/value-range', at: [...at, field], message, ...(cure !== undefined && { cure }) });
  }
}

function findMapProblems(
  maps: Readonly<Record<string, MapSyntax>>,
  values: Readonly<Record<string, unknown>>,
  at: FieldPath,
  problems: ShapeProblem[],
): void {
  for (const field in maps) {
    const [syntax, value] = [maps[field], values[field]];
    if (syntax !== undefined && isMap(value)) findEntryProblems(syntax, value, [...at, field], problems);
  }
}

function findEntryProblems(
  syntax: MapSyntax,
  map: Readonly<Record<string, unknown>>,
  at: FieldPath,
  problems: ShapeProblem[],
): void {
  const rule = 'schema/label-syntax';
  for (const key in map) {
    const problem = findKeyProblem(syntax, key);
    if (problem !== undefined) problems.push({ rule, at: [...at, key], message: `${problem}, got ${show(key)}` });
    const value = map[key];
    if (syntax !== 'labels' || typeof value !== 'string') continue;
    const wrong = findLabelValueProblem(value);
    if (wrong !== undefined) problems.push({ rule, at: [...at, key], message: `${wrong}, got ${show(value)}` });
  }
  if (syntax !== 'annotations') return;
  const bytes = Object.entries(map).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + String(value)), 0);
  if (bytes <= MOST_ANNOTATION_BYTES) return;
  const message = `annotations must have at most ${MOST_ANNOTATION_BYTES} bytes in all, got ${bytes}`;
  problems.push({ rule, at, message, cure: 'move what is large to a ConfigMap' });
}
