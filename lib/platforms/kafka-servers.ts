import { CERTIFICATE_KEYS } from '../constructs/certificates/serving-certificate';
import { Component } from '../constructs/component';
import { KafkaCluster } from '../constructs/kafka/kafka-cluster';
import { ExternalSecret } from '../constructs/secrets/external-secret';
import { Endpoint } from '../constructs/workloads/endpoint';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { Column } from '../model/environment';
import { imageReference } from '../model/image';
import { ExternalServers } from '../model/store';
import { PlatformContext, storeProps } from './context';
import { externalEndpoint } from './external-endpoint';
import { defineKafkaChart } from './kafka-chart';
import { defineKafkaLogin, defineKafkaTools, KafkaAccess, KafkaLoginProps } from './kafka-login';
import { suppliedBundles } from './secrets';
import { KafkaRow } from './store-rows';

/** The servers of a Kafka, whoever runs them, before its topics are there. */
export interface KafkaServers {
  readonly bootstrapServers: string;
  readonly endpoint: Endpoint;

  /** Brokers that must answer before a topic is made. */
  readonly brokers: number;

  /**
   * How tools log in.
   *
   * @default - not at all: an address is enough
   */
  readonly access?: KafkaAccess;
}

/** Which servers, and how clients log in. */
export interface KafkaServersOptions {
  readonly namespace: PlatformNamespace;

  /** Name of the cluster, from which its parts have theirs. */
  readonly name: string;

  /** What stands in the table's row `kafka`. */
  readonly values: Column<KafkaRow>;

  /**
   * How clients log in.
   *
   * @default - not at all: an address is enough
   */
  readonly login?: KafkaLoginProps;
}

/** Defines the servers as the row says: rendered, by the chart, or not at all because they are somebody else's. */
export function defineKafkaServers(context: PlatformContext, props: KafkaServersOptions): KafkaServers {
  const { name, values } = props;
  const scope = context.component(name, values.provision.kind === 'external' ? 'kafka.provision' : 'kafka');
  switch (values.provision.kind) {
    case 'rendered':
      return defineCluster(context, scope, props);
    case 'chart':
      return defineKafkaChart(context, scope, props);
    case 'external':
      return defineExternal(context, scope, props, values.provision);
  }
}

function defineCluster(context: PlatformContext, scope: Component, props: KafkaServersOptions): KafkaServers {
  const { namespace, name, values } = props;
  const { brokers, replicationFactor, minInsyncReplicas, jmxAgent } = values;
  const login = props.login && defineKafkaLogin(context, scope, { namespace, name, login: props.login });
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
    clients: login?.clients ?? { protocol: 'PLAINTEXT' },
  });
  login?.prerequisites.forEach((prerequisite) => {
    cluster.node.addDependency(prerequisite);
  });
  context.scrape(cluster.metricsTargets);
  const { bootstrapServers } = cluster;
  return { brokers, bootstrapServers, endpoint: cluster.endpoint(), ...(login && { access: login.access }) };
}

/** Clients log in as they do at a cluster of ours; the certificate of the authority is supplied. */
function defineExternal(
  context: PlatformContext,
  scope: Component,
  { namespace, name, values, login }: KafkaServersOptions,
  store: ExternalServers,
): KafkaServers {
  const bootstrapServers = store.hosts.map((host) => `${host}:${store.port}`).join(',');
  const brokers = values.replicationFactor;
  if (!login) return { brokers, bootstrapServers, endpoint: externalEndpoint(store) };
  // Under the names of a cluster of ours, so that whoever mounts it does not notice.
  const secretName = `${name}-tls`;
  const authority = new ExternalSecret(scope, secretName, {
    namespace: namespace.name,
    store: context.store,
    bundle: login.externalBundle,
    properties: suppliedBundles[login.externalBundle],
    template: { [CERTIFICATE_KEYS.authority]: '{{ .authority }}' },
  });
  const tools = defineKafkaTools(context, scope, {
    namespace,
    name,
    login,
    authority: { secret: secretName, key: CERTIFICATE_KEYS.authority },
  });
  const endpoint = externalEndpoint(store, [authority, tools.secret]);
  return { brokers, bootstrapServers, endpoint, access: tools.access };
}
