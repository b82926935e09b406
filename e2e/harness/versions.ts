/** Every pinned version of the servers and schemas that the tests run against. */
export const VERSIONS = {
  kafka: '4.1.1',
  keycloak: '26.4.5', // the newest that could be had; the image is 26.6.4
  jmxAgent: '1.0.1', // the newest that could be had; the image carries 1.6.0
  temporalServer: '1.31.2',
  temporalCli: '1.5.1',
  etcd: '3.6.5',
  kubernetes: { newest: '1.36.3', oldest: '1.28.15' }, // 1.27's staging modules are missing from the checksum database
  kwok: '0.8.0',
  externalSecrets: '1.3.2',
  certManager: '1.21.2',
  argoCd: '3.2.1',
  elasticsearchExporter: '1.11.0',
  prometheus: '0.313.2', // the module's name for 3.13.2
  kubeStateMetrics: '2.20.0',
  mongosh: '2.5.10',
  restic: '0.18.1',
  gatewayApi: '1.4.0',
  istio: '1.27.0',
  prometheusOperator: '0.85.0',
  helm: '3.22.0',
  loki: '3.7.6',
  flyway: '11.10.3',
  postgresDriver: '42.7.7',
  otelCollector: { stable: '1.65.0', unstable: '0.159.0' }, // one release, two series of version numbers
} as const;

/** A Kubernetes release the harness can build. */
export type KubernetesVersion = (typeof VERSIONS.kubernetes)[keyof typeof VERSIONS.kubernetes];
