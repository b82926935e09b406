import { EdgeRow } from '../model/edge';
import { EnvironmentName } from '../model/environment';
import { Bytes, Cpu, Resources } from '../model/quantity';
import { SecretStoreRow } from '../model/secret-store';
import { SyncSchedule } from '../model/sync-schedule';

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

  /** How requests from the internet come in, and what protects public hosts. */
  readonly ingress: EdgeRow;

  /** Pods that resolve names. */
  readonly dns: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };

  /** Groups of the identity provider whose members may read a platform's objects, Secrets left out. */
  readonly readers: readonly string[];

  /** Number and size of the nodes, for the proof that everything fits, and the addresses that they have. */
  readonly nodes: {
    readonly count: number;
    readonly cpu: `${number}`;
    readonly memory: `${number}Gi`;

    /** What the kubelet, the system and the cluster's own agents keep of each node: an estimate. */
    readonly reserved: { readonly cpu: Cpu; readonly memory: Bytes };

    /** Most pods of one node. */
    readonly pods: number;

    /** Zones of the cloud that they are spread over. */
    readonly zones: number;
    readonly cidrs: readonly string[];
  };

  /** Where the API server answers, after the translation of its Service: policies see that. */
  readonly apiServer: { readonly cidrs: readonly string[]; readonly port: number };

  readonly monitoring: MonitoringRow;
  readonly mesh: MeshRow;
  readonly objectStorage: ObjectStorageRow;
  readonly delivery: DeliveryRow;
}

/** Who scrapes and who alerts. */
export type MonitoringRow =
  /** The Prometheus of the platform `observability`, with files of its own. */
  | { readonly kind: 'bundled' }
  /** A Prometheus operator that runs already: ServiceMonitors and PrometheusRules that it selects by labels. */
  | {
      readonly kind: 'operator';

      /**
       * Whether it comes with the chart kube-prometheus-stack, as an add-on, in the namespace of its Prometheus.
       *
       * @default false
       */
      readonly isAddOn?: boolean;
      readonly prometheus: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
      readonly selectorLabels: Readonly<Record<string, string>>;
    };

/** Whether pods talk to each other through a service mesh. */
export type MeshRow =
  | { readonly kind: 'none' }
  /** Istio with sidecars and its CNI plugin: nothing without mutual TLS is admitted. */
  | {
      readonly kind: 'istio';

      /** Revision of the control plane, as namespaces choose it: `1-27`. */
      readonly revision: string;

      /** Namespace of the control plane. */
      readonly namespace: string;

      /** What the sidecar of every pod is given; quotas count it. */
      readonly proxy: Resources;
    };

/** Where backups go: a bucket outside this cluster, by the S3 protocol. */
export interface ObjectStorageRow {
  /** Host of the service: `s3.eu-central-1.amazonaws.com`. */
  readonly host: string;
  readonly port: number;
  readonly region: string;
  readonly bucket: string;

  /** Addresses of the service. */
  readonly cidrs: readonly string[];

  /** Whether the secret store holds keys of the bucket. Without them nothing is backed up. */
  readonly hasKeys: boolean;
}

/** How Argo CD brings `dist/` to the cluster. */
export interface DeliveryRow extends SyncSchedule {
  /** Namespace that Argo CD runs in, and reads Applications from. */
  readonly namespace: string;

  /** Git repository that holds `dist/`. */
  readonly repository: string;

  /** Branch, tag or commit to follow. */
  readonly revision: string;

  /** API server that Applications are applied to. */
  readonly server: string;
}
