import { Construct } from 'constructs';
import { Component } from '../../constructs/component';
import { Environment } from '../../environments/environment';
import { contentOf, DeliveredObject } from '../../gitops/delivered-content';
import { Delivery, DeliveryRoute } from '../../gitops/delivery';
import { Column } from '../../model/environment';
import { defineAddOns } from './add-ons';
import { DeliveryRows, TABLE } from './rows';

/** A platform as it was rendered for one environment. */
export interface RenderedPlatform {
  readonly name: string;
  readonly objects: readonly DeliveredObject[];
}

/** Defines the projects and Applications of an environment, from what its platforms rendered. */
export function defineDelivery(
  scope: Construct,
  rows: Column<DeliveryRows>,
  environment: Environment,
  platforms: readonly RenderedPlatform[],
): void {
  const route = routeOf(environment);
  const folder = (name: string) => `dist/${environment.name}/${name}`;
  const component = (id: string, source: string) => new Component(scope, id, { partOf: rows.name, source });

  const addOns = defineAddOns(component('add-ons', `${TABLE} addOns`), rows, environment, route);
  const deliveries = platforms.map(({ name, objects }) => {
    const file = component(name, `lib/environments/${environment.name}.ts delivery`);
    const description = `Platform ${name}: the objects of one folder`;
    return new Delivery(file, name, { route, path: folder(name), description, content: contentOf(objects) });
  });
  const first = deliveries.filter(({ application }) => application.name === rows.first);
  for (const { application } of deliveries) {
    const producers = application.name === rows.first ? addOns : first;
    application.node.addDependency(...producers.map((producer) => producer.application));
  }

  // It does not hold itself: it would wait for its own health, which waits for all the others.
  new Delivery(component(rows.root, `${TABLE} root`), rows.root, {
    route,
    path: folder(rows.name),
    exclude: `${rows.root}.yaml`,
    description: 'Applications and projects; whoever may change them may change everything',
    content: {
      namespaces: [route.namespace],
      clusterKinds: [],
      namespacedKinds: ['AppProject', 'Application'].map((kind) => ({ group: 'argoproj.io', kind })),
    },
  });
}

function routeOf({ delivery: { automated, retry, ...route } }: Environment): DeliveryRoute {
  return { ...route, schedule: { automated, retry } };
}
