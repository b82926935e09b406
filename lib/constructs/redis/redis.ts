import { Construct } from 'constructs';
import { Duration } from '../../model/duration';
import { Bytes, bytes, Resources } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { PlatformNamespace } from '../platform-namespace';
import { ContainerProps } from '../pods/container';
import { SecretKey } from '../pods/env';
import { claimed, configFiles, secretFiles } from '../pods/mount';
import { findTimingProblems, probesOf, Timings } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { StatefulWorkload, StatefulWorkloadProps } from '../workloads/stateful-workload';
import {
  REDIS_DATA,
  REDIS_PASSWORD_FILE,
  REDIS_PORT,
  REDIS_SECRETS,
  RedisSettings,
  renderRedisConfig,
} from './redis-config';
import { REDIS_EXPORTER_PORT, RedisExporter, renderRedisExporter } from './redis-exporter';

/** Properties for `Redis`. */
export interface RedisProps extends RedisSettings {
  readonly namespace: PlatformNamespace;

  /** Reference of an official image `redis`, 7, Debian variant. */
  readonly image: string;

  /** Numeric user of the image. */
  readonly user: number;

  /** Numeric group of the image. */
  readonly group: number;

  /** Size of the volume: the file may grow to twice the memory before it is written anew, beside the new one. */
  readonly storage: Bytes;
  readonly storageClassName: string;
  readonly resources: Resources;

  /** Names a Secret with the password under `password`, and under `users.conf` as the line `requirepass …`. */
  readonly passwordSecret: string;

  /** How often the server is asked; `startup` includes the reading of the file. */
  readonly probes: Timings;

  /** Time that a new pod must be ready before it counts. */
  readonly minReady: Duration;

  /** Time from the request to end until the kill, in which the file is synced. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Domain of the cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;
  readonly exporter: RedisExporter;
}

/** A Redis server as its clients see it, wherever it runs. */
export interface RedisAccess {
  /** Password of every client, for readers in the same namespace. */
  readonly password: SecretKey;

  /** Name of the host. */
  readonly host: string;
  readonly port: number;

  /** The server as somebody to connect to. */
  endpoint(): Endpoint;
}

/** Share of the memory limit that keys may take: a rewrite of the file copies pages that change meanwhile. */
const LARGEST_MEMORY_PERCENT = 75;

/** Volume for each byte of memory: the old file at twice its size, and the new one. */
const STORAGE_FACTOR = 3;

const CONFIG_FOLDER = '/etc/redis';
const CLAIM = 'data';

/**
 * One Redis server that keeps what it is told on one volume, with an exporter beside it.
 *
 * There is no second server to fail over to: while its pod moves, clients do without. Nobody is let in without the
 * password, which no argument and no ConfigMap holds.
 */
export class Redis extends StatefulWorkload implements RedisAccess {
  /** Password of every client, for readers in the same namespace. */
  public readonly password: SecretKey;

  /** `<name>.<namespace>.svc.<domain>`. */
  public readonly host: string;

  /** Port of the server. */
  public readonly port = REDIS_PORT;

  /** The exporter, for a scraper that is to be admitted. */
  public readonly metricsTargets: readonly MetricsTarget[] = [{ workload: this, port: REDIS_EXPORTER_PORT }];

  constructor(scope: Construct, id: string, props: RedisProps) {
    const files = { 'redis.conf': renderRedisConfig(props) };
    super(scope, id, workloadProps(id, props, files));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.password = passwordOf(props);
    this.host = `${id}.${props.namespace.name}.svc.${props.clusterDomain}`;
    new ConfigFiles(this, 'Config', { namespace: props.namespace.name, name: id, data: files });
  }

  /** The server as somebody to connect to. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [REDIS_PORT] : ports));
  }
}

const passwordOf = ({ passwordSecret }: RedisProps): SecretKey => ({ secret: passwordSecret, key: 'password' });

function workloadProps(
  name: string,
  props: RedisProps,
  files: Readonly<Record<string, string>>,
): StatefulWorkloadProps {
  const { namespace, storage, storageClassName, user, group, minReady, terminationGrace, priorityClassName } = props;
  return {
    namespace,
    component: 'cache',
    replicas: 1,
    headlessService: `${name}-headless`,
    ports: { redis: REDIS_PORT, metrics: REDIS_EXPORTER_PORT },
    service: { name, ports: { redis: REDIS_PORT } },
    claims: [{ name: CLAIM, size: storage, storageClassName }],
    minReady,
    pod: {
      user,
      group,
      terminationGrace,
      priorityClassName,
      annotations: checksum(name, files),
      containers: [renderServer(name, props), renderRedisExporter(props.exporter, passwordOf(props))],
    },
  };
}

function renderServer(name: string, props: RedisProps): ContainerProps {
  const { image, resources, passwordSecret, probes } = props;
  // Without -e, an answer that refuses (a wrong password, a file that is still read) would count as one.
  const answers = { exec: ['redis-cli', '-e', '-h', '127.0.0.1', '-p', String(REDIS_PORT), 'ping'] };
  return {
    name: 'redis',
    image,
    resources,
    command: ['redis-server', `${CONFIG_FOLDER}/redis.conf`],
    env: { REDISCLI_AUTH: passwordOf(props) },
    ports: { redis: REDIS_PORT },
    probes: probesOf(probes, answers, { liveness: { tcp: 'redis' } }),
    mounts: [
      claimed(CLAIM, REDIS_DATA),
      configFiles('config', CONFIG_FOLDER, name),
      secretFiles('users', REDIS_SECRETS, passwordSecret, [REDIS_PASSWORD_FILE]),
    ],
  };
}

function findProblems({ maxMemory, resources, storage, probes }: RedisProps): string[] {
  const problems = findTimingProblems(probes);
  const { memory } = resources.limits;
  if (bytes(maxMemory) > (bytes(memory) * LARGEST_MEMORY_PERCENT) / 100) {
    const rule = `must be at most ${LARGEST_MEMORY_PERCENT} % of the memory limit ${memory}`;
    problems.push(`maxMemory ${rule}, got ${maxMemory}; a rewrite of the file copies what changes meanwhile`);
  }
  if (bytes(storage) < bytes(maxMemory) * STORAGE_FACTOR) {
    problems.push(
      `storage must be at least ${STORAGE_FACTOR} times maxMemory ${maxMemory}, got ${storage}; the old file and the new one stand beside each other`,
    );
  }
  return problems;
}
