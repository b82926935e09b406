/**
 * Bundles of secrets by name, and the properties of each. Values stand in the environment's store, never here: a JSON
 * object for each bundle, or a generated Secret.
 */
// prettier-ignore
export const secretBundles = {
  'backup/object-storage':    ['access-key', 'secret-key', 'repository-password'],
  'mes/elasticsearch':        ['exporter-password', 'logstash-password', 'kibana-password', 'setup-password', 'reader-password'],
  'mes/gateway':              ['token-secret'],
  'mes/kibana':               ['security-key', 'objects-key', 'reporting-key'],
  'mes/postgresql':           ['password', 'auth-password', 'work-order-password', 'quality-password', 'material-password', 'traceability-password', 'resource-password', 'reporting-password', 'integration-password'],
  'mes/redis':                ['password'],
  'observability/grafana':    ['admin-password', 'secret-key'],
  'observability/postgresql': ['password'],
  'order/elasticsearch':      ['order-query-password', 'exporter-password'],
  'order/keycloak':           ['admin-password', 'api-gateway-secret', 'order-command-service-secret', 'order-query-service-secret'],
  'order/keycloak-postgresql': ['password'],
  'order/postgresql':         ['password'],
  'onboarding/kafka':         ['password', 'tools-password'],
  'onboarding/postgresql':    ['password', 'onboarding-password'],
  'onboarding/redis':         ['password'],
  'wms/mongodb':              ['root-password', 'keyfile', 'wmsuser-password', 'exporter-password', 'backup-password', 'restore-password'],
  'wms/postgresql':           ['password'],
  'wms/elasticsearch':        ['temporal-password', 'exporter-password'],
} as const satisfies Record<string, readonly string[]>;

/** Bundles that come as a whole from whoever runs a store for us; none of them can be generated. */
export const suppliedBundles = {
  'mes/kafka-mirror': ['password', 'authority'],
  'onboarding/kafka-external': ['authority'],
  'order/kafka-mirror': ['password', 'authority'],
  'wms/kafka-mirror': ['password', 'authority'],
  'wms/mongodb-external': ['uri'],
} as const satisfies Record<string, readonly string[]>;

/** Name of a bundle. */
export type SecretBundle = keyof typeof secretBundles;

/** Name of a bundle that somebody supplies. */
export type SuppliedBundle = keyof typeof suppliedBundles;
