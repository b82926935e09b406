import { Construct } from 'constructs';
import { Component } from '../../constructs/component';
import { NAME_LABEL } from '../../constructs/workloads/endpoint';
import { PlatformNamespace } from '../../constructs/platform-namespace';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { secretStoreOf } from '../cluster-facts';
import { defineNamespace } from '../namespace';
import { Context } from './context';
import { defineKafka } from './kafka';
import { defineMongodb } from './mongodb';
import { WmsRows } from './rows';
import { defineServices } from './services';
import { defineTemporal } from './temporal';

/** Defines the warehouse platform: namespaces, then stores and engines, then the services that use them. */
export function defineWms(scope: Construct, rows: Column<WmsRows>, environment: Environment): void {
  const component = (id: string, row: string) =>
    new Component(scope, id, { partOf: rows.name, source: `lib/platforms/wms/config.ts ${row}` });
  const { prometheus } = rows.peers;
  const scraper = { namespace: prometheus.namespace, labels: { [NAME_LABEL]: prometheus.name } };
  const context: Context = {
    rows,
    environment,
    component,
    store: secretStoreOf(environment),
    namespaces: defineNamespaces(rows, environment, component),
    scrape: (targets) => {
      targets.forEach(({ workload, port }) => {
        workload.admit(scraper, { port });
      });
    },
  };
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
