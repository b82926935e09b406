import { Construct } from 'constructs';
import { ArgoApplication } from './argo-application';
import { DeliveredContent, GroupKind } from './delivered-content';
import { DeliveryRoute } from './delivery';

/** A chart, and what it renders. */
export interface ChartSource {
  /** Name of the chart. */
  readonly chart: string;

  /** Repository of the chart: a URL, or a registry without `oci://`. */
  readonly repository: string;

  /** Exact version of the chart. */
  readonly version: string;

  /** Kinds that the chart renders outside of namespaces, and in them. */
  readonly clusterKinds: readonly GroupKind[];
  readonly namespacedKinds: readonly GroupKind[];
}

/** Properties for `ChartRelease`. */
export interface ChartReleaseProps {
  readonly route: Pick<DeliveryRoute, 'namespace' | 'server' | 'schedule'>;
  readonly source: ChartSource;

  /** Name of the release, which the chart names its objects after. */
  readonly release: string;
  readonly values: object;

  /** Namespace that it goes to, which is there already. */
  readonly namespace: string;

  /**
   * Namespaces of others that the chart writes into.
   *
   * @default - none
   */
  readonly guestIn?: readonly string[];

  /**
   * Services of it that others call by name.
   *
   * @default - none
   */
  readonly services?: readonly string[];
}

/**
 * A chart's release that is part of a platform: an Application among the platform's objects, so that it comes after the
 * namespace, the Secrets and the policies that its pods need, and before whoever needs it. Its id is the name of the
 * Application and of the project, which whoever delivers the platform makes from `content`.
 */
export class ChartRelease extends Construct {
  /** Its name. */
  public readonly name: string;

  /** Repository that its project admits. */
  public readonly repository: string;

  /** What its project admits. */
  public readonly content: DeliveredContent;

  /** Services that it makes, as `<namespace>/<name>`. */
  public readonly services: readonly string[];

  constructor(scope: Construct, id: string, props: ChartReleaseProps) {
    super(scope, id);
    const { route, source, release, values, namespace, guestIn = [], services = [] } = props;
    const { chart, repository, version, clusterKinds, namespacedKinds } = source;
    this.name = id;
    this.repository = repository;
    this.content = { namespaces: [namespace, ...guestIn], clusterKinds, namespacedKinds };
    this.services = services.map((service) => `${namespace}/${service}`);
    new ArgoApplication(this, 'Application', {
      ...route,
      name: id,
      project: { name: id },
      source: { repository, revision: version, chart, release, values },
      destination: namespace,
    });
  }

  /** All releases under a construct, in the order of their definition. */
  public static allIn(scope: Construct): ChartRelease[] {
    return scope.node.findAll().filter((construct) => construct instanceof ChartRelease);
  }
}
