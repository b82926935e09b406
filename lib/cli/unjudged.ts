import { UnknownKind } from '../rules/judge';
import { KindCount } from './report';

/**
 * Kinds that no schema is known of: rules see names, references and metadata of theirs, and no more. Kinds for tools are
 * named as well: they reach no cluster.
 */
export function countUnjudged(unknown: readonly UnknownKind[], forTools: readonly string[]): KindCount[] {
  const counts = new Map<string, number>();
  const add = (kind: string, count: number) => counts.set(kind, (counts.get(kind) ?? 0) + count);
  for (const { kind, count } of unknown) add(kind, count);
  for (const kind of forTools) add(kind, 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
