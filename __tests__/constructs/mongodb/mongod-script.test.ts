import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from '../sandbox';

const script = join(__dirname, '../../../lib/constructs/mongodb/mongod.sh');
const hosts = ['mongodb-0.mongodb-headless', 'mongodb-1.mongodb-headless', 'mongodb-2.mongodb-headless'];

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = new Sandbox();
  sandbox.write('secret/keyfile', 'c2VjcmV0', 0o440);
  ['data', 'keys', 'hooks', 'answers'].forEach((folder) => sandbox.write(`${folder}/.keep`, ''));
  // The image's entrypoint: says how it was called, and ends a first start as the real one does.
  sandbox.stub(
    'docker-entrypoint.sh',
    `set -Eeuo pipefail
echo "root=\${MONGO_INITDB_ROOT_USERNAME:-none} file=\${MONGO_INITDB_ROOT_PASSWORD_FILE:-none}"
echo "exec $*"
if [[ -n \${MONGO_INITDB_ROOT_USERNAME:-} ]]; then
  touch "$SANDBOX/data/WiredTiger"
  [[ ! -e $SANDBOX/killed ]] || exit 137
  for f in "$SANDBOX"/hooks/*.sh; do . "$f"; done
fi`,
  );
  // mongosh: a member answers with the content of its file, and not at all where there is none.
  sandbox.stub(
    'mongosh',
    `uri="\${@: -1}"; host="\${uri#mongodb://}"; host="\${host%%:*}"
echo "$uri" >>"$SANDBOX/asked"
cat "$SANDBOX/answers/$host"`,
  );
});

afterEach(() => sandbox.remove());

function start(pod: number, members: readonly string[] = hosts) {
  return sandbox.run(
    script,
    {
      POD_NAME: `mongodb-${pod}`,
      MEMBERS: members.map((host) => `${host}:27017`).join(' '),
      REPLICA_SET: 'rs0',
      KEYFILE_SOURCE: sandbox.path('secret/keyfile'),
      ROOT_USERNAME: 'root',
      ROOT_PASSWORD_FILE: '/run/secrets/root',
      DATA_DIR: sandbox.path('data'),
      KEYFILE_DIR: sandbox.path('keys'),
      HOOKS_DIR: sandbox.path('hooks'),
    },
    '--wiredTigerCacheSizeGB',
    '0.5',
  );
}

const server = () =>
  `exec mongod --replSet rs0 --keyFile ${sandbox.path('keys/keyfile')} --bind_ip_all --wiredTigerCacheSizeGB 0.5`;

test('the first member without data is given the root user', () => {
  const { code, output } = start(0);
  expect(code).toBe(0);
  expect(output.split('\n')).toEqual([
    "mongod.sh: no data here and no set elsewhere: the root user 'root' is created",
    'root=root file=/run/secrets/root',
    server(),
    '',
  ]);
});

test('asks each other member, with a limit, whether it belongs to a set', () => {
  start(0);
  expect(sandbox.read('asked').trim().split('\n')).toEqual(
    hosts.slice(1).map((host) => `mongodb://${host}:27017/?directConnection=true&serverSelectionTimeoutMS=2000`),
  );
});

test('the first member with data starts as it is', () => {
  start(0);
  const { code, output } = start(0);
  expect(code).toBe(0);
  expect(output.split('\n')).toEqual(['mongod.sh: member of set rs0', 'root=none file=none', server(), '']);
});

test.each(['WiredTiger', 'journal', 'local.0', 'storage.bson'])('%s counts as data, as for the entrypoint', (name) => {
  sandbox.write(`data/${name}`, '');
  expect(start(0).output).toContain('root=none');
});

test.each([1, 2])('member %i never makes a user, and copies all from the set', (pod) => {
  const { code, output } = start(pod);
  expect(code).toBe(0);
  expect(output).toContain('root=none file=none');
  expect(sandbox.has('asked')).toBe(false);
});

test('a first member that lost its data copies from the set that the others belong to', () => {
  sandbox.write('answers/mongodb-2.mongodb-headless', 'set=rs0\n');
  const { code, output } = start(0);
  expect(code).toBe(0);
  expect(output.split('\n')).toEqual([
    `mongod.sh: ${hosts[2]}:27017 already belongs to set rs0: this member starts empty and copies from it`,
    'mongod.sh: member of set rs0',
    'root=none file=none',
    server(),
    '',
  ]);
});

test('a member that answers without a set is no reason to wait', () => {
  sandbox.write('answers/mongodb-1.mongodb-headless', 'set=\n');
  expect(start(0).output).toContain('root=root');
});

test('a warning of mongosh is not taken for the name of a set', () => {
  sandbox.write('answers/mongodb-1.mongodb-headless', 'Warning: Could not access file\n\nset=\n');
  expect(start(0).output).toContain('root=root');
});

test('a single member asks nobody', () => {
  expect(start(0, hosts.slice(0, 1)).output).toContain('root=root');
  expect(sandbox.has('asked')).toBe(false);
});

test('a first start that was killed before there was a user begins again, and deletes nothing', () => {
  sandbox.write('killed', '');
  sandbox.write('data/lost+found/keep', '');
  expect(start(0).code).toBe(137);
  const { output } = start(0);
  const [, aside = ''] =
    /interrupted before the root user existed: its files go to (\S+), it begins again/.exec(output) ?? [];
  expect(output).toContain('root=root');
  expect(existsSync(join(aside, 'WiredTiger'))).toBe(true);
  expect(sandbox.has('data/lost+found/keep')).toBe(true);
});

test('a finished first start leaves no trace but the data', () => {
  start(0);
  expect(sandbox.has('data/.first-start-pending')).toBe(false);
  expect(start(0).output).not.toContain('interrupted');
});

test('the script of the first start does not outlive it', () => {
  start(0);
  start(0);
  expect(sandbox.has('hooks/first-start-done.sh')).toBe(false);
});

test('the key is readable by its owner alone, also after a restart', () => {
  start(1);
  expect(start(1).code).toBe(0);
  expect(statSync(sandbox.path('keys/keyfile')).mode & 0o777).toBe(0o400);
  expect(sandbox.read('keys/keyfile')).toBe('c2VjcmV0');
});

test('fails without a key', () => {
  sandbox.remove();
  sandbox.write('keys/.keep', '');
  expect(start(0).code).not.toBe(0);
});
