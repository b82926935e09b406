import { Manifest } from './rendered-object';

/**
 * What is true of an environment and cannot be read from its objects: the cluster that they are made for, what others
 * bring, and who is meant to talk to whom. Stands as `environment.yaml` in the folder of the environment.
 */
export interface EnvironmentFacts {
  /**
   * Minor version of Kubernetes: `1.28`.
   *
   * @default - the newest that there is a schema for
   */
  readonly kubernetes?: string;

  /**
   * Nodes that pods may run on.
   *
   * @default - unknown; rules that need them judge nothing
   */
  readonly nodes?: NodeFacts;

  /**
   * Objects that somebody else makes, as `<kind> [<namespace>/]<name>`, `*` for any name: `IngressClass nginx`.
   *
   * @default - none but what every cluster has
   */
  readonly provided?: readonly string[];

  /**
   * CustomResourceDefinitions that the cluster has and the bundle does not bring.
   *
   * @default - none but those that come with the rules
   */
  readonly definitions?: readonly Manifest[];

  /**
   * Every connection that is meant to be possible, DNS left out.
   *
   * @default - unknown; what policies allow is not compared
   */
  readonly connections?: readonly DeclaredConnection[];
}

/** Nodes of one size. */
export interface NodeFacts {
  readonly count: number;

  /** Quantities: `4`, `16Gi`. */
  readonly cpu: string;
  readonly memory: string;

  /**
   * What is not there for pods.
   *
   * @default - nothing
   */
  readonly reserved?: { readonly cpu: string; readonly memory: string };

  /**
   * Most pods of one node.
   *
   * @default 110
   */
  readonly pods?: number;

  /**
   * Zones that the nodes stand in, as evenly as they can.
   *
   * @default 1
   */
  readonly zones?: number;
}

/** A client may open connections to ports of a server. */
export interface DeclaredConnection {
  /**
   * `<namespace>/<workload>`; pods by their labels, `ingress-nginx/app.kubernetes.io/name=ingress-nginx`; addresses,
   * `10.0.0.0/8` or `0.0.0.0/0 except 10.0.0.0/8, 192.168.0.0/16`; `*` for everyone.
   */
  readonly from: string;

  /** As `from`. */
  readonly to: string;

  /** Ports of the server's containers, not of its Service: `9092`, `53/UDP`, `8000-8010/TCP`, `*`. TCP where none is named. */
  readonly ports: readonly (number | string)[];
}
