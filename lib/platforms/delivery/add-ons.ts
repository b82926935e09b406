import { Construct } from 'constructs';
import { podSecurityLabels } from '../../constructs/pods/pod-security';
import { Environment } from '../../environments/environment';
import { AddOn } from '../../gitops/add-on';
import { DeliveryRoute } from '../../gitops/delivery';
import { Column, column } from '../../model/environment';
import { observability } from '../observability/config';
import { certManagerValues, externalSecretsValues, ingressNginxValues, metricsServerValues } from './add-on-values';
import { prometheusStackValues } from './prometheus-stack-values';
import { AddOnRow, DeliveryRows } from './rows';

/** Defines what the platforms of a cluster cannot do without. */
export function defineAddOns(
  scope: Construct,
  { addOns }: Column<DeliveryRows>,
  environment: Environment,
  route: DeliveryRoute,
): AddOn[] {
  const define = (row: Column<Omit<AddOnRow, 'namespace' | 'replicas'>>, values: object, home: string) =>
    new AddOn(scope, row.chart, {
      route,
      repository: row.repository,
      version: row.version,
      values,
      home,
      homeLabels: podSecurityLabels('restricted', environment.kubernetesMinor),
      guestIn: row.guestIn,
      clusterKinds: row.clusterKinds,
      namespacedKinds: row.namespacedKinds,
    });
  const { ingress, monitoring, storageClass } = environment;
  const { certManager, externalSecrets, ingressNginx, metricsServer, prometheusStack } = addOns;
  const inOwn = (row: Column<AddOnRow>, values: object) => define(row, values, row.namespace);
  const { prometheus } = column(observability, environment.name);
  return [
    inOwn(certManager, certManagerValues(certManager)),
    inOwn(externalSecrets, externalSecretsValues(externalSecrets, environment)),
    inOwn(metricsServer, metricsServerValues(metricsServer)),
    ...(ingress.kind === 'nginx' ? [inOwn(ingressNginx, ingressNginxValues(ingressNginx, ingress))] : []),
    ...(monitoring.kind === 'operator' && monitoring.isAddOn
      ? [
          define(
            prometheusStack,
            prometheusStackValues(prometheusStack, prometheus, {
              selectorLabels: monitoring.selectorLabels,
              storageClass: storageClass.name,
            }),
            monitoring.prometheus.namespace,
          ),
        ]
      : []),
  ];
}
