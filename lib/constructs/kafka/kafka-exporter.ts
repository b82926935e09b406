import { Construct } from 'constructs';
import { Duration } from '../../model/duration';
import { Resources } from '../../model/quantity';
import { fixed } from '../../model/scale';
import { Endpoint } from '../workloads/endpoint';
import { SecretKey } from '../pods/env';
import { MetricsTarget } from '../workloads/metrics-target';
import { secretFiles } from '../pods/mount';
import { PlatformNamespace } from '../platform-namespace';
import { Check, findTimingProblems, Timings } from '../pods/probe';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';

/** Properties for `KafkaExporter`. */
export interface KafkaExporterProps {
  readonly namespace: PlatformNamespace;

  /** Reference of an image `danielqsj/kafka-exporter`. */
  readonly image: string;

  /** Numeric user and group of the image. */
  readonly user: number;
  readonly resources: Resources;

  /** The brokers. The exporter ends where none answers at start, so it starts after them. */
  readonly endpoint: Endpoint;

  /** Host and port that clients start from. */
  readonly bootstrapServers: string;

  /** Version of the protocol that it speaks, at least 2.1.0 and at most the brokers': `4.0.0`. */
  readonly kafkaVersion: string;
  readonly probes: Timings;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Time that a new pod must be ready before the old one is ended. */
  readonly minReady: Duration;

  /** Time after which a roll-out that does not move counts as failed. */
  readonly progressDeadline: Duration;

  /**
   * How it identifies itself, where clients speak SASL_SSL.
   *
   * @default - none: an address is enough
   */
  readonly login?: KafkaLogin;
}

/** A user of the brokers, and the authority that their certificate is checked against. */
export interface KafkaLogin {
  readonly userName: string;

  /** Key of a Secret with the password. */
  readonly password: SecretKey;

  /** Key of a Secret with the authority's certificate in PEM. */
  readonly authority: SecretKey;
}

/** Port of the exporter's metrics. */
export const KAFKA_EXPORTER_PORT = 9308;

const AUTHORITY_FOLDER = '/etc/kafka-authority';

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
  const { namespace, image, user, resources, terminationGrace, priorityClassName, minReady, progressDeadline } = props;
  const { login } = props;
  // The path answers whatever the brokers do: their failure must not restart what reports it.
  const check: Check = { http: '/healthz', port: 'metrics' };
  return {
    namespace,
    component: 'exporter',
    scale: fixed(1),
    minReady,
    progressDeadline,
    servicePorts: { metrics: KAFKA_EXPORTER_PORT },
    pod: {
      user,
      group: user,
      terminationGrace,
      priorityClassName,
      containers: [
        {
          name: 'exporter',
          image,
          resources,
          args: [
            `--kafka.server=${props.bootstrapServers}`,
            `--kafka.version=${props.kafkaVersion}`,
            `--web.listen-address=:${KAFKA_EXPORTER_PORT}`,
            ...renderLoginFlags(login),
          ],
          ...(login && {
            env: { SASL_USER_PASSWORD: login.password },
            mounts: [secretFiles('authority', AUTHORITY_FOLDER, login.authority.secret, [login.authority.key])],
          }),
          ports: { metrics: KAFKA_EXPORTER_PORT },
          probes: {
            startup: { check, ...props.probes.startup },
            readiness: { check, ...props.probes.readiness },
            liveness: { check, ...props.probes.liveness },
          },
        },
      ],
    },
  };
}

function renderLoginFlags(login: KafkaLogin | undefined): string[] {
  if (!login) return [];
  const { userName, authority } = login;
  return [
    '--sasl.enabled',
    '--sasl.mechanism=plain',
    `--sasl.username=${userName}`,
    '--tls.enabled',
    `--tls.ca-file=${AUTHORITY_FOLDER}/${authority.key}`,
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
