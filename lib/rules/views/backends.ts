import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { ROUTES } from './gateways';
import { text, tree, treeAt, trees } from './tree';

/** A port of a Service that an Ingress or a route sends requests to. */
export interface Backend {
  readonly subject: RenderedObject;

  /** Where the name of the Service stands. */
  readonly at: FieldPath;
  readonly namespace: string | undefined;
  readonly service: string;

  /** Number or name; undefined where the route says none. */
  readonly port: number | string | undefined;
  readonly portAt: FieldPath;
}

/** Every backend of every Ingress and route, in the order of the objects. */
export const backends: View<readonly Backend[]> = (index) => [
  ...index.ofKind('Ingress').flatMap((subject) => [...ingressBackends(subject)]),
  ...index.ofKind(...ROUTES).flatMap((subject) => [...routeBackends(subject)]),
];

function* ingressBackends(subject: RenderedObject): Iterable<Backend> {
  const spec = tree(subject.manifest['spec']);
  yield* ingressBackend(subject, spec['defaultBackend'], ['spec', 'defaultBackend']);
  for (const [i, rule] of trees(spec['rules']).entries()) {
    for (const [j, path] of trees(treeAt(rule, 'http')['paths']).entries()) {
      yield* ingressBackend(subject, path['backend'], ['spec', 'rules', i, 'http', 'paths', j, 'backend']);
    }
  }
}

/** An AWS load balancer reads a backend with the port `use-annotation` from an annotation. */
function* ingressBackend(subject: RenderedObject, backend: unknown, at: FieldPath): Iterable<Backend> {
  const target = treeAt(backend, 'service');
  const service = text(target['name']);
  const { name, number } = tree(target['port']);
  const port = typeof number === 'number' ? number : text(name);
  if (service === undefined || port === 'use-annotation') return;
  const portAt = [...at, 'service', 'port'];
  const { namespace } = subject.manifest.metadata;
  yield { subject, at: [...at, 'service', 'name'], namespace, service, port, portAt };
}

function* routeBackends(subject: RenderedObject): Iterable<Backend> {
  for (const [i, rule] of trees(tree(subject.manifest['spec'])['rules']).entries()) {
    for (const [j, { kind = 'Service', group = '', name, namespace, port }] of trees(rule['backendRefs']).entries()) {
      const service = text(name);
      if (kind !== 'Service' || group !== '' || service === undefined) continue;
      const at = ['spec', 'rules', i, 'backendRefs', j];
      yield {
        subject,
        at: [...at, 'name'],
        namespace: text(namespace) ?? subject.manifest.metadata.namespace,
        service,
        port: typeof port === 'number' ? port : undefined,
        portAt: [...at, 'port'],
      };
    }
  }
}
