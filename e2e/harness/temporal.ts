import { dirname } from 'node:path';
import { execute } from './command';
import { goProgram } from './go-program';
import { freePort, HOST, makeTempFolder, removeFolder } from './machine';
import { startServer } from './process';
import { VERSIONS } from './versions';

/** A running Temporal development server, with all roles in one process and its state in memory. */
export interface TemporalDev {
  /** `host:port` of the frontend, for `--address` or TEMPORAL_ADDRESS. */
  readonly address: string;
  /** Folder with the program `temporal`, to be put on PATH. */
  readonly binFolder: string;
  /** Everything the server has logged so far. */
  log(): string;
  /** Stops the server. */
  stop(): Promise<void>;
}

/** The path of Temporal's command line program, built first if it is missing. */
export function temporalProgram(): Promise<string> {
  return goProgram({
    name: 'temporal',
    module: 'github.com/temporalio/cli',
    version: VERSIONS.temporalCli,
    main: 'github.com/temporalio/cli/cmd/temporal',
    variables: { 'github.com/temporalio/cli/temporalcli.Version': VERSIONS.temporalCli },
  });
}

/** Starts a Temporal development server and waits until its frontend serves. */
export async function startTemporalDev(): Promise<TemporalDev> {
  const temporal = await temporalProgram();
  const folder = makeTempFolder('temporal');
  try {
    const port = await freePort();
    const address = `${HOST}:${port}`;
    const server = await startServer({
      name: 'temporal',
      command: temporal,
      args: ['server', 'start-dev', '--headless', '--ip', HOST, '--port', String(port)],
      env: { HOME: folder }, // the program reads its own settings from there
      folder,
      ready: () => isServing(temporal, address),
      readyWithinMs: 60_000,
    });
    const stop = async () => {
      await server.stop();
      removeFolder(folder);
    };
    return { address, binFolder: dirname(temporal), log: server.log, stop };
  } catch (error) {
    removeFolder(folder);
    throw error;
  }
}

/** Whether a Temporal frontend answers that it serves. */
export async function isServing(temporal: string, address: string): Promise<boolean> {
  const { stdout } = await execute(temporal, ['operator', 'cluster', 'health', '--address', address]);
  return stdout.trim() === 'SERVING';
}
