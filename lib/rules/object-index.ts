import { groupOf } from '../model/api-version';
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

  /**
   * Every object of some kinds, in the order of the bundle. What others call a Service or a NetworkPolicy, as Knative and
   * Calico do, is none of Kubernetes.
   */
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

const CORE = 'ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod';

/** Kinds of Kubernetes by their groups. Others use the same names for kinds of another shape. */
const OWN: readonly [groups: readonly string[], kinds: string][] = [
  [[''], `${CORE} ReplicationController ResourceQuota Secret Service ServiceAccount`],
  [['apps', 'extensions'], 'DaemonSet Deployment ReplicaSet StatefulSet'],
  [['batch'], 'CronJob Job'],
  [['autoscaling'], 'HorizontalPodAutoscaler'],
  [['networking.k8s.io', 'extensions'], 'Ingress IngressClass NetworkPolicy'],
  [['policy'], 'PodDisruptionBudget'],
  [['rbac.authorization.k8s.io'], 'ClusterRole ClusterRoleBinding Role RoleBinding'],
  [['storage.k8s.io'], 'StorageClass'],
];

const GROUPS = new Map(
  OWN.flatMap(([groups, kinds]) => kinds.split(' ').map((kind): [string, readonly string[]] => [kind, groups])),
);

/** The kind of an object; with its group where Kubernetes has a kind of that name in another one. */
export function kindOf(manifest: Partial<Manifest> | null): string {
  const { kind, apiVersion } = manifest ?? {};
  if (typeof kind !== 'string') return '';
  // The core group has the one version v1.
  const version = typeof apiVersion === 'string' ? apiVersion : '?';
  const group = version === 'v1' ? '' : groupOf(version) || version;
  const groups = GROUPS.get(kind);
  return groups === undefined || groups.includes(group) ? kind : `${kind} of ${group}`;
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}
