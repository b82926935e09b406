import { Manifest, RenderedObject } from '../../lib/rules/rendered-object';

/** A ConfigMap, but for the fields that are given. */
export function object(manifest: Partial<Manifest> & Record<string, unknown>, path = 'wms/api'): RenderedObject {
  return {
    path,
    manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'api', namespace: 'a' }, ...manifest },
  };
}
