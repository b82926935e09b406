import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command';
import { forAllTests } from './for-all-tests';
import { freePort, HOST, makeTempFolder, removeFolder } from './machine';
import { startPostgres, type Postgres } from './postgres';
import { temporalProgram } from './temporal';
import { startTemporalServer, temporalSqlTool } from './temporal-server';
import { VERSIONS } from './versions';

const STORES = { temporal: 'temporal', temporal_visibility: 'visibility' };
const ROLES = ['frontend', 'history', 'matching', 'worker'];

async function makeDatabases({ host, port, superuser }: Postgres): Promise<void> {
  const connection = ['--plugin', 'postgres12', '--ep', host, '--port', String(port), '--user', superuser];
  const tool = await temporalSqlTool();
  for (const [database, schema] of Object.entries(STORES)) {
    const store = [...connection, '--db', database];
    await run(tool, [...store, 'create-database']);
    await run(tool, [...store, 'setup-schema', '-v', '0.0']);
    await run(tool, [...store, 'update-schema', '--schema-name', `postgresql/v12/${schema}`]);
  }
}

async function renderConfig({ host, port, superuser }: Postgres, frontend: number): Promise<string> {
  const stores = Object.keys(STORES).map((databaseName) => {
    const sql = {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: `${host}:${port}`,
      user: superuser,
      maxConns: 5,
    };
    return [databaseName, { sql: { ...sql, connectProtocol: 'tcp' } }] as const;
  });
  const services: [string, unknown][] = [];
  for (const role of ROLES) {
    const grpcPort = role === 'frontend' ? frontend : await freePort();
    services.push([role, { rpc: { grpcPort, membershipPort: await freePort(), bindOnIP: HOST } }]);
  }
  const cluster = { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: `${HOST}:${frontend}` };
  // JSON is YAML.
  return JSON.stringify({
    log: { stdout: true, level: 'info' },
    persistence: {
      defaultStore: 'temporal',
      visibilityStore: 'temporal_visibility',
      numHistoryShards: 4,
      datastores: Object.fromEntries(stores),
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: HOST } },
    services: Object.fromEntries(services),
    clusterMetadata: {
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: { active: cluster },
    },
  });
}

async function startTemporalOnPostgres() {
  const postgres = await startPostgres();
  const folder = makeTempFolder('temporal-config');
  const stopPostgres = async () => {
    await postgres.stop();
    removeFolder(folder);
  };
  try {
    await makeDatabases(postgres);
    const port = await freePort();
    const configFile = join(folder, 'config.yaml');
    await writeFile(configFile, await renderConfig(postgres, port));
    const server = await startTemporalServer({ configFile, address: `${HOST}:${port}` });
    return { address: `${HOST}:${port}`, stop: () => server.stop().then(stopPostgres) };
  } catch (error) {
    await stopPostgres();
    throw error;
  }
}

const server = forAllTests(startTemporalOnPostgres, 30);

test('the server is serving from PostgreSQL, with the version that is pinned', async () => {
  const operator = ['operator', 'cluster', '--address', server().address];
  expect(await run(await temporalProgram(), [...operator, 'health'])).toBe('SERVING\n');
  expect(await run(await temporalProgram(), [...operator, 'system'])).toContain(VERSIONS.temporalServer);
}, 30_000);
