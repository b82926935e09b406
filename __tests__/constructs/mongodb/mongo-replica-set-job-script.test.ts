import { readFileSync } from 'node:fs';
import { FakeMongo } from './fake-mongo';
import { app, emptyServers, first, members, run, runningSet, scripts, second, third } from './replica-set-run';

test('founds a set with one member, adds the others one by one, then makes users', () => {
  const mongo = emptyServers();
  const { code, lines } = run(mongo);
  expect(code).toBe(0);
  expect(lines).toEqual([
    'set rs0: founded with mongodb-0.local:27017',
    'waiting: set rs0 has no primary',
    'member mongodb-0.local:27017: in service',
    'member mongodb-1.local:27017: added',
    'waiting: mongodb-1.local:27017 is STARTUP2',
    'member mongodb-1.local:27017: in service',
    'member mongodb-2.local:27017: added',
    'waiting: mongodb-2.local:27017 is STARTUP2',
    'member mongodb-2.local:27017: in service',
    'user app@wms: created with readWrite@orders',
    'user app@wms: in order',
  ]);
  expect(mongo.config?.members).toEqual(members.map((host, _id) => ({ _id, host })));
  expect(mongo.users.get('wms.app')).toEqual({ pwd: 'app-password', roles: app.roles });
});

test('a second run changes nothing', () => {
  const mongo = emptyServers();
  run(mongo);
  const config = structuredClone(mongo.config);
  mongo.commands.length = 0;
  expect(run(mongo)).toEqual({
    code: 0,
    lines: [...members.map((member) => `member ${member}: in service`), 'user app@wms: in order'],
  });
  expect(mongo.commands).toEqual(['replSetGetConfig', 'replSetGetStatus', 'usersInfo']);
  expect(mongo.config).toEqual(config);
});

test('a single member is a set, too', () => {
  const mongo = new FakeMongo([first]);
  expect(run(mongo, { members: [first] }).code).toBe(0);
  expect(mongo.config?.members).toEqual([{ _id: 0, host: first }]);
});

test('founds nothing while a member is silent: it may belong to a set', () => {
  const mongo = emptyServers();
  mongo.down.add(third);
  const { code, lines } = run(mongo);
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe(`failed: no set yet, and no answer from ${third}`);
  expect(mongo.config).toBeUndefined();
});

test('a set founded by somebody else meanwhile is taken as it is', () => {
  const mongo = emptyServers();
  mongo.meanwhile = (command) => {
    if (command === 'replSetInitiate') mongo.found('rs0', [first]);
  };
  const { code, lines } = run(mongo);
  expect(code).toBe(0);
  expect(lines[0]).toBe('set rs0: founded by somebody else');
});

test('a member added by somebody else meanwhile is not added twice', () => {
  const mongo = emptyServers();
  let once = true;
  mongo.meanwhile = (command) => {
    if (command === 'replSetReconfig' && once) mongo.addMember(second);
    if (command === 'replSetReconfig') once = false;
  };
  const { code, lines } = run(mongo);
  expect(code).toBe(0);
  expect(lines).toContain('waiting: New and old configurations differ');
  expect(lines).not.toContain(`member ${second}: added`);
  expect(mongo.config?.members.map(({ host }) => host)).toEqual(members);
});

test('a user made by somebody else meanwhile is compared, not made again', () => {
  const mongo = emptyServers();
  mongo.meanwhile = (command) => {
    if (command === 'createUser') mongo.users.set('wms.app', { pwd: 'other', roles: [] });
    if (command === 'createUser') mongo.meanwhile = () => undefined;
  };
  const { code, lines } = run(mongo);
  expect(code).toBe(0);
  expect(lines).toContain('waiting: User "wms.app" already exists');
  expect(lines).toContain('user app@wms: granted readWrite@orders');
  expect(lines).toContain('user app@wms: password corrected');
});

const everything = { resource: { anyResource: true }, actions: ['anyAction'] };
const replay = { name: 'replay', privileges: [everything] };

test('a role of its own is made before the user who has it, and once', () => {
  const mongo = runningSet();
  const user = { ...app, roles: [{ role: 'replay', db: 'admin' }] };
  const { code, lines } = run(mongo, { roles: [replay], users: [user] });
  expect(code).toBe(0);
  expect(lines.slice(3)).toEqual([
    'role replay@admin: created',
    'user app@wms: granted replay@admin',
    'user app@wms: also has readWrite@orders, which is kept',
    'role replay@admin: in order',
    'user app@wms: in order',
  ]);
  expect(mongo.roles.get('replay')).toEqual([everything]);
  mongo.commands.length = 0;
  expect(run(mongo, { roles: [replay], users: [user] }).code).toBe(0);
  expect(mongo.commands).toEqual(['replSetGetConfig', 'replSetGetStatus', 'rolesInfo', 'usersInfo']);
});

test('a role that lacks a privilege is given it, and keeps what it has beyond', () => {
  const mongo = runningSet();
  const find = { resource: { db: 'orders', collection: '' }, actions: ['find'] };
  mongo.roles.set('replay', [find]);
  const { code, lines } = run(mongo, { roles: [replay] });
  expect(code).toBe(0);
  expect(lines).toContain('role replay@admin: granted what it lacked');
  expect(mongo.roles.get('replay')).toEqual([find, everything]);
});

test('missing roles are granted, further ones are reported and kept', () => {
  const mongo = runningSet();
  mongo.users.set('wms.app', { pwd: 'app-password', roles: [{ role: 'read', db: 'labor' }] });
  const { code, lines } = run(mongo);
  expect(code).toBe(0);
  expect(lines).toContain('user app@wms: granted readWrite@orders');
  expect(lines).toContain('user app@wms: also has read@labor, which is kept');
  expect(mongo.users.get('wms.app')?.roles).toHaveLength(2);
});

test('a password that does not log in is corrected', () => {
  const mongo = runningSet();
  const { code, lines } = run(mongo, {}, { USER_0_PASSWORD: 'new-password' });
  expect(code).toBe(0);
  expect(lines).toContain('user app@wms: password corrected');
  expect(mongo.users.get('wms.app')?.pwd).toBe('new-password');
});

test('a member that is down is waited for', () => {
  const mongo = runningSet();
  mongo.users.delete('wms.app');
  mongo.down.add(first);
  mongo.meanwhile = (command) => {
    if (command === 'replSetGetStatus' && mongo.clock > 10_000) mongo.down.delete(first);
  };
  const { code, lines } = run(mongo);
  expect(code).toBe(0);
  expect(lines[0]).toBe(`waiting: ${first} is (not reachable/healthy)`);
});

test.each([
  ['a good run', emptyServers(), {}],
  ['a refused one', runningSet(), { members: [first] }],
])('leaves no connection open and no password in the log after %s', (_, mongo, overrides) => {
  const { lines } = run(mongo, overrides);
  expect(mongo.openConnections).toBe(0);
  expect(lines.join()).not.toMatch(/root-password|app-password/);
});

// mongosh awaits a call where it stands, but not in `return`: the block would be left before the answer is there.
test('returns no unanswered call', () => {
  const returned = /return .*\b(connect|runCommand|adminCommand|hello)\(/;
  const lines = scripts.flatMap((script) => readFileSync(script, 'utf8').split('\n'));
  expect(lines.filter((line) => returned.test(line))).toEqual([
    '  return name === undefined ? connect(uri) : connect(uri, name, password);',
  ]);
});
