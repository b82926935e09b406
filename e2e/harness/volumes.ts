import { type ApiServer, type Live } from './api-server';

const SELECTED_NODE = 'volume.kubernetes.io/selected-node';
const ZONE = 'topology.kubernetes.io/zone';

/**
 * Plays the driver of a StorageClass that waits for the first pod: a claim gets a volume in the zone of the node that
 * the scheduler chose for that pod, and it stays in that zone for ever. Returns how to end it.
 */
export async function provisionVolumes(api: ApiServer): Promise<() => void> {
  const zones = new Map<string, string>();
  const made = new Set<string>();
  const endNodes = await api.watch('/api/v1/nodes', ({ object: { metadata } }) => {
    zones.set(metadata.name, metadata.labels[ZONE]);
  });
  const endClaims = await api.watch('/api/v1/persistentvolumeclaims', ({ type, object: claim }) => {
    const node = claim.metadata.annotations?.[SELECTED_NODE];
    if (type === 'DELETED' || claim.spec.volumeName || node === undefined || made.has(claim.metadata.uid)) return;
    made.add(claim.metadata.uid);
    void api.create('/api/v1/persistentvolumes', volumeOf(claim, zones.get(node) ?? ''));
  });
  return () => {
    endNodes();
    endClaims();
  };
}

function volumeOf({ metadata: { uid, name, namespace }, spec }: Live, zone: string): object {
  const inZone = { key: ZONE, operator: 'In', values: [zone] };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pvc-${uid}` },
    spec: {
      accessModes: spec.accessModes,
      capacity: { storage: spec.resources.requests.storage },
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace, uid },
      csi: { driver: 'e2e.example.com', volumeHandle: uid },
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [inZone] }] } },
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: spec.storageClassName,
    },
  };
}
