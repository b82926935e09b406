import { postgresMemory } from '../../../lib/rules/runtime-settings/postgres-memory';
import { messagesOf } from '../messages-of';
import { deployment, named } from '../pod';

const ONE = 'spec.template.spec.containers[0]';
const container = (args: readonly string[], fields: Record<string, unknown> = {}, spec: Record<string, unknown> = {}) =>
  deployment(spec, { image: 'postgres:16.4', args, resources: { limits: { memory: '1Gi' } }, ...fields });
const judge = (...args: string[]) => messagesOf(postgresMemory, [container(args)]);
const message = (got: string) => `memory of PostgreSQL must be at most the limit 1Gi of container 'api', got ${got}`;

test('sessions beyond the default count with the default of work_mem', () => {
  expect(judge('-c', 'max_connections=224')).toEqual([]); // 128 MB and 224 times 4 MB are 1 GiB
  expect(judge('-c', 'max_connections=225')).toEqual([
    `${ONE}.args[1]: ${message('1028Mi: shared_buffers of 128Mi, 225 sessions of 4Mi')}`,
  ]);
});

test('work_mem that is chosen counts for every session', () => {
  expect(judge('--work-mem=8MB', '--shared_buffers=256MB')).toEqual([
    `${ONE}.args[0]: ${message('1056Mi: shared_buffers of 256Mi, 100 sessions of 8Mi')}`,
  ]);
  expect(judge('-cwork_mem=8MB', '-cmax_connections=50')).toEqual([]);
});

test('workers count where their memory is chosen', () => {
  expect(judge('-c', 'maintenance_work_mem=512MB')).toEqual([
    `${ONE}.args[1]: ${message('1664Mi: shared_buffers of 128Mi, 3 workers of 512Mi')}`,
  ]);
  expect(judge('-c', 'maintenance_work_mem=512MB', '-c', 'autovacuum_work_mem=64MB')).toEqual([]);
  expect(judge('-c', 'maintenance_work_mem=512MB', '-c', 'autovacuum_max_workers=1')).toEqual([]);
  expect(judge('-c', 'maintenance_work_mem=512MB', '-c', 'autovacuum_work_mem=-1')).toHaveLength(1);
});

test('without units, buffers are pages and work_mem is kibibytes', () => {
  expect(judge('-c', 'shared_buffers=32768', '-c', 'work_mem=8192')).toEqual([
    `${ONE}.args[3]: ${message('1056Mi: shared_buffers of 256Mi, 100 sessions of 8Mi')}`,
  ]);
});

test.each([
  ['a server that is told nothing', container([], { resources: { limits: { memory: '256Mi' } } })],
  [
    'a server of fewer sessions',
    container(['-c', 'max_connections=100'], { resources: { limits: { memory: '512Mi' } } }),
  ],
  ['a container without a limit', container(['-c', 'work_mem=1GB'], { resources: {} })],
  ['a server of MySQL', container(['--max_connections=5000'], { image: 'mysql:8' })],
  ['a pool in front', container(['-c', 'max_connections=5000'], { image: 'edoburu/pgbouncer:1' })],
  ['a value that is none', container(['-c', 'work_mem=plenty'])],
  ['a value of the shell', container(['-c', 'max_connections=$(SESSIONS)'])],
])('%s is not found', (_, object) => {
  expect(messagesOf(postgresMemory, [object])).toEqual([]);
});

test('files are read, and the command wins over them', () => {
  const file = "# tuned\nwork_mem = '64MB'   # for reports\nmax_connections 40\n#max_connections = 900\n";
  const config = named('ConfigMap', 'config', { data: { 'postgresql.conf': file } });
  const reading = (...args: string[]) =>
    container(
      args,
      { volumeMounts: [{ name: 'config', mountPath: '/etc/postgresql' }] },
      { volumes: [{ name: 'config', configMap: { name: 'config' } }] },
    );
  expect(messagesOf(postgresMemory, [reading(), config])).toEqual([
    `data["postgresql.conf"]: ${message('2688Mi: shared_buffers of 128Mi, 40 sessions of 64Mi')}`,
  ]);
  expect(messagesOf(postgresMemory, [reading('-c', 'work_mem=1MB'), config])).toEqual([]);
});
