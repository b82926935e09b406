import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Testing } from 'cdk8s';
import {
  NamespaceRegistrationJob,
  NamespaceRegistrationJobProps,
} from '../lib/constructs/temporal/namespace-registration-job';
import { TemporalIndexJob } from '../lib/constructs/temporal/temporal-index-job';
import { TemporalSchemaJob, TemporalSchemaJobProps } from '../lib/constructs/temporal/temporal-schema-job';
import { SCRIPT_FOLDER, ScriptJobProps } from '../lib/constructs/workloads/script-job';
import { namespaceIn, objectsOf, SMALL } from '../__tests__/constructs/support';
import { execute, Finished } from './harness/command';
import { goProgram } from './harness/go-program';
import { makeTempFolder, removeFolder } from './harness/machine';
import { temporalProgram } from './harness/temporal';
import { temporalSqlTool } from './harness/temporal-server';
import { VERSIONS } from './harness/versions';
import { envOf } from './rendered-env';

/** A PostgreSQL server, as far as its clients need to know. */
export interface Database {
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
}

/** A password that would break any file it is pasted into. The servers here ask nobody for one. */
export const PASSWORD = 'a"b\\c: #{{x}}$(HOME)';

/** Where the rendered pods read it. */
export const PASSWORD_KEY = { secret: 'temporal', key: 'password' } as const;

/** Folders of a Job's pod: its script, and the Secrets that it is given. */
const MOUNTS = new RegExp(`${SCRIPT_FOLDER}|/run/secrets/[a-z-]+`, 'g');

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

/** An index of a cluster that is reached over TLS. */
export interface IndexServer {
  readonly url: string;
  readonly index: string;

  /** Certificate of the authority that the Job trusts, in PEM. */
  readonly authority: string;
}

/** Runs the Job that makes the index, as its pod would. */
export async function prepareIndex({ url, index, authority }: IndexServer): Promise<Finished & { seconds: number }> {
  const ca = { secret: 'elasticsearch-ca', key: 'ca.crt' };
  const visibility = { kind: 'elasticsearch', url, index, user: 'temporal', password: PASSWORD_KEY, ca } as const;
  const define = (chart: Chart) => {
    const props = { ...toolProps(chart), wait: '5s', callTimeout: '4s', server: NOWHERE, visibility } as const;
    new TemporalIndexJob(chart, 'job', props);
  };
  return runJob(await temporalElasticsearchTool(), define, { 'ca.crt': authority });
}

function toolProps(chart: Chart): ScriptJobProps {
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

function temporalElasticsearchTool(): Promise<string> {
  return goProgram({
    name: 'temporal-elasticsearch-tool',
    module: 'go.temporal.io/server',
    version: VERSIONS.temporalServer,
    main: 'go.temporal.io/server/cmd/tools/elasticsearch',
  });
}

async function runJob(
  program: string,
  define: (chart: Chart) => void,
  secrets: Readonly<Record<string, string>> = {},
): Promise<Finished & { seconds: number }> {
  const chart = Testing.chart();
  define(chart);
  const manifests = objectsOf(chart);
  const folder = makeTempFolder('temporal-job');
  writeFiles(folder, manifests('ConfigMap', 'job').data);
  writeFiles(folder, secrets);
  const { spec } = manifests('Job');
  const rendered = JSON.stringify({ command: containerOf(spec).command, env: envOf(spec) });
  const { command, env } = JSON.parse(rendered.replaceAll(MOUNTS, folder)) as Started;
  const PATH = `${dirname(program)}:${process.env['PATH']}`;
  const started = Date.now();
  const [shell = 'sh', ...args] = command;
  try {
    const finished = await execute(shell, args, {
      env: { ...env, PATH, HOME: folder, SQL_PASSWORD: PASSWORD, ES_PWD: PASSWORD },
    });
    return { ...finished, seconds: (Date.now() - started) / 1000 };
  } finally {
    removeFolder(folder);
  }
}

interface Started {
  readonly command: string[];
  readonly env: Record<string, string>;
}

/** The part of a container that a process is started from. */
export interface Container {
  readonly command: string[];
  readonly args: string[];
  readonly readinessProbe: unknown;
}

/** The first container of a pod. */
export function containerOf(spec: unknown): Container {
  const { template } = spec as { template: { spec: { containers: Container[] } } };
  const [container] = template.spec.containers;
  if (!container) throw new Error('no container');
  return container;
}

/** Writes the data of a ConfigMap into a folder, as it is mounted. */
export function writeFiles(folder: string, data: unknown): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(data as Record<string, string>))
    writeFileSync(join(folder, name), content);
}
