import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { PlatformNamespace } from '../platform-namespace';
import { SecretKey } from '../pods/env';
import { secretFiles } from '../pods/mount';
import { Check, findTimingProblems } from '../pods/probe';
import { MetricsTarget } from '../workloads/metrics-target';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';
import { ElasticsearchServer } from './elasticsearch';
import { ElasticsearchRole } from './elasticsearch-access';

/** Properties for `ElasticsearchExporter`. */
export interface ElasticsearchExporterProps extends SinglePodProps {
  /** The namespace of the server, whose authority it reads. */
  readonly namespace: PlatformNamespace;

  /** Reference of an image `prometheuscommunity/elasticsearch-exporter`, 1.7 or newer. */
  readonly image: string;

  /** The cluster that it reports on. */
  readonly server: ElasticsearchServer;

  /** Name of a user who holds `ELASTICSEARCH_EXPORTER_ROLE`. */
  readonly userName: string;
  readonly password: SecretKey;

  /** Time for one answer of the cluster, shorter than the time a scraper waits. */
  readonly timeout: Duration;
}

/** Port of the exporter's metrics. */
export const ELASTICSEARCH_EXPORTER_PORT = 9114;

/** What the exporter must be allowed: figures of the cluster, of its nodes and of all indices, and nothing in them. */
export const ELASTICSEARCH_EXPORTER_ROLE: ElasticsearchRole = {
  cluster: ['monitor'],
  indices: [{ names: ['*'], privileges: ['monitor', 'view_index_metadata'] }],
};

/** Time that a start waits for a cluster that does not answer, before the exporter listens. */
const WAIT_FOR_CLUSTER: Duration = '10s';

const AUTHORITY_FOLDER = '/etc/elasticsearch-authority';

/** Metrics of a cluster, of its nodes and of its indices, as one client of its REST interface sees them. */
export class ElasticsearchExporter extends StatelessWorkload {
  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];

  constructor(scope: Construct, id: string, props: ElasticsearchExporterProps) {
    super(scope, id, workloadProps(props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.metricsTargets = [{ workload: this, port: ELASTICSEARCH_EXPORTER_PORT }];
    this.connectTo(props.server.endpoint());
  }
}

function workloadProps(props: ElasticsearchExporterProps): StatelessWorkloadProps {
  const { authority, url } = props.server;
  // Neither path asks the cluster: its failure must not restart what reports it.
  const alive: Check = { http: '/healthz', port: 'metrics' };
  const serves: Check = { http: '/', port: 'metrics' };
  return renderSinglePod(props, {
    component: 'exporter',
    name: 'exporter',
    ports: { metrics: ELASTICSEARCH_EXPORTER_PORT },
    check: alive,
    checks: { readiness: serves },
    args: [
      `--es.uri=${url}`,
      `--es.ca=${AUTHORITY_FOLDER}/${authority.key}`,
      `--es.timeout=${props.timeout}`,
      '--es.all',
      '--es.indices',
      `--web.listen-address=:${ELASTICSEARCH_EXPORTER_PORT}`,
    ],
    env: { ES_USERNAME: props.userName, ES_PASSWORD: props.password },
    mounts: [secretFiles('authority', AUTHORITY_FOLDER, authority.secret, [authority.key])],
  });
}

function findProblems({ probes }: ElasticsearchExporterProps): string[] {
  const { period, failures } = probes.startup;
  const given = seconds(period) * failures;
  const problems = findTimingProblems(probes);
  return given > seconds(WAIT_FOR_CLUSTER)
    ? problems
    : [
        ...problems,
        `probes.startup must give more than ${WAIT_FOR_CLUSTER}, got ${given}s; a start waits so long for a cluster that is down`,
      ];
}
