import { ObjectIndex, View } from '../object-index';
import { Manifest, RenderedObject } from '../rendered-object';
import { grouped } from '../views/grouped';
import { DEFAULT_NAMESPACE } from '../views/network-policies';
import { containersOf, PodTemplate, podTemplates } from '../views/pods';
import { LabelSelector } from '../views/selectors';
import { TargetLabels } from './relabeling';
import { Discovery } from './scrape-configs';

/** The fields of a Service that a scrape reads. */
export interface ServiceSpec {
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports?: readonly ServicePort[];
  readonly type?: string;
  readonly clusterIP?: string;
}

interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
  readonly protocol?: string;
}

/** Spec of a Service, whatever is missing of it. */
export const specOf = ({ manifest }: RenderedObject): ServiceSpec => (manifest['spec'] ?? {}) as ServiceSpec;

/** Pods by their namespace. */
export const podsOf: View<ReadonlyMap<string, readonly PodTemplate[]>> = (index) =>
  grouped(index.view(podTemplates), ({ namespace }) => namespace ?? DEFAULT_NAMESPACE);

/** Services by their namespace. */
export const servicesOf: View<ReadonlyMap<string, readonly RenderedObject[]>> = (index) =>
  grouped(index.ofKind('Service'), ({ manifest }) => manifest.metadata.namespace ?? DEFAULT_NAMESPACE);

/** Targets that a discovery would find among the objects of the bundle, in one namespace; undefined where it looks elsewhere. */
export function targetsOf(index: ObjectIndex, { role }: Discovery, namespace: string): Targets {
  const known = index.view(knownTargets);
  const id = `${role} ${namespace}`;
  if (!known.has(id)) known.set(id, findTargets(index, role, namespace));
  return known.get(id);
}

type Targets = readonly TargetLabels[] | undefined;

/** What was found for a role and a namespace: many scrapes look at the same. */
const knownTargets: View<Map<string, Targets>> = () => new Map();

function findTargets(index: ObjectIndex, role: string, namespace: string): Targets {
  const pods = index.view(podsOf).get(namespace) ?? [];
  const services = index.view(servicesOf).get(namespace) ?? [];
  switch (role) {
    case 'pod':
      return pods.flatMap((pod) => podTargets(pod, namespace));
    case 'service':
      return services.flatMap((service) =>
        portsOf(service).map((port) => join(serviceLabels(service, namespace), port)),
      );
    case 'endpoints':
    case 'endpointslice':
      return services.flatMap((service) => endpointTargets(service, pods, namespace, role));
    default:
      return undefined;
  }
}

const META = '__meta_kubernetes_';

/** A target for each port of each container, or one for a container without ports. */
function podTargets(pod: PodTemplate, namespace: string): TargetLabels[] {
  return containersOf(pod).flatMap(({ init, container }) => {
    const own = new Map<string, string | undefined>([
      ...podLabels(pod, namespace),
      [`${META}pod_container_name`, container.name],
      [`${META}pod_container_image`, container.image],
      [`${META}pod_container_init`, String(init)],
    ]);
    const ports = container.ports ?? [];
    if (ports.length === 0) return [own];
    return ports.map(({ name = '', containerPort, protocol = 'TCP' }) =>
      join(own, [
        [`${META}pod_container_port_name`, name],
        [`${META}pod_container_port_number`, String(containerPort)],
        [`${META}pod_container_port_protocol`, protocol],
        ['__address__', undefined],
      ]),
    );
  });
}

function endpointTargets(
  service: RenderedObject,
  pods: readonly PodTemplate[],
  namespace: string,
  role: string,
): TargetLabels[] {
  const { selector, ports = [] } = specOf(service);
  const backing = selector === undefined ? [] : pods.filter(({ labels }) => hasLabels(labels, selector));
  return backing.flatMap((pod) =>
    ports.flatMap(({ name = '', targetPort, port, protocol = 'TCP' }) => {
      const wanted = targetPort ?? port;
      return podTargets(pod, namespace)
        .filter((target) => {
          const field = typeof wanted === 'number' ? 'number' : 'name';
          return target.get(`${META}pod_container_port_${field}`) === String(wanted);
        })
        .map((target) =>
          join(new Map([...target, ...serviceLabels(service, namespace)]), [
            [`${META}${role}_name`, undefined],
            [`${META}${role === 'endpoints' ? 'endpoint' : 'endpointslice'}_port_name`, name],
            [`${META}${role === 'endpoints' ? 'endpoint' : 'endpointslice'}_port_protocol`, protocol],
            [`${META}${role === 'endpoints' ? 'endpoint' : 'endpointslice_endpoint_conditions'}_ready`, 'true'],
          ]),
        );
    }),
  );
}

function podLabels({ owner, labels, annotations }: PodTemplate, namespace: string): TargetLabels {
  const unknown = ['pod_name', 'pod_ip', 'pod_host_ip', 'pod_node_name', 'pod_uid', 'pod_controller_name'];
  return new Map<string, string | undefined>([
    ...unknown.map((name) => [`${META}${name}`, undefined] as const),
    ...metadataLabels('pod', labels, annotations),
    [`${META}namespace`, namespace],
    [`${META}pod_phase`, 'Running'],
    [`${META}pod_ready`, 'true'],
    [`${META}pod_controller_kind`, CONTROLLERS[owner.manifest.kind] ?? owner.manifest.kind],
  ]);
}

const CONTROLLERS: Readonly<Record<string, string>> = { Deployment: 'ReplicaSet', CronJob: 'Job' };

function serviceLabels({ manifest: { metadata, spec } }: RenderedObject, namespace: string): TargetLabels {
  const { type = 'ClusterIP' } = (spec ?? {}) as ServiceSpec;
  return new Map<string, string | undefined>([
    ...metadataLabels('service', metadata.labels, metadata.annotations),
    [`${META}namespace`, namespace],
    [`${META}service_name`, metadata.name],
    [`${META}service_type`, type],
    [`${META}service_cluster_ip`, undefined],
  ]);
}

type Texts = Manifest['metadata']['labels'];

function metadataLabels(what: string, labels: Texts, annotations: Texts): [string, string][] {
  const read = (kind: string, texts: Texts) =>
    Object.entries(texts ?? {}).flatMap(([key, value]): [string, string][] => {
      const name = key.replace(/[^a-zA-Z0-9_]/g, '_');
      return [
        [`${META}${what}_${kind}_${name}`, String(value)],
        [`${META}${what}_${kind}present_${name}`, 'true'],
      ];
    });
  return [...read('label', labels), ...read('annotation', annotations)];
}

function portsOf(service: RenderedObject): [string, string | undefined][][] {
  return (specOf(service).ports ?? []).map(({ name = '', port, protocol = 'TCP' }) => [
    [`${META}service_port_name`, name],
    [`${META}service_port_number`, String(port)],
    [`${META}service_port_protocol`, protocol],
  ]);
}

const join = (labels: TargetLabels, more: readonly (readonly [string, string | undefined])[]): TargetLabels =>
  new Map([...labels, ...more]);

/** Whether labels are among those of a pod. */
export function hasLabels(labels: Readonly<Record<string, string>>, wanted: LabelSelector['matchLabels']): boolean {
  return Object.entries(wanted ?? {}).every(([key, value]) => labels[key] === value);
}
