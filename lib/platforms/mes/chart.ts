import { Construct } from 'constructs';
import { KafkaUi } from '../../constructs/kafka/kafka-ui';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { platformContext, toolProps } from '../context';
import { defineKafka, Kafka } from '../kafka';
import { defineNamespace } from '../namespace';
import { programsOf } from '../programs';
import { defineRedis } from '../redis';
import { Telemetry } from '../telemetry';
import { Context } from './context';
import { defineGateway } from './gateway';
import { defineLogging } from './logging';
import { defineMonitoring } from './monitoring';
import { MesRows, TABLE } from './rows';
import { defineServices } from './services';
import { defineDatabases } from './stores';
import { defineJaeger } from './tracing';

/** Defines the manufacturing platform: its stores and what watches it, the services, then the gateway before them. */
export function defineMes(
  scope: Construct,
  rows: Column<MesRows>,
  environment: Environment,
  telemetry: Telemetry,
): void {
  const platform = platformContext(scope, { name: rows.name, table: TABLE }, environment, telemetry);
  const namespace = defineNamespace(
    platform.component(`namespace-${rows.namespace}`, 'namespace'),
    rows.namespace,
    environment,
  );
  const context: Context = { ...platform, rows, namespace };
  const kafka = defineKafka(context, {
    namespace,
    name: 'kafka',
    values: rows.kafka,
    topics: rows.topics,
    tools: rows.tools,
    jobs: rows.jobs,
    mirrorBundle: 'mes/kafka-mirror',
  });
  const kafkaUi = defineKafkaUi(context, kafka);
  const redis = defineRedis(context, {
    namespace,
    name: 'redis',
    row: 'redis',
    values: rows.redis,
    bundle: 'mes/redis',
  });
  const databases = defineDatabases(context);
  const jaeger = defineJaeger(context);
  const { logstash, kibana } = defineLogging(context);
  const services = defineServices(context, { kafka, redis, databases, jaeger, logstash });
  const kong = defineGateway(context, services, redis);
  defineMonitoring(context, {
    services: programsOf(services.values()),
    needed: programsOf([kong]),
    helpful: programsOf([jaeger, logstash, kibana, kafkaUi]),
  });
}

function defineKafkaUi({ component, namespace, rows }: Context, kafka: Kafka): KafkaUi {
  const { kafkaUi, tools, kafka: values } = rows;
  const { heapPercent, scratch } = kafkaUi;
  return new KafkaUi(component('kafka-ui', 'kafkaUi'), 'kafka-ui', {
    ...toolProps(kafkaUi, { ...tools, probes: values.probes }),
    namespace,
    heapPercent,
    scratch,
    clusterName: rows.name,
    ...kafka,
  });
}
