/**
 * Bundles of secrets by name, and the properties of each. Values stand in the environment's store, never here: a JSON
 * object for each bundle, or a generated Secret.
 */
// prettier-ignore
export const secretBundles = {
  'wms/mongodb':       ['root-password', 'keyfile', 'wmsuser-password', 'exporter-password'],
  'wms/postgresql':    ['password'],
  'wms/elasticsearch': ['temporal-password', 'exporter-password'],
} as const satisfies Record<string, readonly string[]>;

/** Name of a bundle. */
export type SecretBundle = keyof typeof secretBundles;
