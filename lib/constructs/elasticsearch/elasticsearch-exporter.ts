import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Resources } from '../../model/quantity';
import { fixed } from '../../model/scale';
import { ElasticsearchServer } from './elasticsearch';
import { ElasticsearchRole } from './elasticsearch-access';
import { SecretKey } from '../pods/env';
import { MetricsTarget } from '../workloads/metrics-target';
import { secretFiles } from '../pods/mount';
import { PlatformNamespace } from '../platform-namespace';
import { Check, findTimingProblems, Timings } from '../pods/probe';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';

/** Properties for `ElasticsearchExporter`. */
export interface ElasticsearchExporterProps {
  /** The namespace of the server, whose authority it reads. */
  readonly namespace: PlatformNamespace;

  /** Reference of an image `prometheuscommunity/elasticsearch-exporter`, 1.7 or newer. */
  readonly image: string;

  /** Numeric user and group of the image. */
  readonly user: number;
  readonly resources: Resources;

  /** The cluster that it reports on. */
  readonly server: ElasticsearchServer;

  /** Name of a user who holds `ELASTICSEARCH_EXPORTER_ROLE`. */
  readonly userName: string;
  readonly password: SecretKey;

  /** Time for one answer of the cluster, shorter than the time a scraper waits. */
  readonly timeout: Duration;

  /** How often the exporter itself is asked. */
  readonly probes: Timings;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Time that a new pod must be ready before the old one is ended. */
  readonly minReady: Duration;

  /** Time after which a roll-out that does not move counts as failed. */
  readonly progressDeadline: Duration;
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
  const { namespace, image, user, resources, server, probes, minReady, progressDeadline } = props;
  // Neither path asks the cluster: its failure must not restart what reports it.
  const alive: Check = { http: '/healthz', port: 'metrics' };
  const serves: Check = { http: '/', port: 'metrics' };
  return {
    namespace,
    component: 'exporter',
    scale: fixed(1),
    minReady,
    progressDeadline,
    servicePorts: { metrics: ELASTICSEARCH_EXPORTER_PORT },
    pod: {
      user,
      group: user,
      terminationGrace: props.terminationGrace,
      priorityClassName: props.priorityClassName,
      containers: [
        {
          name: 'exporter',
          image,
          resources,
          args: [
            `--es.uri=${server.url}`,
            `--es.ca=${AUTHORITY_FOLDER}/${server.authority.key}`,
            `--es.timeout=${props.timeout}`,
            '--es.all',
            '--es.indices',
            `--web.listen-address=:${ELASTICSEARCH_EXPORTER_PORT}`,
          ],
          env: { ES_USERNAME: props.userName, ES_PASSWORD: props.password },
          ports: { metrics: ELASTICSEARCH_EXPORTER_PORT },
          probes: {
            startup: { check: alive, ...probes.startup },
            readiness: { check: serves, ...probes.readiness },
            liveness: { check: alive, ...probes.liveness },
          },
          mounts: [secretFiles('authority', AUTHORITY_FOLDER, server.authority.secret, [server.authority.key])],
        },
      ],
    },
  };
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
