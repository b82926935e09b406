/** What a command sees of the machine. */
export interface Io {
  /** Receives what was asked for. */
  readonly out: (text: string) => void;

  /** Receives what is wrong with the question itself. */
  readonly err: (text: string) => void;

  /** Standard input, at most as many bytes as asked for. */
  readonly readInput: (mostBytes: number) => Buffer;

  /** Folder that paths are relative to. */
  readonly folder: string;

  /** Whether somebody looks at `out` on a screen that shows colours. */
  readonly isColored: boolean;

  /** Characters of a line of that screen. */
  readonly columns: number;

  /** This day, `2027-03-31`: waivers end. */
  readonly today: string;
}

/** Exit codes: nothing found, something found or asked for wrongly, a fault of this project. */
export const EXIT = { fine: 0, found: 1, fault: 2 } as const;
