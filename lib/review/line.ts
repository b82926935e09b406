/** A part of a report, and whether what it says is as it should be. */
export interface Line {
  readonly text: string;
  readonly fits: boolean;
}
