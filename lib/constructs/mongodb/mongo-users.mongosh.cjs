// Runs in mongosh, before the script that calls it: roles and users of a replica set.

const sameResource = (a) => (b) => JSON.stringify(a.resource) === JSON.stringify(b.resource);

/** Makes a role of the database admin, or gives it what it lacks. */
function ensureRole(admin, { name, privileges }) {
  const who = `role ${name}@admin`;
  const [found] = admin.runCommand({ rolesInfo: { role: name, db: 'admin' }, showPrivileges: true }).roles;
  if (found === undefined) {
    admin.runCommand({ createRole: name, privileges, roles: [] });
    return change(`${who}: created`);
  }
  const lacking = ({ resource, actions }) => {
    const known = found.privileges.filter(sameResource({ resource })).flatMap((privilege) => privilege.actions);
    return actions.some((action) => !known.includes(action));
  };
  const missing = privileges.filter(lacking);
  if (missing.length === 0) return say(`${who}: in order`);
  admin.runCommand({ grantPrivilegesToRole: name, privileges: missing });
  return change(`${who}: granted what it lacked`);
}

function canLogIn(host, { name, database }, password) {
  try {
    const db = open(host, { name, database, password });
    db.getMongo().close();
    return true;
  } catch (error) {
    if (error.codeName === 'AuthenticationFailed') return false;
    throw error;
  }
}

const sameRole = (a) => (b) => a.role === b.role && a.db === b.db;
const list = (roles) => roles.map(({ role, db }) => `${role}@${db}`).join(', ');

function ensureUser(primary, admin, user) {
  const { name, database, roles } = user;
  const who = `user ${name}@${database}`;
  const password = process.env[user.variable];
  if (!password) refuse(`${who} must have a password, got nothing in ${user.variable}; fill its key of the Secret`);
  const db = admin.getSiblingDB(database);
  const [found] = db.runCommand({ usersInfo: { user: name, db: database } }).users;
  if (found === undefined) {
    db.runCommand({ createUser: name, pwd: password, roles });
    return change(`${who}: created with ${list(roles)}`);
  }
  const missing = roles.filter((role) => !found.roles.some(sameRole(role)));
  const extra = found.roles.filter((role) => !roles.some(sameRole(role)));
  if (missing.length > 0) {
    db.runCommand({ grantRolesToUser: name, roles: missing });
    change(`${who}: granted ${list(missing)}`);
  }
  if (extra.length > 0) say(`${who}: also has ${list(extra)}, which is kept`);
  if (!canLogIn(primary, user, password)) {
    db.runCommand({ updateUser: name, pwd: password });
    change(`${who}: password corrected`);
  }
  if (!changed) say(`${who}: in order`);
}
