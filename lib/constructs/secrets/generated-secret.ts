import { Construct } from 'constructs';
import * as eso from '../../../imports/external-secrets.io';
import { Password } from '../../../imports/generators.external-secrets.io';
import { objectMeta } from '../objects/object-meta';

/** Properties for `GeneratedSecret`. */
export interface GeneratedSecretProps {
  readonly namespace: string;

  /** Keys of the Secret; each gets a value of its own. */
  readonly properties: readonly string[];

  /** Length of each value, in characters. */
  readonly length: number;
}

/**
 * A Secret with generated values, made once and never again: for clusters whose secrets nobody has to know.
 *
 * Its id is its name. Letters and digits only, so that a value may stand in a URI or in a configuration file.
 */
export class GeneratedSecret extends Construct {
  constructor(scope: Construct, id: string, { namespace, properties, length }: GeneratedSecretProps) {
    super(scope, id);
    const metadata = {
      ...objectMeta(namespace, id),
      // A value made again would lock the stores out of their own data.
      annotations: { 'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false' },
    };
    new Password(this, 'Password', {
      metadata,
      spec: {
        allowRepeat: true,
        digits: Math.floor(length / 4),
        length,
        noUpper: false,
        secretKeys: [...properties],
        symbols: 0,
      },
    });
    new eso.ExternalSecret(this, 'ExternalSecret', {
      metadata,
      spec: {
        refreshPolicy: eso.ExternalSecretSpecRefreshPolicy.CREATED_ONCE,
        refreshInterval: '1h0m0s',
        target: {
          name: id,
          creationPolicy: eso.ExternalSecretSpecTargetCreationPolicy.ORPHAN,
          deletionPolicy: eso.ExternalSecretSpecTargetDeletionPolicy.RETAIN,
          immutable: true,
        },
        dataFrom: [
          {
            sourceRef: {
              generatorRef: {
                apiVersion: 'generators.external-secrets.io/v1alpha1',
                kind: eso.ExternalSecretSpecDataFromSourceRefGeneratorRefKind.PASSWORD,
                name: id,
              },
            },
          },
        ],
      },
    });
  }
}
