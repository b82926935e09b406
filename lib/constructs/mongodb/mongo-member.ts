import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes, bytes, Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { SecretKey } from '../pods/env';
import { claimed, configFiles, memoryScratch, scratch, secretFiles } from '../pods/mount';
import { Check, probesOf, Timings } from '../pods/probe';

/** Properties of a server of a replica set, whatever runs beside it. */
export interface MongoMemberProps {
  /** Reference of an image `mongo` 7 or 8, which holds bash and mongosh. */
  readonly image: string;
  readonly resources: Resources;

  /** Name of the set: `rs0`. */
  readonly replicaSet: string;

  /** Memory of the storage engine's cache; half of the memory limit is a good start. */
  readonly cache: Bytes;

  /** Name of the user that the set is founded with. */
  readonly rootUser: string;

  /** Password of that user: set by the first start, and by no later one. */
  readonly rootPassword: SecretKey;

  /** What members know each other by: 6 to 1024 characters of base64. */
  readonly keyfile: SecretKey;

  /** Largest size of the folder for temporary files and sockets. */
  readonly scratch: Bytes;

  /** How often the port is asked; `startup` includes the recovery after a crash. */
  readonly probes: Timings;
}

/** Port that a member listens on. */
export const MONGO_PORT = 27017;

/** Files of the ConfigMap that a member starts from. */
export const mongoMemberFiles = { 'mongod.sh': readFileSync(join(__dirname, 'mongod.sh'), 'utf8') };

const KEYFILE_FOLDER = '/run/secrets/mongodb-keyfile';
const ROOT_FOLDER = '/run/secrets/mongodb-root';
const DATA_FOLDER = '/data/db';
const KEY_COPY_FOLDER = '/run/mongodb';
const HOOKS_FOLDER = '/docker-entrypoint-initdb.d';

/** Largest size of a folder that holds one small file. */
const TINY: Bytes = '64Ki';

// A check of the role would take members out during elections, and mongosh needs seconds of CPU for each answer.
const check: Check = { tcp: 'mongodb' };

/** Renders a member as a container, on the volume of a claim and with the script of a ConfigMap. */
export function renderMongoMember(
  props: MongoMemberProps,
  addresses: readonly string[],
  claim: string,
  configMap: string,
): ContainerProps {
  const { image, resources, cache, rootPassword, keyfile, probes } = props;
  return {
    name: 'mongod',
    image,
    resources,
    command: ['/opt/mongod/mongod.sh'],
    args: ['--wiredTigerCacheSizeGB', String(bytes(cache) / 1024 ** 3)],
    ports: { mongodb: MONGO_PORT },
    probes: probesOf(probes, check),
    env: {
      MEMBERS: addresses.join(' '),
      POD_NAME: { field: 'metadata.name' },
      REPLICA_SET: props.replicaSet,
      KEYFILE_SOURCE: `${KEYFILE_FOLDER}/${keyfile.key}`,
      ROOT_USERNAME: props.rootUser,
      ROOT_PASSWORD_FILE: `${ROOT_FOLDER}/${rootPassword.key}`,
      DATA_DIR: DATA_FOLDER,
      KEYFILE_DIR: KEY_COPY_FOLDER,
      HOOKS_DIR: HOOKS_FOLDER,
      // mongosh keeps a log in its home, which in the image is the data folder.
      HOME: '/tmp',
    },
    mounts: [
      configFiles('script', '/opt/mongod', configMap, true),
      secretFiles('keyfile', KEYFILE_FOLDER, keyfile.secret, [keyfile.key]),
      secretFiles('root-password', ROOT_FOLDER, rootPassword.secret, [rootPassword.key]),
      memoryScratch('keyfile-copy', KEY_COPY_FOLDER, TINY),
      scratch('hooks', HOOKS_FOLDER, TINY),
      scratch('tmp', '/tmp', props.scratch),
      claimed(claim, DATA_FOLDER),
    ],
  };
}
