import { parseArgs } from 'node:util';

/** What a run is asked for. */
export interface RunArguments {
  /** Compare instead of writing. */
  readonly check: boolean;

  /** Render this bundle and no other: `prod/wms`. */
  readonly only?: string | undefined;
}

/** What arguments say, or why they say nothing. */
export function readArguments(args: readonly string[]): RunArguments | { readonly refusal: string } {
  try {
    const options = { check: { type: 'boolean', default: false }, only: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Node has a code for each way to be wrong, and a sentence that names the argument.
    if (!(error instanceof Error) || !String(Reflect.get(error, 'code')).startsWith('ERR_PARSE_ARGS')) throw error;
    return { refusal: `${error.message.split('. ')[0]}; known are --check and --only <environment>/<platform>` };
  }
}
