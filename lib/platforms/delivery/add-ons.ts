import { Construct } from 'constructs';
import { podSecurityLabels } from '../../constructs/pods/pod-security';
import { Environment } from '../../environments/environment';
import { AddOn } from '../../gitops/add-on';
import { DeliveryRoute } from '../../gitops/delivery';
import { Column } from '../../model/environment';
import { certManagerValues, externalSecretsValues, ingressNginxValues, metricsServerValues } from './add-on-values';
import { AddOnRow, DeliveryRows } from './rows';

/** Defines what the platforms of a cluster cannot do without. */
export function defineAddOns(
  scope: Construct,
  { addOns }: Column<DeliveryRows>,
  environment: Environment,
  route: DeliveryRoute,
): AddOn[] {
  const define = (row: Column<AddOnRow>, values: object) =>
    new AddOn(scope, row.chart, {
      route,
      repository: row.repository,
      version: row.version,
      values,
      home: row.namespace,
      homeLabels: podSecurityLabels('restricted', environment.kubernetesMinor),
      guestIn: row.guestIn,
      clusterKinds: row.clusterKinds,
      namespacedKinds: row.namespacedKinds,
    });
  const { ingress } = environment;
  const { certManager, externalSecrets, ingressNginx, metricsServer } = addOns;
  return [
    define(certManager, certManagerValues(certManager)),
    define(externalSecrets, externalSecretsValues(externalSecrets, environment)),
    define(metricsServer, metricsServerValues(metricsServer)),
    ...(ingress.kind === 'nginx' ? [define(ingressNginx, ingressNginxValues(ingressNginx, ingress))] : []),
  ];
}
