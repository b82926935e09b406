import { k8s } from 'cdk8s-plus-27';
import { Bytes, canonicalBytes } from '../../model/quantity';

/** A volume as one container sees it. The pod's list of volumes is collected from its containers' mounts. */
export interface Mount {
  readonly volume: k8s.Volume;

  /** Folder in the container, or a file where `subPath` is given. */
  readonly path: string;

  /** @default - the whole volume */
  readonly subPath?: string;

  /** @default false */
  readonly readOnly?: boolean;
}

/** Scratch space that lives as long as the pod. */
export function scratch(name: string, path: string, sizeLimit: Bytes): Mount {
  return { path, volume: { name, emptyDir: { sizeLimit: quantity(sizeLimit) } } };
}

/** Scratch space in memory, for secrets that a program wants as a file of its own. Counts against the memory limit. */
export function memoryScratch(name: string, path: string, sizeLimit: Bytes): Mount {
  return { path, volume: { name, emptyDir: { medium: 'Memory', sizeLimit: quantity(sizeLimit) } } };
}

/** Files of a ConfigMap. Scripts are mounted executable. */
export function configFiles(name: string, path: string, configMap: string, executable = false): Mount {
  const defaultMode = executable ? 0o555 : 0o444;
  return { path, readOnly: true, volume: { name, configMap: { name: configMap, defaultMode } } };
}

/** Chosen keys of a Secret as files, readable by the pod's group. */
export function secretFiles(name: string, path: string, secretName: string, keys: readonly string[]): Mount {
  const items = keys.map((key) => ({ key, path: key }));
  return { path, readOnly: true, volume: { name, secret: { secretName, defaultMode: 0o440, items } } };
}

/** A volume that a claim template of the StatefulSet provides. */
export function claimed(name: string, path: string, subPath?: string): Mount {
  return { path, volume: { name }, ...(subPath === undefined ? {} : { subPath }) };
}

/** Scratch space on a disk of its own, made with the pod and deleted with it: for what is too large for the node's. */
export function scratchDisk(name: string, path: string, size: Bytes, storageClassName: string): Mount {
  const spec: k8s.PersistentVolumeClaimSpec = {
    accessModes: ['ReadWriteOnce'],
    storageClassName,
    volumeMode: 'Filesystem',
    resources: { requests: { storage: quantity(size) } },
  };
  return { path, volume: { name, ephemeral: { volumeClaimTemplate: { spec } } } };
}

function quantity(size: Bytes): k8s.Quantity {
  return k8s.Quantity.fromString(canonicalBytes(size));
}
