import { Construct } from 'constructs';
import * as eso from '../../../imports/external-secrets.io';
import { objectMeta } from '../objects/object-meta';

/** A ClusterSecretStore as its readers see it. */
export interface SecretStoreReference {
  readonly name: string;

  /** Key of a bundle of secrets in the store: `prod/shop/mongodb`. */
  remoteKey(bundle: string): string;
}

/** Properties for `ExternalSecret`. */
export interface ExternalSecretProps {
  readonly namespace: string;
  readonly store: SecretStoreReference;

  /** Name of the bundle in the store, without what the environment puts before it: `shop/mongodb`. */
  readonly bundle: string;

  /** Properties of the bundle to read. Each becomes a key of the Secret, unless `template` says otherwise. */
  readonly properties: readonly string[];

  /**
   * Keys of the Secret as Go templates over the properties: a property `app-password` is `{{ .app_password }}`.
   *
   * @default - the properties as they are
   */
  readonly template?: Readonly<Record<string, string>>;
}

/**
 * A Secret that the External Secrets operator writes. Its id is its name; nothing secret stands in the manifest.
 *
 * Defaults of the server are written out, so that a stored object equals the rendered one.
 */
export class ExternalSecret extends Construct {
  constructor(scope: Construct, id: string, props: ExternalSecretProps) {
    super(scope, id);
    const { namespace, store, bundle, properties, template } = props;
    new eso.ExternalSecret(this, 'ExternalSecret', {
      metadata: objectMeta(namespace, id),
      spec: {
        refreshPolicy: eso.ExternalSecretSpecRefreshPolicy.PERIODIC,
        refreshInterval: '1h0m0s',
        secretStoreRef: { kind: eso.ExternalSecretSpecSecretStoreRefKind.CLUSTER_SECRET_STORE, name: store.name },
        target: {
          name: id,
          creationPolicy: eso.ExternalSecretSpecTargetCreationPolicy.OWNER,
          deletionPolicy: eso.ExternalSecretSpecTargetDeletionPolicy.RETAIN,
          ...(template && { template: renderTemplate(template) }),
        },
        data: properties.map((property) => ({
          secretKey: template ? property.replaceAll('-', '_') : property,
          remoteRef: {
            key: store.remoteKey(bundle),
            property,
            conversionStrategy: eso.ExternalSecretSpecDataRemoteRefConversionStrategy.DEFAULT,
            decodingStrategy: eso.ExternalSecretSpecDataRemoteRefDecodingStrategy.NONE,
            metadataPolicy: eso.ExternalSecretSpecDataRemoteRefMetadataPolicy.NONE,
          },
        })),
      },
    });
  }
}

function renderTemplate(data: Readonly<Record<string, string>>): eso.ExternalSecretSpecTargetTemplate {
  return {
    data: { ...data },
    engineVersion: eso.ExternalSecretSpecTargetTemplateEngineVersion.V2,
    mergePolicy: eso.ExternalSecretSpecTargetTemplateMergePolicy.REPLACE,
  };
}
