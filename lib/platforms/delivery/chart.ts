import { Construct } from 'constructs';
import { Component } from '../../constructs/component';
import { Environment } from '../../environments/environment';
import { contentOf, DeliveredObject } from '../../gitops/delivered-content';
import { ArgoProject } from '../../gitops/argo-project';
import { ChartRelease } from '../../gitops/chart-release';
import { Delivery } from '../../gitops/delivery';
import { Column } from '../../model/environment';
import { routeOf } from '../delivery-route';
import { defineAddOns } from './add-ons';
import { DeliveryRows, TABLE } from './rows';

/** A platform as it was rendered for one environment. */
export interface RenderedPlatform {
  readonly name: string;
  readonly objects: readonly DeliveredObject[];

  /** Releases of charts among them. */
  readonly releases: readonly ChartRelease[];
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
  const deliveries = platforms.map(({ name, objects, releases }) => {
    const file = component(name, `lib/environments/${environment.name}.ts delivery`);
    const description = `Platform ${name}: the objects of one folder`;
    const delivery = new Delivery(file, name, { route, path: folder(name), description, content: contentOf(objects) });
    const projects = releases.map((release) => {
      const { namespace, server } = route;
      const about = { name: release.name, description: `Platform ${name}: a chart`, content: release.content };
      return new ArgoProject(file, release.name, { ...about, namespace, server, repository: release.repository });
    });
    delivery.application.node.addDependency(...projects);
    return delivery;
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
