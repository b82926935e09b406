import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { DEFAULT_NAMESPACE } from './network-policies';

/** A Service that leads to pods. */
export interface Service {
  readonly object: RenderedObject;
  readonly namespace: string;
  readonly name: string;

  /** Labels of the pods; undefined where somebody else says where it leads. */
  readonly selector: Readonly<Record<string, string>> | undefined;
  readonly ports: readonly ServicePort[];

  /** Whether its name is resolved to the pods themselves, whose ports clients then use. */
  readonly headless: boolean;
}

/** A port of a Service. */
export interface ServicePort {
  readonly name?: string;
  readonly port: number;

  /** @default TCP */
  readonly protocol?: string;

  /** @default - the same number */
  readonly targetPort?: number | string;
}

/** Every Service, by `<namespace>/<name>`. */
export const services: View<ReadonlyMap<string, Service>> = (index) =>
  new Map(
    index
      .ofKind('Service')
      .map(readService)
      .map((service) => [`${service.namespace}/${service.name}`, service]),
  );

function readService(object: RenderedObject): Service {
  const { metadata, apiVersion } = object.manifest;
  const spec = (apiVersion === 'v1' ? object.manifest['spec'] : undefined) as Written | undefined;
  const { selector, ports, clusterIP, type } = spec ?? {};
  const leads = selector && Object.keys(selector).length > 0 && type !== 'ExternalName';
  return {
    object,
    namespace: metadata.namespace ?? DEFAULT_NAMESPACE,
    name: metadata.name,
    selector: leads ? selector : undefined,
    ports: ports ?? [],
    headless: clusterIP === 'None',
  };
}

interface Written {
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports?: readonly ServicePort[];
  readonly clusterIP?: string;
  readonly type?: string;
}

/**
 * The Service of the bundle that a host means to a pod of a namespace: `api`, `api.shop`, `api.shop.svc.cluster.local`,
 * or a pod of a headless Service, `db-0.db.shop.svc.cluster.local`.
 */
export function serviceOf(index: ObjectIndex, host: string, namespace: string): Service | undefined {
  const known = index.view(services);
  const steps = host.replace(/\.$/, '').toLowerCase().split('.');
  const at = steps.indexOf('svc', 2);
  if (at > 3) return undefined;
  if (at > 0) return known.get(`${steps[at - 1] ?? ''}/${steps[at - 2] ?? ''}`);
  const [first = '', second = '', third = ''] = steps;
  if (steps.length === 1) return known.get(`${namespace}/${first}`);
  if (steps.length === 2) return known.get(`${second}/${first}`) ?? headless(known.get(`${namespace}/${second}`));
  return steps.length === 3 ? headless(known.get(`${third}/${second}`)) : undefined;
}

function headless(service: Service | undefined): Service | undefined {
  return service?.headless === true ? service : undefined;
}
