import { Construct } from 'constructs';
import { PlatformNamespace } from '../../constructs/platform-namespace';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { platformContext } from '../context';
import { defineNamespace } from '../namespace';
import { Telemetry } from '../telemetry';
import { Context } from './context';
import { defineKafka } from './kafka';
import { defineMongodb } from './mongodb';
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
  defineServices(context, {
    mongodb: defineMongodb(context),
    kafka: defineKafka(context),
    temporal: defineTemporal(context),
  });
}

/** Every layer's namespace; two layers may share one. */
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
    services: define(namespaces.services),
    mongodb: define(namespaces.mongodb),
    kafka: define(namespaces.kafka),
    temporal: define(namespaces.temporal),
  };
}
