import { GroupKind } from '../../gitops/delivered-content';
import { PerEnv } from '../../model/environment';
import { Resources } from '../../model/quantity';

/** File that holds the table. */
export const TABLE = 'lib/platforms/delivery/config.ts';

/** A program of somebody else that the cluster needs before our platforms, by the chart of its makers. */
export interface AddOnRow {
  /** Name of the chart, the release, the project and the Application. */
  readonly chart: string;

  /** Repository of the chart: a URL, or a registry without `oci://`. */
  readonly repository: string;

  /** Exact version of the chart. */
  readonly version: string;

  /** Namespace that Argo CD makes for it, under Pod Security restricted. */
  readonly namespace: string;

  /** Namespaces of others that the chart writes into. */
  readonly guestIn: readonly string[];

  /** Kinds that the chart renders outside of namespaces, and in them. */
  readonly clusterKinds: readonly GroupKind[];
  readonly namespacedKinds: readonly GroupKind[];

  /** Pods of each of its programs: more than one also get a budget. */
  readonly replicas: PerEnv<number>;

  /** Requests and limits of its main program. */
  readonly resources: Resources;
}

/** An add-on with helpers beside its main program: a webhook, and what injects certificates. */
export interface AddOnWithHelpersRow extends AddOnRow {
  /** Requests and limits of each helper. */
  readonly helperResources: Resources;
}

/** What Argo CD brings to a cluster beside the platforms. */
export interface DeliveryRows {
  /** Name of the bundle: its folder in `dist/<environment>/`. */
  readonly name: string;

  /** Application that holds all the others, and is applied by hand once. */
  readonly root: string;

  /** Platform that all others wait for. */
  readonly first: string;

  readonly addOns: {
    readonly certManager: AddOnWithHelpersRow;
    readonly externalSecrets: AddOnWithHelpersRow;

    /** Only where the environment's edge is `nginx`. */
    readonly ingressNginx: AddOnRow;

    readonly metricsServer: AddOnRow;

    /** Only where the environment's operator of Prometheus is an add-on, in the namespace that it names; one of each. */
    readonly prometheusStack: Omit<AddOnRow, 'namespace' | 'replicas'>;
  };
}
