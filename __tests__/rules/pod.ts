import { RenderedObject } from '../../lib/rules/rendered-object';
import { object } from './object';

type Fields = Record<string, unknown>;

/** A Deployment of one container, with fields of its pod and of its container. */
export function deployment(spec: Fields, container: Fields = {}, name = 'api', namespace = 'a'): RenderedObject {
  const containers = [{ name: 'api', image: 'example.com/api:1.0.0', ...container }];
  return object(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace },
      spec: { template: { spec: { containers, ...spec } } },
    },
    `${namespace}/${name}`,
  );
}

/** The namespace `a`, letting in pods of a level. */
export function namespace(level: string): RenderedObject {
  const labels = { 'pod-security.kubernetes.io/enforce': level };
  return object({ kind: 'Namespace', metadata: { name: 'a', labels } });
}

/** An object of the namespace `a`. */
export function named(kind: string, name: string, fields: Fields): RenderedObject {
  return object({ kind, metadata: { name, namespace: 'a' }, ...fields });
}
