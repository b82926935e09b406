import { closest, distance } from 'fastest-levenshtein';

/** `did you mean 'worker'?`, or undefined where no candidate is near. */
export function didYouMean(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const nearest = closest(name, candidates);
  const near = distance(name, nearest) <= Math.max(2, Math.floor(name.length / 3));
  return near ? `did you mean '${nearest}'?` : undefined;
}
