import { Endpoint } from '../constructs/workloads/endpoint';
import { KafkaExporter } from '../constructs/kafka/kafka-exporter';
import { SecretKey } from '../constructs/pods/env';
import { Timings } from '../constructs/pods/probe';
import { TopicInitJob } from '../constructs/kafka/topic-init-job';
import { milliseconds } from '../model/duration';
import { Column } from '../model/environment';
import { imageReference } from '../model/image';
import { jobProps, PlatformContext, toolProps } from './context';
import { TopicRow } from '../model/topic';
import { defineKafkaMirror } from './kafka-mirror';
import { defineKafkaServers, KafkaServersOptions } from './kafka-servers';
import { SuppliedBundle } from './secrets';
import { JobRow, RolloutRow } from './store-rows';

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
export interface KafkaProps extends KafkaServersOptions {
  /** What stands in the table's row `topics`. */
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
}

/** Defines the servers, their exporter, the Job that makes the topics, and the mirror if the row asks for one. */
export function defineKafka(context: PlatformContext, props: KafkaProps): Kafka {
  const { namespace, name, values, tools } = props;
  const { minInsyncReplicas, exporter, mirror } = values;
  const { component } = context;

  const { access, brokers, ...servers } = defineKafkaServers(context, props);
  const { bootstrapServers } = servers;
  const server = { namespace, ...servers };
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
        return [topic, { ...options, replicationFactor: values.replicationFactor, config }];
      }),
    ),
  });
  const endpoint = { ...servers.endpoint, after: [topics] };
  if (mirror && props.mirrorBundle) {
    const own = { bootstrapServers, endpoint };
    const row = { ...values, mirror, tools };
    defineKafkaMirror(context, { name: `${name}-mirror`, bundle: props.mirrorBundle, namespace, own, row });
  }
  return { bootstrapServers, endpoint, ...(access && { authority: access.authority }) };
}
