import { Testing } from 'cdk8s';
import { TemporalCluster, TemporalClusterProps } from '../lib/constructs/temporal/temporal-cluster';
import { TEMPORAL_ROLES, TemporalRole } from '../lib/constructs/temporal/temporal-roles';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../__tests__/constructs/support';
import { envOf } from './rendered-env';
import { containerOf, Database, PASSWORD, PASSWORD_KEY, writeFiles } from './rendered-temporal-jobs';

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
