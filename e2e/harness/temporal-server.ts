import { join } from 'node:path';
import { goModuleFolder, goProgram } from './go-program';
import { makeTempFolder, removeFolder } from './machine';
import { startServer, type Server } from './process';
import { isServing, temporalProgram } from './temporal';
import { VERSIONS } from './versions';

const MODULE = 'go.temporal.io/server';

/** Properties for `startTemporalServer`. */
export interface TemporalServerProps {
  /** Path of the server's configuration file, which says all ports and the database. */
  readonly configFile: string;

  /** `host:port` of the frontend in that file. */
  readonly address: string;
}

/** The path of the Temporal server's program, built first if it is missing. */
export function temporalServerProgram(): Promise<string> {
  return goProgram({
    name: 'temporal-server',
    module: MODULE,
    version: VERSIONS.temporalServer,
    main: `${MODULE}/cmd/server`,
  });
}

/** The path of `temporal-sql-tool`, built first if it is missing. It has the schemas embedded (`--schema-name`). */
export function temporalSqlTool(): Promise<string> {
  return goProgram({
    name: 'temporal-sql-tool',
    module: MODULE,
    version: VERSIONS.temporalServer,
    main: `${MODULE}/cmd/tools/sql`,
  });
}

/** The folder that is `schema/` in the server's repository, for `--schema-dir`. */
export async function temporalSchemaFolder(): Promise<string> {
  return join(await goModuleFolder(MODULE, VERSIONS.temporalServer), 'schema');
}

/** Starts a Temporal server with a configuration of one's own, on databases that have their schema. */
export async function startTemporalServer({ configFile, address }: TemporalServerProps): Promise<Server> {
  const temporal = await temporalProgram();
  const command = await temporalServerProgram();
  const folder = makeTempFolder('temporal-server');
  try {
    const server = await startServer({
      name: 'temporal-server',
      command,
      args: ['--config-file', configFile, '--allow-no-auth', 'start'],
      folder,
      ready: () => isServing(temporal, address),
      readyWithinMs: 90_000,
    });
    const stop = async () => {
      await server.stop();
      removeFolder(folder);
    };
    return { ...server, stop };
  } catch (error) {
    removeFolder(folder);
    throw error;
  }
}
