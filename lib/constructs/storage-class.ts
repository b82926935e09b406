import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { KubernetesObject } from './objects/kubernetes-object';

/** Properties for `StorageClass`. */
export interface StorageClassProps {
  readonly provisioner: string;

  /** Parameters of the provisioner: kind of disk, encryption. */
  readonly parameters: Readonly<Record<string, string>>;

  /** What becomes of a disk whose claim is deleted. */
  readonly reclaimPolicy: 'Retain' | 'Delete';
}

/** Disks that can grow and that are made in the zone of the pod that wants them. Its id is its name. */
export class StorageClass extends Construct {
  constructor(scope: Construct, id: string, { provisioner, parameters, reclaimPolicy }: StorageClassProps) {
    super(scope, id);
    new KubernetesObject(this, 'StorageClass', k8s.KubeStorageClass, {
      metadata: { name: id },
      provisioner,
      parameters: { ...parameters },
      reclaimPolicy,
      allowVolumeExpansion: true,
      volumeBindingMode: 'WaitForFirstConsumer',
    });
  }
}
