import { Construct } from 'constructs';
import { SyncSchedule } from '../model/sync-schedule';
import { ArgoApplication } from './argo-application';
import { ArgoProject } from './argo-project';
import { DeliveredContent } from './delivered-content';

/** How Argo CD reaches one cluster from one repository. */
export interface DeliveryRoute {
  /** Namespace that Argo CD runs in. */
  readonly namespace: string;

  /** Git repository that holds the manifests. */
  readonly repository: string;

  /** Branch, tag or commit to follow. */
  readonly revision: string;

  /** API server to apply them to. */
  readonly server: string;

  readonly schedule: SyncSchedule;
}

/** Properties for `Delivery`. */
export interface DeliveryProps {
  readonly route: DeliveryRoute;

  /** Folder in the repository. */
  readonly path: string;

  /**
   * File in it that is left out.
   *
   * @default - none
   */
  readonly exclude?: string;

  /** What people see beside the name of the project. */
  readonly description: string;

  readonly content: DeliveredContent;
}

/** One folder of manifests on its way to a cluster: a project that admits what stands in it, and an Application. Its id names both. */
export class Delivery extends Construct {
  public readonly application: ArgoApplication;

  constructor(scope: Construct, id: string, { route, path, exclude, description, content }: DeliveryProps) {
    super(scope, id);
    const { namespace, repository, revision, server, schedule } = route;
    const project = new ArgoProject(this, 'Project', { name: id, namespace, description, repository, server, content });
    this.application = new ArgoApplication(this, 'Application', {
      name: id,
      project,
      namespace,
      server,
      schedule,
      source: { repository, revision, path, ...(exclude !== undefined && { exclude }) },
    });
  }
}
