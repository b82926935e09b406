/** A reason why nothing is written. */
export interface Fault {
  /** Environment, platform and construct: `prod/wms/order-service`. */
  readonly path: string;

  /** Table, and row where it is known. */
  readonly source?: string;

  /** `<what> <rule>, got <value>; <what to do>`. */
  readonly message: string;
}

/** All faults, in the order in which they were found, under one line that says how many. */
export function formatFaults(faults: readonly Fault[]): string {
  const title = `${faults.length} ${faults.length === 1 ? 'problem' : 'problems'}, nothing written`;
  const lines = faults.map(({ path, source, message }) => {
    return `  ${path}: ${message}${source === undefined ? '' : `\n      in ${source}`}`;
  });
  return [title, ...lines].join('\n');
}
