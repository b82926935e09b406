import { EnvironmentFacts } from './environment-facts';
import { Manifest, RenderedObject, SourceFile } from './rendered-object';

/** Something that several rules want to know of a bundle. Pure; computed once. */
export type View<T> = (index: ObjectIndex) => T;

/** Objects that are applied to one cluster together. */
export class ObjectIndex {
  private readonly views = new Map<View<unknown>, unknown>();
  private readonly byKind = new Map<string, RenderedObject[]>();
  private readonly byName = new Map<string, RenderedObject>();

  /** `named` are objects that are there, and of which only the name can be trusted: `find` finds them. */
  constructor(
    public readonly objects: readonly RenderedObject[],
    public readonly facts: EnvironmentFacts = {},
    public readonly files: readonly SourceFile[] = [],
    public readonly named: readonly RenderedObject[] = [],
  ) {
    for (const object of named) this.addName(object);
    for (const object of objects) {
      const kind = kindOf(object.manifest);
      const known = this.byKind.get(kind);
      if (known) known.push(object);
      else this.byKind.set(kind, [object]);
      this.addName(object);
    }
  }

  /** Every object of some kinds, in the order of the bundle. `Service` is that of Kubernetes, and of nobody else. */
  public ofKind(...kinds: readonly string[]): readonly RenderedObject[] {
    return kinds.length === 1
      ? (this.byKind.get(kinds[0] ?? '') ?? [])
      : kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
  }

  /** The object of a kind and name; `namespace` is undefined where it stands in none. */
  public find(kind: string, namespace: string | undefined, name: string): RenderedObject | undefined {
    return this.byName.get(keyOf(kind, namespace, name));
  }

  private addName(object: RenderedObject): void {
    const { metadata } = (object.manifest ?? {}) as Partial<Manifest>;
    const kind = kindOf(object.manifest);
    if (kind !== '' && metadata?.name) this.byName.set(keyOf(kind, metadata.namespace, metadata.name), object);
  }

  /** A view of this bundle, the same object each time. */
  public view<T>(view: View<T>): T {
    if (!this.views.has(view)) this.views.set(view, view(this));
    return this.views.get(view) as T;
  }
}

/** Kinds of Kubernetes whose names others give to kinds of theirs: a Service of Knative, a NetworkPolicy of Calico. */
const SHARED_NAMES = new Set([
  ...['ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'CronJob', 'DaemonSet', 'Deployment', 'Endpoints', 'Ingress'],
  ...['IngressClass', 'Job', 'LimitRange', 'Namespace', 'NetworkPolicy', 'Node', 'PersistentVolume', 'Pod'],
  ...['PersistentVolumeClaim', 'PodDisruptionBudget', 'PriorityClass', 'ReplicaSet', 'ResourceQuota', 'Role'],
  ...['RoleBinding', 'Secret', 'Service', 'ServiceAccount', 'StatefulSet', 'StorageClass', 'HorizontalPodAutoscaler'],
]);

/** The kind; with its group, where it is not the one of Kubernetes by this name. */
function kindOf(manifest: unknown): string {
  const { kind, apiVersion } = (manifest ?? {}) as Partial<Manifest>;
  if (typeof kind !== 'string' || !SHARED_NAMES.has(kind)) return typeof kind === 'string' ? kind : '';
  const group = String(apiVersion).split('/').slice(0, -1).join('/');
  return !group.includes('.') || group.endsWith('.k8s.io') ? kind : `${kind}.${group}`;
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}
