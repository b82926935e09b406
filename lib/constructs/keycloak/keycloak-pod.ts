import { Bytes, Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { Env, SecretKey } from '../pods/env';
import { configFiles, Mount, scratch } from '../pods/mount';
import { Probes, probesOf, Timings } from '../pods/probe';

/** Properties of the containers of the server. */
export interface KeycloakPodProps {
  /** Reference of an image `keycloak/keycloak`, 26. */
  readonly image: string;
  readonly resources: Resources;

  /** Requests and limits of the containers that prepare the server's program, each for itself. */
  readonly buildResources: Resources;

  /** Number of pods. */
  readonly replicas: number;

  /** Address that tokens name and clients use: `http://keycloak.shop.svc.cluster.local:8080`. */
  readonly url: string;

  /** The PostgreSQL database that holds everything. */
  readonly database: KeycloakDatabase;

  /** Who may administer the server: made by the first start, and by no later one. */
  readonly admin: { readonly name: string; readonly password: SecretKey };

  /** Variables with the secrets of clients, as the realm's placeholders name them. */
  readonly secretEnv: Env;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;

  /** Largest size of each folder for temporary files, and of the prepared program: at least 512Mi. */
  readonly scratch: Bytes;

  /** How often a server is asked; `startup` includes the first start, which makes the tables. */
  readonly probes: Timings;
}

/** A database of a PostgreSQL server. */
export interface KeycloakDatabase {
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly user: string;
  readonly password: SecretKey;

  /** Connections that one pod may open. */
  readonly poolSize: number;
}

/** Ports of a pod: for clients, for the kubelet and the scraper, between pods, and for the detection of their failure. */
export const KEYCLOAK_PORTS = { http: 8080, management: 9000, cluster: 7800, failures: 57800 } as const;

const HOME = '/opt/keycloak';
const PROGRAM = `${HOME}/lib/quarkus`;
const COPY = '/prepared';

/**
 * Renders the containers before the server: its program is compiled for its options, which rewrites a folder of the
 * image, and the image is read-only. So the folder is copied, and the copy is compiled and mounted in its place.
 */
export function renderKeycloakBuild(props: KeycloakPodProps): ContainerProps[] {
  const { image, buildResources: resources } = props;
  return [
    {
      name: 'copy',
      image,
      resources,
      command: ['cp', '-a', `${PROGRAM}/.`, COPY],
      mounts: [scratch('program', COPY, props.scratch)],
    },
    {
      name: 'build',
      image,
      resources,
      command: [`${HOME}/bin/kc.sh`, 'build'],
      env: BUILD_OPTIONS,
      mounts: folders(props),
    },
  ];
}

/** Renders the server, with the files of its realm in the ConfigMap `files`. */
export function renderKeycloak(props: KeycloakPodProps, files: string): ContainerProps {
  const { image, resources, replicas, heapPercent } = props;
  const { http, management, cluster, failures } = KEYCLOAK_PORTS;
  return {
    name: 'keycloak',
    image,
    resources,
    args: ['start', '--optimized', '--import-realm'],
    env: {
      ...BUILD_OPTIONS,
      ...runOptions(props),
      JAVA_OPTS_KC_HEAP: renderHeap(heapPercent),
      ...props.secretEnv,
    },
    ports: { http, management, ...(replicas > 1 && { cluster, failures }) },
    probes: renderProbes(props.probes),
    mounts: [...folders(props), configFiles('realm', `${HOME}/data/import`, files)],
  };
}

/** Options that the program is compiled for: a start with others is refused. */
const BUILD_OPTIONS = { KC_DB: 'postgres', KC_HEALTH_ENABLED: 'true', KC_METRICS_ENABLED: 'true' } as const;

function runOptions({ url, database, admin, replicas }: KeycloakPodProps): Env {
  return {
    KC_CACHE: replicas > 1 ? 'ispn' : 'local',
    KC_HOSTNAME: url,
    KC_HTTP_ENABLED: 'true',
    KC_LOG_CONSOLE_OUTPUT: 'json',
    KC_DB_URL_HOST: database.host,
    KC_DB_URL_PORT: String(database.port),
    KC_DB_URL_DATABASE: database.name,
    KC_DB_USERNAME: database.user,
    KC_DB_PASSWORD: database.password,
    KC_DB_POOL_MAX_SIZE: String(database.poolSize),
    KC_BOOTSTRAP_ADMIN_USERNAME: admin.name,
    KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    ...(replicas > 1 && { KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS: { field: 'status.podIP' } as const }),
  };
}

const renderHeap = (percent: number): string => `-XX:InitialRAMPercentage=50 -XX:MaxRAMPercentage=${percent}`;

function renderProbes(timings: Timings): Probes {
  const check = (path: string) => ({ http: path, port: 'management' });
  return probesOf(timings, check('/health/ready'), {
    startup: check('/health/started'),
    liveness: check('/health/live'),
  });
}

/** Folders that the server writes to. */
function folders({ scratch: size }: KeycloakPodProps): Mount[] {
  return [scratch('program', PROGRAM, size), scratch('data', `${HOME}/data`, size), scratch('tmp', '/tmp', size)];
}
