/** Anything a test file starts once and ends once. */
export interface Stoppable {
  /** Ends it. */
  stop(): Promise<void>;
}

/**
 * Starts something before a file's tests and stops it after them, also when one failed.
 *
 * The limit covers a cold cache, where starting builds first. Returns a function that gives the started thing.
 */
export function forAllTests<T extends Stoppable>(start: () => Promise<T>, withinMinutes: number): () => T {
  let started: T | undefined;
  beforeAll(async () => {
    started = await start();
  }, withinMinutes * 60_000);
  afterAll(() => started?.stop(), 60_000);
  return () => {
    if (started === undefined)
      throw new Error('the server must be asked for inside a test, got a call before it started');
    return started;
  };
}
