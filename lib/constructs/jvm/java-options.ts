/** How a JVM uses the memory of its container. */
export interface JavaSettings {
  /** Heap in whole percent of the memory limit. */
  readonly heapPercent: number;

  /** Pause of the collector that is aimed at, in milliseconds. */
  readonly maxPauseMs: number;
}

/** Largest share of the memory limit that is heap: threads, code, classes and buffers need the rest. */
const LARGEST_HEAP_PERCENT = 75;

/**
 * Options of a JVM, 17 or newer, for JAVA_TOOL_OPTIONS: G1, a heap that follows the memory limit, an end rather than a
 * half-dead process where memory is out, and the collector's own lines on the standard output.
 */
export function renderJavaOptions({ heapPercent, maxPauseMs }: JavaSettings): string {
  return [
    '-XX:+UseG1GC',
    `-XX:MaxGCPauseMillis=${maxPauseMs}`,
    `-XX:MaxRAMPercentage=${heapPercent}`,
    '-XX:+ExitOnOutOfMemoryError',
    '-Xlog:gc:stdout:time,level,tags',
    '-Djava.io.tmpdir=/tmp',
  ].join(' ');
}

/** What is wrong with them. */
export function findJavaProblems({ heapPercent }: JavaSettings): string[] {
  if (Number.isInteger(heapPercent) && heapPercent >= 1 && heapPercent <= LARGEST_HEAP_PERCENT) return [];
  return [
    `heapPercent must be from 1 to ${LARGEST_HEAP_PERCENT}, got ${heapPercent}; the rest of the memory is not heap`,
  ];
}
