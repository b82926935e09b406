import { Environment } from '../environments/environment';
import { DeliveryRoute } from '../gitops/delivery';

/** How Argo CD reaches the cluster of an environment. */
export function routeOf({ delivery: { automated, retry, ...route } }: Environment): DeliveryRoute {
  return { ...route, schedule: { automated, retry } };
}
