import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { grouped } from './grouped';
import { LabelSelector } from './selectors';
import { text, tree, treeAt, trees } from './tree';

/** Group of the kinds of the Gateway API; others, as Istio, have a Gateway of their own. */
export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** Kinds of routes. */
export const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];

/** A Gateway that a route asks to be attached to. */
export interface Attachment {
  readonly route: RenderedObject;

  /** Where the route says so: `['spec', 'parentRefs', 0]`. */
  readonly at: FieldPath;
  readonly name: string;
  readonly namespace: string | undefined;

  /** Name of the one listener that it asks for. */
  readonly section: string | undefined;

  /** Port of the listeners that it asks for. */
  readonly port: number | undefined;

  /** The Gateways of that name that are in the bundle. */
  readonly found: readonly Gateway[];
}

/** A Gateway and where it listens. */
export interface Gateway {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly listeners: readonly Listener[];
}

/** A port of a Gateway, and who may use it. */
export interface Listener {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;

  /** Undefined where it takes every host. */
  readonly hostname: string | undefined;

  /** Kinds of routes that it names; none where its protocol decides. */
  readonly kinds: readonly string[];

  /** Namespaces whose routes it takes: `Same` is that of the Gateway. */
  readonly from: string;

  /** Labels of those namespaces, if `from` is `Selector`. */
  readonly selector: LabelSelector;
}

/** Whether an object is of the Gateway API. */
export function isOfGatewayApi({ manifest }: RenderedObject): boolean {
  return manifest.apiVersion.startsWith(`${GATEWAY_GROUP}/`);
}

const gateways: View<ReadonlyMap<string, readonly Gateway[]>> = (index) =>
  grouped(index.ofKind('Gateway').filter(isOfGatewayApi).map(gatewayOf), ({ name }) => name);

function gatewayOf({ manifest }: RenderedObject): Gateway {
  const { name, namespace } = manifest.metadata;
  const listeners = trees(tree(manifest['spec'])['listeners']).map((listener) => {
    const { kinds, namespaces } = treeAt(listener, 'allowedRoutes');
    return {
      name: text(listener['name']) ?? '',
      port: Number(listener['port']),
      protocol: text(listener['protocol']) ?? '',
      hostname: text(listener['hostname']),
      kinds: trees(kinds).flatMap(({ kind }) => text(kind) ?? []),
      from: text(tree(namespaces)['from']) ?? 'Same',
      selector: treeAt(namespaces, 'selector'),
    };
  });
  return { name, namespace, listeners };
}

/** Every Gateway that a route names, in the order of the routes. */
export const attachments: View<readonly Attachment[]> = (index) =>
  index
    .ofKind(...ROUTES)
    .filter(isOfGatewayApi)
    .flatMap((route) => attachmentsOf(index, route));

function attachmentsOf(index: ObjectIndex, route: RenderedObject): Attachment[] {
  return trees(tree(route.manifest['spec'])['parentRefs']).flatMap((parent, i) => {
    const { kind = 'Gateway', group = GATEWAY_GROUP, port } = parent;
    const name = text(parent['name']);
    if (kind !== 'Gateway' || group !== GATEWAY_GROUP || name === undefined) return [];
    const namespace = text(parent['namespace']) ?? route.manifest.metadata.namespace;
    const found = (index.view(gateways).get(name) ?? []).filter(
      (gateway) => namespace === undefined || gateway.namespace === undefined || gateway.namespace === namespace,
    );
    return {
      route,
      at: ['spec', 'parentRefs', i],
      name,
      namespace,
      section: text(parent['sectionName']),
      port: typeof port === 'number' ? port : undefined,
      found,
    };
  });
}
