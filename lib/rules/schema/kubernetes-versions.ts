/** Versions of Kubernetes that there is a table for, oldest first. */
export const TABLE_VERSIONS = ['1.27', '1.28', '1.36'] as const;

/** One of them. */
export type TableVersion = (typeof TABLE_VERSIONS)[number];

/** Number of a minor version: `28` of `1.28`, `v1.28` or `1.28.15`; NaN of anything else. */
export function minorOf(version: string): number {
  return Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? NaN);
}

/** First and last version that objects can be judged for. */
export const JUDGED_VERSIONS = { first: '1.27', last: '1.36' } as const satisfies Record<string, TableVersion>;

/** Whether objects can be judged for a version. What comes before or after the tables is not known: nothing is guessed. */
export function isJudged(version: string): boolean {
  const minor = minorOf(version);
  return minor >= minorOf(JUDGED_VERSIONS.first) && minor <= minorOf(JUDGED_VERSIONS.last);
}
