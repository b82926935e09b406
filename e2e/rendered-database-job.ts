import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Any, find } from '../__tests__/dist/read-dist';
import { execute, Finished } from './harness/command';
import { makeTempFolder, removeFolder } from './harness/machine';
import { Postgres } from './harness/postgres';
import { envOf } from './rendered-env';

/** Runs the Job of prod that makes onboarding's database, against a server of this machine. */
export async function prepareDatabase(
  server: Pick<Postgres, 'host' | 'port' | 'superuser'>,
  overrides: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const job: Any = find('prod', 'Job', /^onboarding-database-[0-9a-f]{8}$/);
  const script: string = find('prod', 'ConfigMap', 'onboarding-database').data['postgres-database-job.sh'];
  const folder = makeTempFolder('database-job');
  try {
    const file = join(folder, 'job.sh');
    writeFileSync(file, script);
    const env = {
      ...envOf(job.spec),
      PGHOST: server.host,
      PGPORT: String(server.port),
      PGUSER: server.superuser,
      PGPASSWORD: 'unused',
      ROLE_PASSWORD: "it's $(quoted)",
      WAIT_SECONDS: '5',
      PAUSE_SECONDS: '1',
      ...overrides,
    };
    return await execute('sh', [file], { env });
  } finally {
    removeFolder(folder);
  }
}
