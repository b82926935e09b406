import { Construct } from 'constructs';
import { ArgoApplication } from './argo-application';
import { ArgoProject } from './argo-project';
import { GroupKind } from './delivered-content';
import { DeliveryRoute } from './delivery';

/** Properties for `AddOn`. */
export interface AddOnProps {
  readonly route: Pick<DeliveryRoute, 'namespace' | 'server' | 'schedule'>;

  /** Repository of the chart: a URL, or a registry without `oci://`. */
  readonly repository: string;

  /** Exact version of the chart. */
  readonly version: string;

  readonly values: object;

  /** Namespace that Argo CD makes for it. */
  readonly home: string;

  /** Labels of that namespace. */
  readonly homeLabels: Readonly<Record<string, string>>;

  /**
   * Namespaces of others that the chart writes into.
   *
   * @default - none
   */
  readonly guestIn?: readonly string[];

  /** Kinds that the chart renders outside of namespaces; `Namespace` is added for its home. */
  readonly clusterKinds: readonly GroupKind[];

  /** Kinds that the chart renders in namespaces. */
  readonly namespacedKinds: readonly GroupKind[];
}

/** A program of somebody else from its makers' chart, with a project of its own. Its id names chart, release, project and Application. */
export class AddOn extends Construct {
  public readonly application: ArgoApplication;

  constructor(scope: Construct, id: string, props: AddOnProps) {
    super(scope, id);
    const { route, repository, version, values, home, homeLabels, guestIn = [], clusterKinds, namespacedKinds } = props;
    const { namespace, server, schedule } = route;
    const project = new ArgoProject(this, 'Project', {
      name: id,
      namespace,
      description: `Add-on ${id}: the chart of its makers`,
      repository,
      server,
      content: {
        namespaces: [home, ...guestIn],
        clusterKinds: [{ group: '', kind: 'Namespace' }, ...clusterKinds],
        namespacedKinds,
      },
    });
    this.application = new ArgoApplication(this, 'Application', {
      name: id,
      project,
      namespace,
      server,
      schedule,
      source: { repository, revision: version, chart: id, release: id, values },
      managedNamespace: { name: home, labels: homeLabels },
    });
  }
}
