import { PerEnv } from './environment';
import { Resources } from './quantity';
import { Scale } from './scale';

/** Something of the platform that services connect to. */
export type Backend = 'mongodb' | 'kafka' | 'temporal' | 'otlp';

/** A host outside the cluster. */
export interface OutsideHost {
  /** Who is there, for the reader: `carrier APIs`. */
  readonly what: string;

  /** Its name: `api.example.com`. Policies know only its port, so it stands in an annotation of them. */
  readonly host: string;
  readonly port: number;
}

/**
 * A service and all its connections. Each is declared here once: variables, references to Secrets, both sides of the
 * NetworkPolicies and the order of the roll-out follow from it.
 */
export interface ServiceRow {
  /** TCP port of the container and of the Service, once in a platform. */
  readonly port: number;

  /** Version of the image, an exact tag. */
  readonly version: PerEnv<string>;
  readonly scale: PerEnv<Scale>;
  readonly resources: PerEnv<Resources>;

  /** Stores and engines that it connects to. */
  readonly uses: readonly Backend[];

  /**
   * Database of its own, where it uses MongoDB.
   *
   * @default - none
   */
  readonly database?: string;

  /**
   * Task queue that it works on, where it uses Temporal.
   *
   * @default - it starts workflows and works on none
   */
  readonly taskQueue?: string;

  /** Topics that it writes. */
  readonly publishes: readonly string[];

  /**
   * Topics that it reads, each with the number of pods that get no partition at full scale: the surplus is accepted by
   * writing it down, because those pods still answer requests.
   */
  readonly consumes: Readonly<Record<string, PerEnv<number>>>;

  /** Services that it sends requests to. */
  readonly calls: readonly string[];

  /**
   * Host below the environment's domain under which the internet reaches it: `orders.wms`.
   *
   * @default - internal: only its callers reach it
   */
  readonly exposes?: string;

  /** Hosts outside the cluster that it connects to. */
  readonly reaches: readonly OutsideHost[];

  /** Time from the request to end until the kill. */
  readonly terminationGrace: `${number}s`;

  /** How fast it shrinks; it grows at once. */
  readonly scaleDown: ScaleDown;
}

/** How fast pods may be taken away when the load falls. */
export interface ScaleDown {
  /** Time that the load must have been lower. */
  readonly after: `${number}s`;

  /** Most that may end in one `every`, in whole percent of the running pods. */
  readonly percent: number;
  readonly every: `${number}s`;
}
