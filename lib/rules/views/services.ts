import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { mayBeMade } from './existence';
import { containersOf, podTemplates, PodTemplate } from './pods';
import { LabelSelector, selects } from './selectors';
import { text, tree, trees } from './tree';

/** A Service and the pods behind it. */
export interface Service {
  readonly object: RenderedObject;
  readonly namespace: string | undefined;
  readonly name: string;

  /** Undefined for a Service whose addresses somebody else writes. */
  readonly selector: Labels | undefined;
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

  /** Port of the pods, or its name. */
  readonly target: number | string;
}

type Labels = Readonly<Record<string, string>>;

/** Every Service, in the order of the objects. */
export const services: View<readonly Service[]> = (index) =>
  index.ofKind('Service').map((object) => {
    const spec = tree(object.manifest['spec']);
    const { name, namespace } = object.manifest.metadata;
    const selector = Object.keys(tree(spec['selector'])).length > 0 ? (spec['selector'] as Labels) : undefined;
    return {
      object,
      namespace,
      name,
      selector,
      headless: spec['clusterIP'] === 'None',
      external: spec['type'] === 'ExternalName',
      ports: trees(spec['ports']).map(({ name: portName, port, targetPort }) => {
        const target = typeof targetPort === 'number' ? targetPort : (text(targetPort) ?? Number(port));
        return { name: text(portName), port: Number(port), target };
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

/** Labels that pods get from whoever makes them, and that no template has. */
const SET_BY_CONTROLLERS =
  /^(statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|pod-template-hash|controller-revision-hash|(batch\.kubernetes\.io\/)?(job-name|controller-uid))$/;

/** Pods of a namespace that a selector with labels asks for, found by one of these labels. */
export function podsSelected(
  index: ObjectIndex,
  namespace: string | undefined,
  selector: LabelSelector | undefined,
): readonly PodTemplate[] {
  const { matchLabels, ...rest } = selector ?? {};
  const written = Object.entries(matchLabels ?? {}).filter(([key]) => !SET_BY_CONTROLLERS.test(key));
  const wanted = selector && { ...rest, matchLabels: Object.fromEntries(written) };
  const [label] = written;
  const candidates = label ? (index.view(podsByLabel).get(label.join('=')) ?? []) : index.view(podTemplates);
  return candidates.filter((pod) => {
    const near = namespace === undefined || pod.namespace === undefined || pod.namespace === namespace;
    return near && selects(wanted, pod.labels);
  });
}

const podsByLabel: View<ReadonlyMap<string, readonly PodTemplate[]>> = (index) => {
  const found = new Map<string, PodTemplate[]>();
  for (const pod of index.view(podTemplates)) {
    for (const label of Object.entries(pod.labels)) {
      const id = label.join('=');
      const known = found.get(id);
      if (known) known.push(pod);
      else found.set(id, [pod]);
    }
  }
  return found;
};

/** Whether an operator may make pods with labels: one of their values is called after its custom resource. */
export function mayBeOperated(index: ObjectIndex, namespace: string | undefined, selector: LabelSelector): boolean {
  const values = [
    ...Object.values(selector.matchLabels ?? {}),
    ...(selector.matchExpressions ?? []).flatMap((expression) => expression.values ?? []),
  ];
  return values.some((name) => mayBeMade(index, { kind: 'Pod', namespace, name }));
}

/** Port numbers of a pod by their names, of all containers. */
export function namedPorts({ spec, ...pod }: PodTemplate): ReadonlyMap<string, number> {
  const all = containersOf({ spec, ...pod }).flatMap(({ container }) => container.ports ?? []);
  return new Map(all.flatMap(({ name, containerPort }) => (name === undefined ? [] : [[name, containerPort]])));
}

/** Port numbers that containers of a pod declare. */
export function declaredPorts(pod: PodTemplate): readonly number[] {
  return containersOf(pod).flatMap(({ container }) =>
    (container.ports ?? []).map(({ containerPort }) => containerPort),
  );
}

/** Items of one key together, in their order. */
export function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) {
    const known = found.get(keyOf(item));
    if (known) known.push(item);
    else found.set(keyOf(item), [item]);
  }
  return found;
}
