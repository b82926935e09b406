import { Resources } from '../model/quantity';
import { PodPeer } from './workloads/endpoint';

/** The service mesh that the pods of a namespace are part of: Istio with a sidecar in each of them. */
export interface Mesh {
  /** Revision of the control plane. */
  readonly revision: string;

  /** Its pods, which every sidecar connects to. */
  readonly controlPlane: PodPeer;

  /** What every sidecar is given. */
  readonly proxy: Resources;
}

/** Port of the control plane that sidecars get certificates and routes from. */
export const MESH_CONTROL_PORT = 15012;

/** Where a sidecar reports its own metrics and its program's, in plain text: it is left out of mutual TLS. */
export const MESH_METRICS = { port: 15020, path: '/stats/prometheus' } as const;

/**
 * Annotations of a pod in the mesh: the size of its sidecar, as quotas count it, and that it is one that Kubernetes
 * starts before the program and ends after it, or no Job would ever be done.
 */
export function meshAnnotations({ proxy: { requests, limits } }: Mesh): Record<string, string> {
  return {
    'sidecar.istio.io/nativeSidecar': 'true',
    'sidecar.istio.io/proxyCPU': requests.cpu,
    'sidecar.istio.io/proxyCPULimit': limits.cpu,
    'sidecar.istio.io/proxyMemory': requests.memory,
    'sidecar.istio.io/proxyMemoryLimit': limits.memory,
  };
}

/** Annotations by which a sidecar finds the metrics of its program. */
export function mergedMetricsAnnotations(port: number, path: string): Record<string, string> {
  return { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(port), 'prometheus.io/path': path };
}
