import { Construct } from 'constructs';
import * as argo from '../../imports/argoproj.io';
import { DeliveredContent } from './delivered-content';

/** Properties for `ArgoProject`. */
export interface ArgoProjectProps {
  readonly name: string;

  /** Namespace that Argo CD reads projects from. */
  readonly namespace: string;

  /** What people see beside its name. */
  readonly description: string;

  /** The one repository that its Applications may be read from. */
  readonly repository: string;

  /** API server that its Applications may be applied to. */
  readonly server: string;

  /** What they may hold. */
  readonly content: DeliveredContent;
}

/**
 * An AppProject that admits exactly what its Application holds.
 *
 * A destination without a namespace matches only what has none; a list of namespaced kinds that is left out would admit
 * all of them, so a project without such objects refuses them by name.
 */
export class ArgoProject extends Construct {
  /** Its name, as an Application refers to it. */
  public readonly name: string;

  constructor(scope: Construct, id: string, props: ArgoProjectProps) {
    super(scope, id);
    this.name = props.name;
    this.node.addValidation({ validate: () => findArgoProjectProblems(props) });
    const { name, namespace, description, repository, server, content } = props;
    const { namespaces, clusterKinds, namespacedKinds } = content;
    new argo.AppProject(this, 'AppProject', {
      metadata: { name, namespace },
      spec: {
        description,
        sourceRepos: [repository],
        destinations: [{ server }, ...namespaces.map((each) => ({ server, namespace: each }))],
        ...(clusterKinds.length > 0 && { clusterResourceWhitelist: [...clusterKinds] }),
        ...(namespacedKinds.length > 0
          ? { namespaceResourceWhitelist: [...namespacedKinds] }
          : { namespaceResourceBlacklist: [{ group: '*', kind: '*' }] }),
      },
    });
  }
}

/** What is wrong with a project. */
export function findArgoProjectProblems({ repository, content }: ArgoProjectProps): string[] {
  const { namespaces, clusterKinds, namespacedKinds } = content;
  const names = [...namespaces, ...[...clusterKinds, ...namespacedKinds].flatMap(({ group, kind }) => [group, kind])];
  const open = [repository, ...names].filter((name) => /[*!]/.test(name));
  return [
    ...open.map((name) => `project must admit no pattern, got '${name}'; write the names out`),
    ...(clusterKinds.length + namespacedKinds.length === 0
      ? ['project must admit something, got no kind; leave away a platform that renders nothing']
      : []),
  ];
}
