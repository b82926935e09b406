import { Construct } from 'constructs';
import { PlatformNamespace } from '../../constructs/platform-namespace';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { platformContext } from '../context';
import { defineKafka } from '../kafka';
import { defineNamespace } from '../namespace';
import { Telemetry } from '../telemetry';
import { Context } from './context';
import { defineMongodb } from './mongodb';
import { defineMonitoring } from './monitoring';
import { TABLE, WmsRows } from './rows';
import { defineServices } from './services';
import { defineTemporal } from './temporal';

/** Defines the warehouse platform: namespaces, then stores and engines, then the services that use them. */
export function defineWms(
  scope: Construct,
  rows: Column<WmsRows>,
  environment: Environment,
  telemetry: Telemetry,
): void {
  const platform = platformContext(scope, { name: rows.name, table: TABLE }, environment, telemetry);
  const context: Context = { ...platform, rows, namespaces: defineNamespaces(rows, environment, platform.component) };
  const services = defineServices(context, {
    mongodb: defineMongodb(context),
    kafka: defineKafka(context, {
      namespace: context.namespaces.kafka,
      name: 'kafka',
      values: rows.kafka,
      topics: rows.topics,
      tools: rows.tools,
      jobs: rows.jobs,
      mirrorBundle: 'wms/kafka-mirror',
    }),
    temporal: defineTemporal(context),
  });
  defineMonitoring(context, services.values());
}

/** A layer's namespace, defined once something runs in it; two layers may share one. */
function defineNamespaces(
  { namespaces }: Column<WmsRows>,
  environment: Environment,
  component: Context['component'],
): Context['namespaces'] {
  const byName = new Map<string, PlatformNamespace>();
  const define = (name: string) => {
    const known = byName.get(name) ?? defineNamespace(component(`namespace-${name}`, 'namespaces'), name, environment);
    byName.set(name, known);
    return known;
  };
  return {
    get services() {
      return define(namespaces.services);
    },
    get mongodb() {
      return define(namespaces.mongodb);
    },
    get kafka() {
      return define(namespaces.kafka);
    },
    get temporal() {
      return define(namespaces.temporal);
    },
  };
}
