import { EnvironmentName } from '../model/environment';
import { SecretStoreRow } from '../model/secret-store';

/** Facts of one cluster that no platform decides. */
export interface Environment {
  readonly name: EnvironmentName;

  /** Registry, and folder in it, that our own images are pulled from. */
  readonly registry: string;

  /** Domain under which public hosts live: `wms.<domain>`. */
  readonly domain: string;

  /** Domain of the cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;

  /** Minor version of the cluster, as Pod Security labels name it. */
  readonly kubernetesMinor: `v1.${number}`;

  /** The storage class that every claim names. */
  readonly storageClass: {
    readonly name: string;
    readonly provisioner: string;
    readonly parameters: Readonly<Record<string, string>>;
    readonly reclaimPolicy: 'Retain' | 'Delete';
  };

  readonly secretStore: SecretStoreRow;

  readonly ingress: {
    /** Name of the IngressClass. */
    readonly className: string;

    /** Pods of the controller, which public services admit. */
    readonly controller: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };

    /** ClusterIssuer that certificates of public hosts come from. */
    readonly tlsIssuer: string;
  };

  /** Pods that resolve names. */
  readonly dns: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };

  /** Groups of the identity provider whose members may read a platform's objects, Secrets left out. */
  readonly readers: readonly string[];

  /** Number and size of the nodes, for the proof that everything fits. */
  readonly nodes: { readonly count: number; readonly cpu: `${number}`; readonly memory: `${number}Gi` };
}
