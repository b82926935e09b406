import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeMongo } from '../__tests__/constructs/mongodb/fake-mongo';
import { execute } from './harness/command';
import { forAllTests } from './harness/for-all-tests';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { serveMember } from './harness/mongo-wire';
import { mongosh } from './harness/mongosh';

/** How much faster than here time passes for elections and copies of data. */
const HASTE = 20;

const constructs = join(__dirname, '../lib/constructs/mongodb');

/** A fake replica set that speaks MongoDB's protocol, for the real shell. */
async function startMembers() {
  const shell = await mongosh();
  const folder = makeTempFolder('mongosh');
  await shell.writeProgram(join(folder, 'bin'));
  const hosts = [];
  for (let member = 0; member < 3; member += 1) hosts.push(`${HOST}:${await freePort()}`);
  const mongo = new FakeMongo(hosts);
  const started = Date.now();
  mongo.meanwhile = () => (mongo.clock = (Date.now() - started) * HASTE);
  const ends = await Promise.all(hosts.map((host) => serveMember(mongo, host, shell.bson)));
  const PATH = `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`;
  const stop = () => {
    ends.forEach((end) => end());
    removeFolder(folder);
    return Promise.resolve();
  };
  return {
    mongo,
    hosts,
    folder,
    stop,
    execute: (command: string, args: string[], env: Record<string, string>) =>
      execute(command, args, { env: { PATH, HOME: folder, ...env }, cwd: folder }),
  };
}

describe('the scripts of a replica set in the real mongosh', () => {
  const members = forAllTests(startMembers, 10);

  async function prepare(env: Record<string, string> = {}) {
    const { hosts, folder } = members();
    const app = {
      name: 'app',
      database: 'wms',
      roles: [
        { role: 'readWrite', db: 'orders' },
        { role: 'replay', db: 'admin' },
      ],
      variable: 'APP_PASSWORD',
    };
    const role = { name: 'replay', privileges: [{ resource: { anyResource: true }, actions: ['anyAction'] }] };
    const file = join(folder, 'desired.json');
    writeFileSync(file, JSON.stringify({ replicaSet: 'rs0', members: hosts, roles: [role], users: [app] }));
    const scripts = ['mongo-users', 'mongo-replica-set-job'].flatMap((name) => [
      '--file',
      join(constructs, `${name}.mongosh.cjs`),
    ]);
    const { code, stdout } = await members().execute('mongosh', ['--nodb', '--norc', '--quiet', ...scripts], {
      DESIRED_STATE: file,
      WAIT_SECONDS: '30',
      ROOT_USERNAME: 'root',
      ROOT_PASSWORD: 'root-password',
      APP_PASSWORD: 'app-password',
      ...env,
    });
    return { code, lines: stdout.trimEnd().split('\n') };
  }

  /** Starts the first member with an empty folder and without a server behind it. */
  async function start() {
    const { hosts, folder } = members();
    const paths = { DATA_DIR: 'data', KEYFILE_DIR: 'keys', HOOKS_DIR: 'hooks' };
    const env = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, join(folder, path)]));
    Object.values(env).forEach((path) => mkdirSync(path, { recursive: true }));
    writeFileSync(join(folder, 'keyfile'), 'key');
    copyFileSync('/bin/true', join(folder, 'bin/docker-entrypoint.sh'));
    const { stdout } = await members().execute('bash', [join(constructs, 'mongod.sh')], {
      ...env,
      POD_NAME: 'mongodb-0',
      MEMBERS: `mongodb-0.nowhere:1 ${hosts.slice(1).join(' ')}`,
      REPLICA_SET: 'rs0',
      KEYFILE_SOURCE: join(folder, 'keyfile'),
      ROOT_USERNAME: 'root',
      ROOT_PASSWORD_FILE: '/dev/null',
    });
    return stdout;
  }

  test('a member without a set elsewhere starts as the first', async () => {
    expect(await start()).toContain("no data here and no set elsewhere: the root user 'root' is created");
  }, 60_000);

  test('an empty set is founded, grows and gets its role and its user', async () => {
    const { hosts } = members();
    expect(await prepare()).toEqual({
      code: 0,
      lines: expect.arrayContaining([
        `set rs0: founded with ${hosts[0]}`,
        `member ${hosts[1]}: added`,
        `member ${hosts[2]}: added`,
        'role replay@admin: created',
        'user app@wms: created with readWrite@orders, replay@admin',
        'user app@wms: in order',
      ]),
    });
  }, 60_000);

  test('a second run changes nothing', async () => {
    const { hosts } = members();
    expect(await prepare()).toEqual({
      code: 0,
      lines: [
        ...hosts.map((host) => `member ${host}: in service`),
        'role replay@admin: in order',
        'user app@wms: in order',
      ],
    });
  }, 60_000);

  test('a password that does not log in is corrected', async () => {
    const { code, lines } = await prepare({ APP_PASSWORD: 'new-password' });
    expect(code).toBe(0);
    expect(lines.slice(-2)).toEqual(['user app@wms: password corrected', 'user app@wms: in order']);
    expect(members().mongo.users.get('wms.app')?.pwd).toBe('new-password');
  }, 60_000);

  test('a wrong root password is refused', async () => {
    const { code, lines } = await prepare({ ROOT_PASSWORD: 'other' });
    expect({ code, line: lines.at(-1) }).toEqual({
      code: 2,
      line: `refused: ${members().hosts[0]} does not accept the password of 'root'; put back the one that its data were made with`,
    });
  }, 60_000);

  test('an empty first member copies from the set of the others', async () => {
    const { hosts } = members();
    expect(await start()).toContain(`${hosts[1]} already belongs to set rs0: this member starts empty`);
  }, 60_000);
});
