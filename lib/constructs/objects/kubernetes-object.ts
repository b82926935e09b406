import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/** A kind of object, as cdk8s generates a class for it: `k8s.KubeService`. */
export interface ObjectType<P> {
  readonly GVK: GroupVersionKind;
  manifest(props?: P): unknown;
}

/**
 * An object of a generated type, rendered without the search for tokens that cdk8s makes in every value: what is not
 * known yet when the object is defined is asked for when it is rendered.
 */
export class KubernetesObject<P extends { readonly metadata?: ApiObjectMetadata }> extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    private readonly type: ObjectType<P>,
    private readonly known: P,
    private readonly late: () => Partial<P> = () => ({}),
  ) {
    super(scope, id, { ...type.GVK, ...(known.metadata && { metadata: known.metadata }) });
  }

  public override toJson(): unknown {
    const fields = { ...this.known, ...this.late(), metadata: undefined } as unknown as P;
    return { ...(this.type.manifest(fields) as object), metadata: this.metadata.toJson() as unknown };
  }
}
