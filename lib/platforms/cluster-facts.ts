import { Mesh } from '../constructs/mesh';
import { SecretStoreReference } from '../constructs/secrets/external-secret';
import { storeReference } from '../constructs/secrets/secret-store';
import { Environment } from '../environments/environment';

/** Name of the ClusterSecretStore of every environment. */
export const SECRET_STORE = 'platform-secrets';

/** Names of the priority classes, which the platform `cluster` defines. */
export const priority = { data: 'platform-data', service: 'platform-service', job: 'platform-job' } as const;

/** The store of an environment, as ExternalSecrets name it. */
export function secretStoreOf({ secretStore }: Environment): SecretStoreReference {
  return storeReference(SECRET_STORE, secretStore);
}

/** The mesh of an environment, as namespaces join it. */
export function meshOf({ mesh }: Environment): Mesh | undefined {
  if (mesh.kind === 'none') return undefined;
  const { revision, namespace, proxy } = mesh;
  return { revision, proxy, controlPlane: { namespace, labels: { app: 'istiod', 'istio.io/rev': revision } } };
}

/** Where names are resolved, for every workload of every namespace. */
export function dnsOf({ dns }: Environment) {
  return {
    peer: dns,
    ports: [
      { port: 53, protocol: 'UDP' },
      { port: 53, protocol: 'TCP' },
    ],
    after: [],
  } as const;
}
