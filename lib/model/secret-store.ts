/** Where an environment keeps its secrets. */
export type SecretStoreRow =
  /** Made in the cluster itself, once, as Secrets of one namespace, and known to nobody. */
  | { readonly kind: 'generated'; readonly namespace: string }
  /** AWS Secrets Manager: a JSON object for each bundle, under a prefix of the environment's own. */
  | {
      readonly kind: 'aws';
      readonly region: string;
      readonly prefix: string;
      readonly serviceAccount: NamespacedName;
    }
  /** HashiCorp Vault, KV version 2: a bundle for each path, under a prefix of the environment's own. */
  | {
      readonly kind: 'vault';
      readonly server: string;
      readonly path: string;
      readonly prefix: string;
      readonly role: string;
      readonly serviceAccount: NamespacedName;
    };

/** Something of another team, by namespace and name. */
export interface NamespacedName {
  readonly namespace: string;
  readonly name: string;
}
