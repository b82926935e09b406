import { Construct } from 'constructs';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { platformContext } from '../context';
import { defineKafka } from '../kafka';
import { defineNamespace } from '../namespace';
import { definePostgres } from '../postgres';
import { Telemetry } from '../telemetry';
import { Context } from './context';
import { defineKeycloak } from './keycloak';
import { defineMonitoring } from './monitoring';
import { defineReadModel } from './read-model';
import { OrderRows, TABLE } from './rows';
import { defineSchemaRegistry } from './schema-registry';
import { defineServices } from './services';

/** Defines the order platform: its namespace, then stores and servers, then the services that use them. */
export function defineOrder(
  scope: Construct,
  rows: Column<OrderRows>,
  environment: Environment,
  telemetry: Telemetry,
): void {
  const platform = platformContext(scope, { name: rows.name, table: TABLE }, environment, telemetry);
  const namespace = defineNamespace(platform.component('namespace', 'namespace'), rows.namespace, environment);
  const context: Context = { ...platform, rows, namespace };
  const kafka = defineKafka(context, {
    namespace,
    name: 'kafka',
    values: rows.kafka,
    topics: rows.topics,
    tools: rows.tools,
    jobs: rows.jobs,
    mirrorBundle: 'order/kafka-mirror',
  });
  const backends = {
    kafka,
    schemaRegistry: defineSchemaRegistry(context, kafka),
    postgresql: definePostgres(context, {
      namespace,
      name: 'postgresql',
      row: 'postgresql',
      values: rows.postgresql,
      bundle: 'order/postgresql',
      databases: [rows.commands.database],
      founded: rows.commands.database,
    }),
    readModel: defineReadModel(context),
    keycloak: defineKeycloak(context),
  };
  const services = defineServices(context, backends);
  defineMonitoring(context, services.values(), backends);
}
