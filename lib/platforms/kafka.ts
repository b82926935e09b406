import { Endpoint } from '../constructs/workloads/endpoint';
import { KafkaCluster } from '../constructs/kafka/kafka-cluster';
import { KafkaExporter } from '../constructs/kafka/kafka-exporter';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { SecretKey } from '../constructs/pods/env';
import { Timings } from '../constructs/pods/probe';
import { TopicInitJob } from '../constructs/kafka/topic-init-job';
import { milliseconds } from '../model/duration';
import { Column } from '../model/environment';
import { imageReference } from '../model/image';
import { jobProps, PlatformContext, storeProps, toolProps } from './context';
import { TopicRow } from '../model/topic';
import { defineKafkaLogin, KafkaLoginProps } from './kafka-login';
import { defineKafkaMirror } from './kafka-mirror';
import { SuppliedBundle } from './secrets';
import { JobRow, KafkaRow, RolloutRow } from './store-rows';

/** Kafka as services see it. */
export interface Kafka {
  readonly bootstrapServers: string;

  /** The brokers, once all topics are there. */
  readonly endpoint: Endpoint;

  /**
   * Certificate of the brokers' authority, where clients log in over TLS.
   *
   * @default - none: an address is enough
   */
  readonly authority?: SecretKey;
}

/** A platform's own Kafka. */
export interface KafkaProps {
  readonly namespace: PlatformNamespace;

  /** Name of the cluster, from which its parts have theirs. */
  readonly name: string;

  /** What stands in the table's rows `kafka` and `topics`. */
  readonly values: Column<KafkaRow>;
  readonly topics: Readonly<Record<string, Column<TopicRow>>>;

  /** What programs in pods of their own, and Jobs, share. */
  readonly tools: RolloutRow & { readonly probes: Timings };
  readonly jobs: Column<JobRow>;

  /**
   * Secrets of the other cluster, where topics are copied.
   *
   * @default - none, and no row may ask for a mirror
   */
  readonly mirrorBundle?: SuppliedBundle;

  /**
   * How clients log in.
   *
   * @default - not at all: an address is enough
   */
  readonly login?: KafkaLoginProps;
}

/** Defines the cluster, its exporter, the Job that makes the topics, and the mirror if the row asks for one. */
export function defineKafka(context: PlatformContext, props: KafkaProps): Kafka {
  const { namespace, name, values, tools } = props;
  const { brokers, replicationFactor, minInsyncReplicas, jmxAgent, exporter, mirror } = values;
  const { component } = context;

  const scope = component(name, 'kafka');
  const access = props.login && defineKafkaLogin(context, scope, { namespace, name, login: props.login });
  const cluster = new KafkaCluster(scope, name, {
    ...storeProps(values, context),
    ...values.probes,
    namespace,
    brokers,
    brokerStorage: values.storage,
    brokerResources: values.resources,
    controllers: values.controllers,
    controllerStorage: values.controllerStorage,
    controllerResources: values.controllerResources,
    clusterId: values.clusterId,
    replicationFactor,
    minInsyncReplicas,
    heapPercent: values.heapPercent,
    retention: values.retention,
    segment: values.segment,
    metricsAgent: { ...jmxAgent, image: imageReference(jmxAgent.image) },
    clients: access?.clients ?? { protocol: 'PLAINTEXT' },
  });
  access?.prerequisites.forEach((prerequisite) => {
    cluster.node.addDependency(prerequisite);
  });
  context.scrape(cluster.metricsTargets);

  const server = { namespace, endpoint: cluster.endpoint(), bootstrapServers: cluster.bootstrapServers };
  const kafkaExporter = new KafkaExporter(component(`${name}-exporter`, 'kafka.exporter'), `${name}-exporter`, {
    ...toolProps(exporter, tools),
    ...tools.probes,
    ...server,
    kafkaVersion: values.protocolVersion,
    ...(access && { login: access.tools }),
  });
  context.scrape(kafkaExporter.metricsTargets);

  const job = jobProps(props.jobs);
  const topics = new TopicInitJob(component(`${name}-topics`, 'topics'), `${name}-topics`, {
    ...job,
    ...server,
    ...(access && { clientSecret: access.toolsSecret, authority: access.authority }),
    image: imageReference(values.image),
    user: values.user,
    brokers,
    waitLimit: job.wait,
    topics: Object.fromEntries(
      Object.entries(props.topics).map(([topic, { retention, compression, ...options }]) => {
        const config = {
          'retention.ms': String(milliseconds(retention)),
          'min.insync.replicas': String(minInsyncReplicas),
          ...(compression !== undefined && { 'compression.type': compression }),
        };
        return [topic, { ...options, replicationFactor, config }];
      }),
    ),
  });
  const endpoint = { ...cluster.endpoint(), after: [topics] };
  if (mirror && props.mirrorBundle) {
    const own = { bootstrapServers: cluster.bootstrapServers, endpoint };
    const row = { ...values, mirror, tools };
    defineKafkaMirror(context, { name: `${name}-mirror`, bundle: props.mirrorBundle, namespace, own, row });
  }
  return { bootstrapServers: cluster.bootstrapServers, endpoint, ...(access && { authority: access.authority }) };
}
