import { Component } from '../constructs/component';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { ChartPods } from '../constructs/workloads/chart-pods';
import { NAME_LABEL } from '../constructs/workloads/endpoint';
import { Column } from '../model/environment';
import { defineRelease } from './chart-release';
import { charts } from './charts';
import { priority } from './cluster-facts';
import { PlatformContext } from './context';
import { KAFKA_CHART_PORTS, kafkaChartValues } from './kafka-chart-values';
import { KafkaRow } from './store-rows';

/** A cluster by the chart. */
export interface KafkaChartOptions {
  readonly namespace: PlatformNamespace;

  /** Name of the release and of the Service that clients start from. */
  readonly name: string;
  readonly values: Column<KafkaRow>;
}

/** Defines a cluster by the chart, scraped, under policies of ours. */
export function defineKafkaChart(
  context: PlatformContext,
  scope: Component,
  { namespace, name, values }: KafkaChartOptions,
) {
  const { clusterDomain, storageClass } = context.environment;
  const release = defineRelease(context, scope, {
    chart: charts.kafka,
    release: name,
    namespace: namespace.name,
    values: kafkaChartValues(name, values, {
      clusterDomain,
      storageClass: storageClass.name,
      priorityClassName: priority.data,
    }),
    services: [name],
  });
  const { client, controller, replication, metrics } = KAFKA_CHART_PORTS;
  const pods = (part: 'broker' | 'controller', replicas: number, own: Pick<typeof values, 'resources' | 'storage'>) =>
    new ChartPods(scope, `${name}-${part}`, {
      namespace,
      component: part,
      replicas,
      storage: own.storage,
      selectedBy: {
        [NAME_LABEL]: charts.kafka.chart,
        'app.kubernetes.io/instance': name,
        'app.kubernetes.io/component': part === 'broker' ? 'broker' : 'controller-eligible',
      },
      containers: [own, values.jmxAgent],
      initContainers: [values.jmxAgent],
    });
  const { brokers: count, controllers: voters, controllerResources, controllerStorage } = values;
  const separate = voters > 0;
  const controllers = separate
    ? pods('controller', voters, { resources: controllerResources, storage: controllerStorage })
    : pods('controller', count, values);
  const brokers = separate ? pods('broker', count, values) : controllers;
  brokers.connectTo(brokers.peerEndpoint(replication));
  brokers.connectTo(controllers.peerEndpoint(controller));
  controllers.connectTo(controllers.peerEndpoint(controller));
  context.scrape([...new Set([brokers, controllers])].map((workload) => ({ workload, port: metrics })));
  return {
    brokers: count,
    bootstrapServers: `${name}.${namespace.name}.svc.${clusterDomain}:${client}`,
    endpoint: { ...brokers.endpoint(client), after: [release] },
  };
}
