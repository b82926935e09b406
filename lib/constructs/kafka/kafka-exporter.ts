import { Construct } from 'constructs';
import { secretFiles } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';
import { KAFKA_AUTHORITY_FOLDER } from './kafka-credentials';
import { KafkaLogin } from './kafka-login';

/** Properties for `KafkaExporter`. */
export interface KafkaExporterProps extends SinglePodProps {
  /** Reference of an image `danielqsj/kafka-exporter`. */
  readonly image: string;

  /** The brokers. The exporter ends where none answers at start, so it starts after them. */
  readonly endpoint: Endpoint;

  /** Host and port that clients start from. */
  readonly bootstrapServers: string;

  /** Version of the protocol that it speaks, at least 2.1.0 and at most the brokers': `4.0.0`. */
  readonly kafkaVersion: string;

  /**
   * How it identifies itself, where clients speak SASL_SSL.
   *
   * @default - none: an address is enough
   */
  readonly login?: KafkaLogin;
}

/** Port of the exporter's metrics. */
export const KAFKA_EXPORTER_PORT = 9308;

/** Metrics of topics and consumer groups, as a client of the cluster sees them: above all the groups' lag. */
export class KafkaExporter extends StatelessWorkload {
  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];

  constructor(scope: Construct, id: string, props: KafkaExporterProps) {
    super(scope, id, workloadProps(props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.metricsTargets = [{ workload: this, port: KAFKA_EXPORTER_PORT }];
    this.connectTo(props.endpoint);
  }
}

function workloadProps(props: KafkaExporterProps): StatelessWorkloadProps {
  const { login } = props;
  return renderSinglePod(props, {
    component: 'exporter',
    name: 'exporter',
    ports: { metrics: KAFKA_EXPORTER_PORT },
    // The path answers whatever the brokers do: their failure must not restart what reports it.
    check: { http: '/healthz', port: 'metrics' },
    args: [
      `--kafka.server=${props.bootstrapServers}`,
      `--kafka.version=${props.kafkaVersion}`,
      `--web.listen-address=:${KAFKA_EXPORTER_PORT}`,
      ...renderLoginFlags(login),
    ],
    ...(login && {
      env: { SASL_USER_PASSWORD: login.password },
      mounts: [secretFiles('authority', KAFKA_AUTHORITY_FOLDER, login.authority.secret, [login.authority.key])],
    }),
  });
}

function renderLoginFlags(login: KafkaLogin | undefined): string[] {
  if (!login) return [];
  const { userName, authority } = login;
  return [
    '--sasl.enabled',
    '--sasl.mechanism=plain',
    `--sasl.username=${userName}`,
    '--tls.enabled',
    `--tls.ca-file=${KAFKA_AUTHORITY_FOLDER}/${authority.key}`,
  ];
}

function findProblems({ kafkaVersion, probes }: KafkaExporterProps): string[] {
  const problems = findTimingProblems(probes);
  const [, major = 0, minor = 0] = /^(\d+)\.(\d+)\.\d+$/.exec(kafkaVersion)?.map(Number) ?? [];
  if (major < 2 || (major === 2 && minor < 1)) {
    problems.push(`kafkaVersion must be at least 2.1.0, got ${kafkaVersion}; brokers of Kafka 4 answer nothing older`);
  }
  return problems;
}
