import { Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';

/** Properties for `Component`. */
export interface ComponentProps {
  /** Name of the platform, as the label `app.kubernetes.io/part-of`. */
  readonly partOf: string;

  /** Table and row that the component comes from: `lib/platforms/shop/config.ts services.orders`. */
  readonly source: string;
}

/** Annotation that leads an operator from an object in the cluster back to the row to edit. */
export const SOURCE_ANNOTATION = 'platform-manifests/source';

/**
 * A part of a platform that is read, reviewed and rolled out as one: the objects of one file in `dist/`.
 *
 * Its id is the name of the file.
 */
export class Component extends Chart {
  /** The component that holds a construct, or undefined where none does. */
  public static tryOf(construct: IConstruct): Component | undefined {
    // `instanceof` would ask cdk8s whether it is any chart.
    if (Object.prototype.isPrototypeOf.call(Component.prototype, construct)) return construct as Component;
    const { scope } = construct.node;
    return scope && Component.tryOf(scope);
  }

  public readonly source: string;

  constructor(scope: Construct, id: string, props: ComponentProps) {
    super(scope, id, { labels: { 'app.kubernetes.io/part-of': props.partOf }, disableResourceNameHashes: true });
    this.source = props.source;
  }
}
