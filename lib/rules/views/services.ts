import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { mayBeMade } from './existence';
import { grouped } from './grouped';
import { DEFAULT_NAMESPACE } from './network-policies';
import { containersOf, PodTemplate } from './pods';
import { podsSelected } from './selections';
import { LabelSelector } from './selectors';
import { text, tree, trees } from './tree';

/** A Service and the pods behind it. */
export interface Service {
  readonly object: RenderedObject;
  readonly namespace: string | undefined;
  readonly name: string;

  /** Undefined for a Service whose addresses somebody else writes. */
  readonly selector: Readonly<Record<string, string>> | undefined;

  /** Whether its name is resolved to the pods themselves, whose ports clients then use. */
  readonly headless: boolean;

  /** Whether it is only another name for a host. */
  readonly external: boolean;
  readonly ports: readonly ServicePort[];
  readonly pods: readonly PodTemplate[];
}

/** A port of a Service. */
export interface ServicePort {
  readonly name: string | undefined;
  readonly port: number;

  /** `TCP` where none is written. */
  readonly protocol: string;

  /** Port of the pods, or its name. */
  readonly target: number | string;
}

/** Every Service, in the order of the objects. */
export const services: View<readonly Service[]> = (index) =>
  index.ofKind('Service').map((object) => {
    const spec = tree(object.manifest['spec']);
    const { name, namespace } = object.manifest.metadata;
    const external = spec['type'] === 'ExternalName';
    const leads = !external && Object.keys(tree(spec['selector'])).length > 0;
    const selector = leads ? (spec['selector'] as Service['selector']) : undefined;
    return {
      object,
      namespace,
      name,
      selector,
      headless: spec['clusterIP'] === 'None',
      external,
      ports: trees(spec['ports']).map(({ name: portName, port, protocol, targetPort }) => {
        const target = typeof targetPort === 'number' ? targetPort : (text(targetPort) ?? Number(port));
        return { name: text(portName), port: Number(port), protocol: text(protocol) ?? 'TCP', target };
      }),
      pods: selector === undefined ? [] : podsSelected(index, namespace, { matchLabels: selector }),
    };
  });

/** Services by their names. */
const servicesByName: View<ReadonlyMap<string, readonly Service[]>> = (index) =>
  grouped(index.view(services), ({ name }) => name);

/** Services of a name; where either side says no namespace, it may be the one. */
export function servicesNamed(index: ObjectIndex, name: string, namespace?: string): readonly Service[] {
  const all = index.view(servicesByName).get(name) ?? [];
  if (namespace === undefined) return all;
  return all.filter((service) => service.namespace === namespace || service.namespace === undefined);
}

/**
 * The Service of the bundle that a host means to a pod of a namespace: `api`, `api.shop`, `api.shop.svc.cluster.local`,
 * or a pod of a headless Service, `db-0.db.shop.svc.cluster.local`. What says no namespace stands in `default`.
 */
export function serviceOfHost(index: ObjectIndex, host: string, namespace: string): Service | undefined {
  const find = (name: string, place: string) =>
    servicesNamed(index, name).find((service) => (service.namespace ?? DEFAULT_NAMESPACE) === place);
  const findHeadless = (name: string, place: string) => {
    const service = find(name, place);
    return service?.headless === true ? service : undefined;
  };
  const steps = host.split('.');
  const at = steps.indexOf('svc', 2);
  if (at > 3) return undefined;
  if (at > 0) return find(steps[at - 2] ?? '', steps[at - 1] ?? '');
  const [first = '', second = '', third = ''] = steps;
  if (steps.length === 1) return find(first, namespace);
  if (steps.length === 2) return find(first, second) ?? findHeadless(second, namespace);
  return steps.length === 3 ? findHeadless(second, third) : undefined;
}

/** Whether an operator may make pods with labels: one of their values is called after its custom resource. */
export function mayBeOperated(index: ObjectIndex, namespace: string | undefined, selector: LabelSelector): boolean {
  const values = [
    ...Object.values(selector.matchLabels ?? {}),
    ...(selector.matchExpressions ?? []).flatMap((expression) => expression.values ?? []),
  ];
  return values.some((name) => mayBeMade(index, { kind: 'Pod', namespace, name }));
}

/** Port numbers of a pod by their names, of all containers. */
export function namedPorts(pod: PodTemplate): ReadonlyMap<string, number> {
  const all = containersOf(pod).flatMap(({ container }) => container.ports ?? []);
  return new Map(all.flatMap(({ name, containerPort }) => (name === undefined ? [] : [[name, containerPort]])));
}

/** Port numbers that containers of a pod declare. */
export function declaredPorts(pod: PodTemplate): readonly number[] {
  return containersOf(pod).flatMap(({ container }) =>
    (container.ports ?? []).map(({ containerPort }) => containerPort),
  );
}
