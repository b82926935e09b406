import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Any, find } from '../__tests__/dist/read-dist';
import { execute, Finished } from './harness/command';
import { makeTempFolder, removeFolder } from './harness/machine';
import { Postgres } from './harness/postgres';
import { envOf } from './rendered-env';

/** Jobs of prod that make databases. */
export type DatabasesJob = 'onboarding-database' | 'postgresql-databases';

/** Runs such a Job against a server of this machine. */
export async function makeDatabases(
  name: DatabasesJob,
  server: Pick<Postgres, 'host' | 'port' | 'superuser' | 'binFolder'>,
  overrides: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const job: Any = find('prod', 'Job', new RegExp(`^${name}-[0-9a-f]{8}$`));
  const script: string = find('prod', 'ConfigMap', name).data['postgres-databases-job.sh'];
  const folder = makeTempFolder('databases-job');
  try {
    const file = join(folder, 'job.sh');
    writeFileSync(file, script);
    const env = {
      ...envOf(job.spec),
      PATH: `${server.binFolder}:${process.env['PATH']}`,
      PGHOST: server.host,
      PGPORT: String(server.port),
      PGUSER: server.superuser,
      PGPASSWORD: 'unused',
      WAIT_SECONDS: '5',
      PAUSE_SECONDS: '1',
      ...overrides,
    };
    return await execute('bash', [file], { env });
  } finally {
    removeFolder(folder);
  }
}
