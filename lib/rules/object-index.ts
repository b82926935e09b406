import { EnvironmentFacts } from './environment-facts';
import { RenderedObject, SourceFile } from './rendered-object';

/** Something that several rules want to know of a bundle. Pure; computed once. */
export type View<T> = (index: ObjectIndex) => T;

/** Objects that are applied to one cluster together. */
export class ObjectIndex {
  private readonly views = new Map<View<unknown>, unknown>();
  private readonly byKind = new Map<string, RenderedObject[]>();
  private readonly byName = new Map<string, RenderedObject>();

  constructor(
    public readonly objects: readonly RenderedObject[],
    public readonly facts: EnvironmentFacts = {},
    public readonly files: readonly SourceFile[] = [],
  ) {
    for (const object of objects) {
      const { kind, metadata } = object.manifest;
      const known = this.byKind.get(kind);
      if (known) known.push(object);
      else this.byKind.set(kind, [object]);
      this.byName.set(keyOf(kind, metadata.namespace, metadata.name), object);
    }
  }

  /** Every object of some kinds, in the order of the bundle. */
  public ofKind(...kinds: readonly string[]): readonly RenderedObject[] {
    return kinds.length === 1
      ? (this.byKind.get(kinds[0] ?? '') ?? [])
      : kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
  }

  /** The object of a kind and name; `namespace` is undefined where it stands in none. */
  public find(kind: string, namespace: string | undefined, name: string): RenderedObject | undefined {
    return this.byName.get(keyOf(kind, namespace, name));
  }

  /** A view of this bundle, the same object each time. */
  public view<T>(view: View<T>): T {
    if (!this.views.has(view)) this.views.set(view, view(this));
    return this.views.get(view) as T;
  }
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}
