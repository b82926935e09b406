import { families } from '../../lib/rules';
import { cases } from './cases';
import { brokenByMutation } from './cases/broken-by';

/** One rule, and what becomes of its mistake in our own bundle. */
interface Outcome {
  readonly id: string;
  readonly isFound: boolean;

  /** Rules that find it, too, though nobody said that they would. */
  readonly others: readonly string[];
}

/** Makes the mistake of every rule in our own bundle, one at a time, and looks who finds it. */
function mutateAll(): Outcome[] {
  return families
    .flatMap((family) => family.rules)
    .map(({ id }) => {
      const known = cases[id];
      if (!known) return { id, isFound: false, others: [] };
      const found = brokenByMutation(known);
      return {
        id,
        isFound: found.includes(id),
        others: found.filter((other) => other !== id && !known.also?.includes(other)),
      };
    });
}

function report(outcomes: readonly Outcome[]): number {
  const width = Math.max(...outcomes.map(({ id }) => id.length));
  for (const { id, isFound, others } of outcomes) {
    const also = others.length === 0 ? '' : `, and unexpectedly by ${others.join(', ')}`;
    process.stdout.write(`${id.padEnd(width)}  ${isFound ? 'found' : 'NOT FOUND'}${also}\n`);
  }
  const good = outcomes.filter(({ isFound, others }) => isFound && others.length === 0).length;
  process.stdout.write(`\n${good} of ${outcomes.length} mistakes are found by their rule and by no other\n`);
  return good === outcomes.length ? 0 : 1;
}

process.exitCode = report(mutateAll());
