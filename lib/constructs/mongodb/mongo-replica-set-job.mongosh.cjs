// Runs in mongosh, after mongo-users.mongosh.cjs: brings a replica set and its users to what a file describes.
//
// DESIRED_STATE        file: { replicaSet, members: ['host:port'], roles: [{ name, privileges }],
//                      users: [{ name, database, roles, variable }] }
// ROOT_USERNAME        user that the first member was started with
// ROOT_PASSWORD        its password
// WAIT_SECONDS         time after which this try gives up
// the users' variables hold their passwords
//
// Each pass reads everything anew and does what is missing; a pass that finds nothing to do is the proof. So it may run
// twice, or beside another one. Exit codes: 0 all is so, 1 not within the time, 2 refused.
//
// Every call to the server looks synchronous because mongosh awaits it. Two places it does not reach: callbacks, and
// `return` inside `try`, which would leave the block before the answer is there.

const desired = JSON.parse(fs.readFileSync(process.env.DESIRED_STATE, 'utf8'));
const said = new Set();
let changed = false;

/** One line for each decision, however many passes come to it. */
function say(line) {
  if (!said.has(line)) print(line);
  said.add(line);
}

function change(line) {
  changed = true;
  print(line);
}

function refuse(reason) {
  const error = new Error(reason);
  error.refused = true;
  throw error;
}

function open(host, { database = 'admin', name, password } = {}) {
  const uri = `mongodb://${host}/${database}?directConnection=true&serverSelectionTimeoutMS=3000`;
  return name === undefined ? connect(uri) : connect(uri, name, password);
}

/** What a member says of itself, which needs no login, or undefined where it does not answer. */
function hello(host) {
  let db;
  try {
    db = open(host);
    const answer = db.runCommand({ hello: 1 });
    return answer;
  } catch (error) {
    return undefined;
  } finally {
    if (db) db.getMongo().close();
  }
}

function openAsRoot(host) {
  const name = process.env.ROOT_USERNAME;
  try {
    const db = open(host, { name, password: process.env.ROOT_PASSWORD });
    return db;
  } catch (error) {
    if (error.codeName !== 'AuthenticationFailed') throw error;
    return refuse(`${host} does not accept the password of '${name}'; put back the one that its data were made with`);
  }
}

/** Founds the set with the first member alone; the others are added one by one. */
function initiate(members) {
  const silent = members.filter((member) => member.hello === undefined).map((member) => member.host);
  // A silent member may belong to a set already, and founding a second one would lose the first.
  if (silent.length > 0) throw new Error(`no set yet, and no answer from ${silent.join(', ')}`);
  const [host] = desired.members;
  const db = openAsRoot(host);
  try {
    db.adminCommand({ replSetInitiate: { _id: desired.replicaSet, members: [{ _id: 0, host }] } });
    change(`set ${desired.replicaSet}: founded with ${host}`);
  } catch (error) {
    if (error.codeName !== 'AlreadyInitialized') throw error;
    change(`set ${desired.replicaSet}: founded by somebody else`);
  } finally {
    db.getMongo().close();
  }
}

function refuseStrangers(hosts) {
  const strangers = [...new Set(hosts)].filter((host) => !desired.members.includes(host));
  if (strangers.length === 0) return;
  refuse(`members must be those of the table, the set also has ${strangers.join(', ')}; take them out by hand`);
}

function expectMembersInService(db) {
  const states = db.adminCommand({ replSetGetStatus: 1 }).members;
  const others = states.filter((member) => member.stateStr !== 'PRIMARY' && member.stateStr !== 'SECONDARY');
  if (others.length > 0) throw new Error(others.map(({ name, stateStr }) => `${name} is ${stateStr}`).join(', '));
  for (const { name } of states) say(`member ${name}: in service`);
}

/** Adds a missing member to a configuration: only one, since a reconfiguration may change one vote. */
function addNextMember(db, config) {
  const host = desired.members.find((wanted) => !config.members.some((member) => member.host === wanted));
  if (host === undefined) return false;
  if (hello(host) === undefined) throw new Error(`${host} is to be added and does not answer`);
  const id = Math.max(...config.members.map((member) => member._id)) + 1;
  const members = [...config.members, { _id: id, host }];
  db.adminCommand({ replSetReconfig: { ...config, version: Number(config.version) + 1, members } });
  change(`member ${host}: added`);
  return true;
}

function pass() {
  const members = [];
  for (const host of desired.members) members.push({ host, hello: hello(host) });
  const joined = members.filter((member) => member.hello?.setName !== undefined);
  if (joined.length === 0) return initiate(members);
  const foreign = joined.find((member) => member.hello.setName !== desired.replicaSet);
  if (foreign) {
    refuse(
      `${foreign.host} must belong to set ${desired.replicaSet}, got ${foreign.hello.setName}; a set keeps its name`,
    );
  }
  // The primary itself may be the stranger; without this, the wait for it would be in vain.
  refuseStrangers(joined.flatMap((member) => member.hello.hosts ?? []));
  const primary = joined.find((member) => member.hello.isWritablePrimary)?.host;
  if (primary === undefined) throw new Error(`set ${desired.replicaSet} has no primary`);
  const admin = openAsRoot(primary);
  try {
    const { config } = admin.adminCommand({ replSetGetConfig: 1 });
    refuseStrangers(config.members.map((member) => member.host));
    expectMembersInService(admin);
    if (addNextMember(admin, config)) return;
    for (const role of desired.roles) ensureRole(admin, role);
    for (const user of desired.users) ensureUser(primary, admin, user);
  } finally {
    admin.getMongo().close();
  }
}

function run() {
  const until = Date.now() + Number(process.env.WAIT_SECONDS) * 1000;
  for (;;) {
    changed = false;
    let reason = 'there was something to do until the last moment';
    try {
      pass();
      if (!changed) return 0;
    } catch (error) {
      if (error.refused) {
        print(`refused: ${error.message}`);
        return 2;
      }
      reason = error.message;
      say(`waiting: ${reason}`);
    }
    if (Date.now() >= until) {
      print(`failed: ${reason}`);
      return 1;
    }
    if (!changed) sleep(2000);
  }
}

quit(run());
