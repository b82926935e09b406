import { RPO_ANNOTATION } from '../../model/rpo-annotation';
import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Engine, engineOf } from '../views/engines';
import { containersOf, PodTemplate, podTemplates } from '../views/pods';
import { DEFAULT_NAMESPACE } from '../views/network-policies';

/** A server with data that only it has. */
export interface Store {
  readonly object: RenderedObject;
  readonly pod: PodTemplate;
  readonly namespace: string;
  readonly engine: Engine;

  /** Its own name and those of the Services that lead to it. */
  readonly names: readonly string[];

  /** What may be lost, as it is annotated. */
  readonly rpo: string | undefined;
}

/** Every database whose data is on a volume that outlives its pod, but for those whose data may be lost. */
export const stores: View<readonly Store[]> = (index) => {
  const databases = index.view(podTemplates).filter((pod) => keepsData(pod) && engineOfPod(pod) !== undefined);
  return databases.flatMap((pod): Store[] => {
    const { owner, namespace = DEFAULT_NAMESPACE } = pod;
    const { metadata } = owner.manifest;
    const engine = engineOfPod(pod);
    const rpo = metadata.annotations?.[RPO_ANNOTATION];
    if (!engine || rpo === 'none') return [];
    const services = index.ofKind('Service').filter(({ manifest }) => {
      const { selector } = (manifest['spec'] ?? {}) as { selector?: Readonly<Record<string, string>> };
      return (
        (manifest.metadata.namespace ?? DEFAULT_NAMESPACE) === namespace &&
        selector !== undefined &&
        Object.entries(selector).every(([key, value]) => pod.labels[key] === value)
      );
    });
    const names = [metadata.name, ...services.map(({ manifest }) => manifest.metadata.name)];
    return [{ object: owner, pod, namespace, engine, names, rpo }];
  });
};

function keepsData({ owner: { manifest }, spec }: PodTemplate): boolean {
  if (manifest.kind !== 'StatefulSet' && manifest.kind !== 'Deployment') return false;
  const { volumeClaimTemplates = [] } = (manifest['spec'] ?? {}) as { volumeClaimTemplates?: readonly object[] };
  return volumeClaimTemplates.length > 0 || (spec.volumes ?? []).some((volume) => volume.persistentVolumeClaim);
}

/** The database that a pod runs: one that listens, not one whose tools are used. */
function engineOfPod(pod: PodTemplate): Engine | undefined {
  const servers = containersOf(pod).filter(({ init }) => !init);
  return servers.map(({ container }) => engineOf(container)).find((engine) => engine !== undefined);
}
