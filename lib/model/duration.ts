/** A span of time: `30s`, `5m`, `168h`, `7d`. */
export type Duration = `${number}${'s' | 'm' | 'h' | 'd'}`;

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** Whole seconds of a duration, or undefined where it is none. */
export function trySeconds(duration: string): number | undefined {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(duration) ?? [];
  return amount === undefined ? undefined : Number(amount) * SECONDS[unit as keyof typeof SECONDS];
}

/** Whole seconds of a duration. Throws where it is none: rows are checked before they are rendered. */
export function seconds(duration: Duration): number {
  const result = trySeconds(duration);
  if (result === undefined) throw new Error(`not a duration: ${duration}`);
  return result;
}

/** Whole milliseconds of a duration. */
export const milliseconds = (duration: Duration): number => seconds(duration) * 1000;

/** Whole hours of a duration, rounded up. */
export const hours = (duration: Duration): number => Math.ceil(seconds(duration) / 3600);
