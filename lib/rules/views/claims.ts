import { ObjectIndex } from '../object-index';
import { PodTemplate } from './pods';
import { text, tree, treeAt, trees } from './tree';

/** Names of the volumes that a StatefulSet makes claims for; they take the place of volumes of the same name. */
export function claimTemplates({ owner }: PodTemplate): string[] {
  const { volumeClaimTemplates } = tree(owner.manifest['spec']);
  return trees(volumeClaimTemplates).flatMap(({ metadata }) => text(tree(metadata)['name']) ?? []);
}

/** Claims that a pod mounts and that one node at a time may hold, by their names; of those in the bundle. */
export function exclusiveClaims(
  index: ObjectIndex,
  { spec, namespace }: PodTemplate,
): { name: string; volume: number }[] {
  return (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }, volume) => {
    const name = persistentVolumeClaim?.claimName;
    const claim = name === undefined ? undefined : index.find('PersistentVolumeClaim', namespace, name);
    const modes = treeAt(claim?.manifest, 'spec')['accessModes'];
    const exclusive =
      Array.isArray(modes) && modes.length > 0 && modes.every((mode) => /^ReadWriteOnce/.test(String(mode)));
    return exclusive && name !== undefined ? [{ name, volume }] : [];
  });
}
