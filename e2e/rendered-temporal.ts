import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Testing } from 'cdk8s';
import { NamespaceRegistrationJob, NamespaceRegistrationJobProps } from '../lib/constructs/namespace-registration-job';
import { TemporalCluster, TemporalClusterProps } from '../lib/constructs/temporal-cluster';
import { TEMPORAL_ROLES, TemporalRole } from '../lib/constructs/temporal-roles';
import { TemporalSchemaJob, TemporalSchemaJobProps } from '../lib/constructs/temporal-schema-job';
import { SCRIPT_FOLDER, TemporalToolProps } from '../lib/constructs/temporal-tool';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../__tests__/constructs/support';
import { execute, Finished } from './harness/command';
import { makeTempFolder, removeFolder } from './harness/machine';
import { temporalProgram } from './harness/temporal';
import { temporalSqlTool } from './harness/temporal-server';
import { envOf } from './rendered-env';

/** A PostgreSQL server, as far as its clients need to know. */
export interface Database {
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
}

/** A password that would break any file it is pasted into. The servers here ask nobody for one. */
export const PASSWORD = 'a"b\\c: #{{x}}$(HOME)';

const PASSWORD_KEY = { secret: 'temporal', key: 'password' } as const;
const NOWHERE = { peer: { cidr: '127.0.0.0/8' }, ports: [], after: [] } as const;

type Chart = ReturnType<typeof Testing.chart>;

/** Runs the Job that makes the databases, as its pod would. */
export async function prepareSchemas(
  { host, port, superuser }: Database,
  props: Partial<TemporalSchemaJobProps> = {},
): Promise<Finished & { seconds: number }> {
  return runJob(await temporalSqlTool(), (chart) => {
    const databases = { temporal: 'temporal', temporal_visibility: 'visibility' } as const;
    const store = { server: NOWHERE, host, port, role: superuser, password: PASSWORD_KEY, databases };
    new TemporalSchemaJob(chart, 'job', { ...toolProps(chart), ...store, ...props });
  });
}

/** Runs the Job that registers namespaces, as its pod would. */
export async function register(
  address: string,
  temporalNamespaces: NamespaceRegistrationJobProps['temporalNamespaces'],
  props: Partial<NamespaceRegistrationJobProps> = {},
): Promise<Finished & { seconds: number }> {
  return runJob(await temporalProgram(), (chart) => {
    new NamespaceRegistrationJob(chart, 'job', {
      ...toolProps(chart),
      server: NOWHERE,
      address,
      temporalNamespaces,
      ...props,
    });
  });
}

function toolProps(chart: Chart): TemporalToolProps {
  return {
    namespace: namespaceIn(chart),
    image: 'admin-tools',
    user: 1000,
    resources: SMALL,
    priorityClassName: 'platform',
    terminationGrace: '10s',
    backoffLimit: 1,
    deadline: '300s',
    wait: '60s',
    pause: '1s',
    callTimeout: '5s',
    scratch: '16Mi',
  };
}

async function runJob(program: string, define: (chart: Chart) => void): Promise<Finished & { seconds: number }> {
  const chart = Testing.chart();
  define(chart);
  const manifests = objectsOf(chart);
  const folder = makeTempFolder('temporal-job');
  writeFiles(folder, manifests('ConfigMap', 'job').data);
  const { spec } = manifests('Job');
  const rendered = JSON.stringify({ command: commandOf(spec), env: envOf(spec) });
  const { command, env } = JSON.parse(rendered.replaceAll(SCRIPT_FOLDER, folder)) as Started;
  const PATH = `${dirname(program)}:${process.env['PATH']}`;
  const started = Date.now();
  const [shell = 'sh', ...args] = command;
  try {
    const finished = await execute(shell, args, { env: { ...env, PATH, HOME: folder, SQL_PASSWORD: PASSWORD } });
    return { ...finished, seconds: (Date.now() - started) / 1000 };
  } finally {
    removeFolder(folder);
  }
}

/** What a pod of one role is started with, and how it is asked. */
export interface RenderedRole {
  readonly role: TemporalRole;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;

  /** Address that all its ports are bound to: a pod has one of its own. */
  readonly address: string;
  readonly readiness: { readonly grpc: { readonly port: number; readonly service: string } };
}

/** Renders a cluster on a database, and writes its files unchanged into a folder. */
export function renderRoles(
  folder: string,
  { host, port, superuser: user }: Database,
  overrides: Partial<TemporalClusterProps>,
): RenderedRole[] {
  const chart = Testing.chart();
  const pool = { maxConns: 5, maxIdleConns: 2, availableConns: 80, connectTimeoutSeconds: 5 };
  new TemporalCluster(chart, 'temporal', {
    namespace: namespaceIn(chart),
    image: 'server',
    replicas: 1,
    resources: SMALL,
    numHistoryShards: 4,
    persistence: { host, port, database: 'temporal', user, password: PASSWORD_KEY, ...pool },
    visibility: { kind: 'postgres', database: 'temporal_visibility' },
    stores: [],
    after: [],
    user: 1000,
    probes: TIMINGS,
    drain: '1s',
    terminationGrace: '20s',
    minReady: '0s',
    progressDeadline: '300s',
    priorityClassName: 'platform',
    clusterDomain: 'cluster.local',
    logLevel: 'info',
    ...overrides,
  });
  const manifests = objectsOf(chart);
  writeFiles(folder, manifests('ConfigMap', 'temporal').data);
  // A network of its own for each run, so that two runs share the ports and not the addresses.
  const network = `127.${1 + Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`;
  return TEMPORAL_ROLES.map((role, index) => {
    const { spec } = manifests('Deployment', `temporal-${role}`);
    const env = envOf(spec);
    const address = `${network}.${index + 1}`;
    const { args, readinessProbe } = containerOf(spec);
    return {
      role,
      address,
      args: args.map((arg) => arg.replace(env['CONFIG_FOLDER'] ?? '', folder)),
      env: { ...env, CONFIG_FOLDER: folder, SQL_PASSWORD: PASSWORD, POD_IP: address, BIND_IP: address },
      readiness: readinessProbe as RenderedRole['readiness'],
    };
  });
}

interface Started {
  readonly command: string[];
  readonly env: Record<string, string>;
}

interface Container {
  readonly command: string[];
  readonly args: string[];
  readonly readinessProbe: unknown;
}

function containerOf(spec: unknown): Container {
  const { template } = spec as { template: { spec: { containers: Container[] } } };
  const [container] = template.spec.containers;
  if (!container) throw new Error('no container');
  return container;
}

const commandOf = (spec: unknown): string[] => containerOf(spec).command;

function writeFiles(folder: string, data: unknown): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(data as Record<string, string>))
    writeFileSync(join(folder, name), content);
}
