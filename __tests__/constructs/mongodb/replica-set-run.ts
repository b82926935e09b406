import { join } from 'node:path';
import { FakeMongo } from './fake-mongo';

/** The scripts of the job, in their order. */
export const scripts = ['mongo-users', 'mongo-replica-set-job'].map((name) =>
  join(__dirname, `../../../lib/constructs/mongodb/${name}.mongosh.cjs`),
);

/** Members of the set. */
export const [first, second, third] = [
  'mongodb-0.local:27017',
  'mongodb-1.local:27017',
  'mongodb-2.local:27017',
] as const;

/** All of them. */
export const members = [first, second, third];

/** A user who must be there. */
export const app = {
  name: 'app',
  database: 'wms',
  roles: [{ role: 'readWrite', db: 'orders' }],
  variable: 'USER_0_PASSWORD',
};

const desired = { replicaSet: 'rs0', members, roles: [] as object[], users: [app] };

const env = {
  DESIRED_STATE: 'desired.json',
  WAIT_SECONDS: '120',
  ROOT_USERNAME: 'root',
  ROOT_PASSWORD: 'root-password',
  USER_0_PASSWORD: 'app-password',
};

/** Runs the scripts against a set. */
export function run(mongo: FakeMongo, overrides: Partial<typeof desired> = {}, variables: Partial<typeof env> = {}) {
  return mongo.run(scripts, { ...env, ...variables }, { 'desired.json': JSON.stringify({ ...desired, ...overrides }) });
}

/** Servers that belong to no set. */
export const emptyServers = () => new FakeMongo(members);

/** A set in which everything is as it must be. */
export function runningSet() {
  const mongo = emptyServers().found('rs0', members);
  mongo.users.set('wms.app', { pwd: 'app-password', roles: [...app.roles] });
  return mongo;
}
