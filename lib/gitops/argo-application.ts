import { Construct } from 'constructs';
import * as argo from '../../imports/argoproj.io';
import { SyncSchedule } from '../model/sync-schedule';
import { ArgoProject } from './argo-project';

/** Where an Application is read from. */
export type ApplicationSource =
  /** The plain YAML of one folder, its sub-folders left out, and one file if it is named. */
  | { readonly repository: string; readonly revision: string; readonly path: string; readonly exclude?: string }
  /** A Helm chart, its values, and the name of the release. */
  | {
      readonly repository: string;
      readonly revision: string;
      readonly chart: string;
      readonly release: string;
      readonly values: object;
    };

/** A namespace that Argo CD makes for an Application that has none of its own. */
export interface ManagedNamespace {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Properties for `ArgoApplication`. */
export interface ArgoApplicationProps {
  readonly name: string;

  /** The project that it follows, or the name of one that stands in another bundle. */
  readonly project: ArgoProject | { readonly name: string };

  /** Namespace that Argo CD reads Applications from. */
  readonly namespace: string;

  readonly source: ApplicationSource;

  /** API server that it is applied to. */
  readonly server: string;

  readonly schedule: SyncSchedule;

  /** @default - every object names its namespace, and namespaces are objects */
  readonly managedNamespace?: ManagedNamespace;

  /**
   * Namespace of the objects that name none.
   *
   * @default - that of `managedNamespace`
   */
  readonly destination?: string;
}

/**
 * An Application of Argo CD, which follows its project.
 *
 * It has no finalizer: an Application that is deleted leaves everything that it made, data above all. It says nothing
 * where it would say Argo CD's default, because Argo CD deletes such fields and would find its own deed: that an empty
 * folder is refused is one.
 */
export class ArgoApplication extends Construct {
  /** Its name. */
  public readonly name: string;

  constructor(scope: Construct, id: string, props: ArgoApplicationProps) {
    super(scope, id);
    this.name = props.name;
    this.node.addValidation({ validate: () => findArgoApplicationProblems(props) });
    const { name, project, namespace, source, server, schedule, managedNamespace } = props;
    const destination = props.destination ?? managedNamespace?.name;
    const { automated, retry } = schedule;
    const application = new argo.Application(this, 'Application', {
      metadata: { name, namespace },
      spec: {
        project: project.name,
        source: renderSource(source),
        destination: { server, ...(destination !== undefined && { namespace: destination }) },
        syncPolicy: {
          ...(automated && { automated: { prune: true, selfHeal: true } }),
          retry: {
            limit: retry.limit,
            backoff: { duration: retry.after, factor: retry.factor, maxDuration: retry.most },
          },
          ...(managedNamespace && { managedNamespaceMetadata: { labels: { ...managedNamespace.labels } } }),
          syncOptions: [...SYNC_OPTIONS, ...(managedNamespace ? ['CreateNamespace=true'] : [])],
        },
      },
    });
    if (project instanceof ArgoProject) application.node.addDependency(project);
  }
}

/** Why each: docs/decisions/0032. */
const SYNC_OPTIONS = [
  'ServerSideApply=true',
  'FailOnSharedResource=true',
  'SkipDryRunOnMissingResource=true',
  'PruneLast=true',
] as const;

function renderSource(source: ApplicationSource): argo.ApplicationSpecSource {
  const { repository, revision } = source;
  const where = { repoUrl: repository, targetRevision: revision };
  if ('path' in source) {
    const { path, exclude } = source;
    return { ...where, path, ...(exclude !== undefined && { directory: { exclude } }) };
  }
  return { ...where, chart: source.chart, helm: { releaseName: source.release, valuesObject: source.values } };
}

/** What is wrong with an Application. */
export function findArgoApplicationProblems({ source, schedule }: ArgoApplicationProps): string[] {
  const { limit, factor } = schedule.retry;
  const floating = 'chart' in source && !/^v?\d+\.\d+\.\d+$/.test(source.revision);
  return [
    ...(source.revision === 'HEAD' ? ["revision must be chosen, got 'HEAD'; name a branch, a tag or a commit"] : []),
    ...(floating ? [`version of a chart must be exact, got '${source.revision}'; write all three numbers`] : []),
    ...(Number.isInteger(limit) && limit >= 1
      ? []
      : [`retry.limit must be a whole number of at least 1, got ${limit}; Argo CD tries a commit only once by itself`]),
    ...(Number.isInteger(factor) && factor >= 1
      ? []
      : [`retry.factor must be a whole number of at least 1, got ${factor}`]),
  ];
}
