import { Construct } from 'constructs';
import { Dashboard } from '../../model/dashboard';
import { Bytes } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { SecretKey } from '../pods/env';
import { scratch } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';
import { findDashboardProblems } from './grafana-dashboard';
import { GrafanaSources } from './grafana-data-sources';
import { findFileProblems, GrafanaFiles, mountGrafanaFiles, renderGrafanaFiles } from './grafana-files';
import {
  GRAFANA_PORT,
  GrafanaDatabase,
  mountSecrets,
  renderGrafanaSettings,
  renderSecretPaths,
} from './grafana-settings';

/** Properties for `Grafana`. */
export interface GrafanaProps extends SinglePodProps {
  /** Reference of an image `grafana/grafana`, 12.x. */
  readonly image: string;
  readonly database: GrafanaDatabase;

  /** Password of the user `admin`: set by the first start on an empty database, and by no later one. */
  readonly adminPassword: SecretKey;

  /** Key that secrets in the database are encrypted with. */
  readonly secretKey: SecretKey;
  readonly sources: GrafanaSources;
  readonly dashboards: readonly Dashboard[];

  /** Largest size of each folder for temporary files. */
  readonly scratch: Bytes;
}

/** Pods during a roll-out: the new one, and the old one until the new one is ready. */
const PODS_IN_A_ROLLOUT = 2;

/**
 * Grafana in one pod that keeps nothing: data sources and dashboards are files, everything else stands in a PostgreSQL.
 *
 * Whoever reaches it has to log in.
 */
export class Grafana extends StatelessWorkload {
  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];

  constructor(scope: Construct, id: string, props: GrafanaProps) {
    const files = renderGrafanaFiles(id, props.sources, props.dashboards);
    super(scope, id, workloadProps(props, files));
    this.node.addValidation({ validate: () => findProblems(props, files) });
    this.metricsTargets = [{ workload: this, port: GRAFANA_PORT }];
    files.forEach(({ name, data }) => {
      new ConfigFiles(this, name, { namespace: props.namespace.name, name, data });
    });
    const { prometheus, loki, tempo } = props.sources;
    [props.database, prometheus, loki, tempo].forEach(({ server }) => {
      this.connectTo(server);
    });
  }

  /** The pages as somebody to connect to. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [GRAFANA_PORT] : ports));
  }
}

function workloadProps(props: GrafanaProps, files: readonly GrafanaFiles[]): StatelessWorkloadProps {
  const { database, adminPassword, secretKey } = props;
  const secrets = { adminPassword, secretKey, databasePassword: database.password };
  return renderSinglePod(props, {
    component: 'web',
    name: 'grafana',
    annotations: Object.assign({}, ...files.map(({ name, data }) => checksum(name, data))) as Record<string, string>,
    ports: { http: GRAFANA_PORT },
    // It asks the database, whose failure must not restart what shows it.
    check: { http: '/api/health', port: 'http' },
    checks: { liveness: { tcp: 'http' } },
    env: { ...renderGrafanaSettings(database), ...renderSecretPaths(secrets) },
    mounts: [
      ...mountGrafanaFiles(files),
      ...mountSecrets(secrets),
      scratch('data', '/var/lib/grafana', props.scratch),
      scratch('tmp', '/tmp', props.scratch),
    ],
  });
}

function findProblems({ database, dashboards, probes }: GrafanaProps, files: readonly GrafanaFiles[]): string[] {
  const problems = [...findTimingProblems(probes), ...findDashboardProblems(dashboards), ...findFileProblems(files)];
  const { maxConnections, availableConnections } = database;
  const most = Math.floor(availableConnections / PODS_IN_A_ROLLOUT);
  if (!Number.isInteger(maxConnections) || maxConnections < 1 || maxConnections > most) {
    problems.push(
      `database.maxConnections must be a whole number from 1 to ${most}, got ${maxConnections}; ` +
        `${PODS_IN_A_ROLLOUT} pods of a roll-out share the ${availableConnections} connections`,
    );
  }
  return problems;
}
