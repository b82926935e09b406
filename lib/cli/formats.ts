/** Ways to tell what was found. */
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** One of them. */
export type Format = (typeof FORMATS)[number];
