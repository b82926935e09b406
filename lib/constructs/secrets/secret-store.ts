import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import * as eso from '../../../imports/external-secrets.io';
import { SecretStoreRow } from '../../model/secret-store';
import { SecretStoreReference } from './external-secret';
import { KubernetesObject } from '../objects/kubernetes-object';

/** Properties for `SecretStore`. */
export interface SecretStoreProps {
  readonly backend: SecretStoreRow;

  /** Bundles that the store may hand out, where they are generated in this cluster. */
  readonly bundles: readonly string[];

  /** Label that a namespace must carry for its ExternalSecrets to read; every other one is refused. */
  readonly readerLabel: string;
}

/**
 * The ClusterSecretStore that every ExternalSecret names. Its id is its name.
 *
 * Over generated secrets it logs in with an account that may read exactly those, and nothing else.
 */
export class SecretStore extends Construct {
  constructor(scope: Construct, id: string, { backend, bundles, readerLabel }: SecretStoreProps) {
    super(scope, id);
    if (backend.kind === 'generated') this.defineReader(backend.namespace, bundles.map(generatedName));
    new eso.ClusterSecretStore(this, 'Store', {
      metadata: { name: id },
      spec: {
        provider: this.renderProvider(backend),
        conditions: [{ namespaceSelector: { matchExpressions: [{ key: readerLabel, operator: 'Exists' }] } }],
      },
    });
  }

  private renderProvider(backend: SecretStoreRow): eso.ClusterSecretStoreSpecProvider {
    switch (backend.kind) {
      case 'generated':
        return {
          kubernetes: {
            remoteNamespace: backend.namespace,
            server: {
              url: 'kubernetes.default',
              caProvider: {
                type: eso.ClusterSecretStoreSpecProviderKubernetesServerCaProviderType.CONFIG_MAP,
                name: 'kube-root-ca.crt',
                namespace: backend.namespace,
                key: 'ca.crt',
              },
            },
            auth: { serviceAccount: { name: this.node.id, namespace: backend.namespace } },
          },
        };
      case 'aws':
        return {
          aws: {
            service: eso.ClusterSecretStoreSpecProviderAwsService.SECRETS_MANAGER,
            region: backend.region,
            auth: { jwt: { serviceAccountRef: { ...backend.serviceAccount } } },
          },
        };
      case 'vault':
        return {
          vault: {
            server: backend.server,
            path: backend.path,
            version: eso.ClusterSecretStoreSpecProviderVaultVersion.V2,
            auth: {
              kubernetes: {
                mountPath: 'kubernetes',
                role: backend.role,
                serviceAccountRef: { ...backend.serviceAccount },
              },
            },
          },
        };
    }
  }

  private defineReader(namespace: string, resourceNames: readonly string[]): void {
    const metadata = { name: this.node.id, namespace };
    new KubernetesObject(this, 'Account', k8s.KubeServiceAccount, { metadata, automountServiceAccountToken: false });
    new KubernetesObject(this, 'Role', k8s.KubeRole, {
      metadata,
      rules: [
        { apiGroups: [''], resources: ['secrets'], resourceNames: [...resourceNames], verbs: ['get'] },
        // The store asks for its own rights before it calls itself ready.
        { apiGroups: ['authorization.k8s.io'], resources: ['selfsubjectrulesreviews'], verbs: ['create'] },
      ],
    });
    new KubernetesObject(this, 'Binding', k8s.KubeRoleBinding, {
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: this.node.id },
      subjects: [{ kind: 'ServiceAccount', name: this.node.id, namespace }],
    });
  }
}

/** How the bundles of a store are called from an ExternalSecret. */
export function storeReference(name: string, backend: SecretStoreRow): SecretStoreReference {
  return {
    name,
    remoteKey: (bundle) => (backend.kind === 'generated' ? generatedName(bundle) : `${backend.prefix}${bundle}`),
  };
}

/** Name of the generated Secret of a bundle: a slash is no part of a name. */
export const generatedName = (bundle: string): string => bundle.replaceAll('/', '-');
