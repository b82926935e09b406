import { EnvironmentName } from '../../lib/model/environment';
import { all, Any, finderOf } from './read-dist';

/** Namespace of the order platform, and the end of the names of its servers. */
export const NAMESPACE = 'order-platform';
export const HOST = 'order-platform.svc.cluster.local';
export const SERVICES = ['api-gateway', 'order-command-service', 'order-query-service'] as const;
export type Service = (typeof SERVICES)[number];

/** The one object of the platform of a kind and name. */
export const find = finderOf('order');

/** What controls the pods of a service. */
export const controller = (environment: EnvironmentName, name: Service): Any =>
  find(environment, name === 'order-query-service' ? 'StatefulSet' : 'Deployment', name);

export const container = (environment: EnvironmentName, name: Service): Any =>
  controller(environment, name).spec.template.spec.containers[0];

/** Data of a ConfigMap. */
export const settings = (environment: EnvironmentName, name: string): Any => find(environment, 'ConfigMap', name).data;

/** Objects of a kind, of which there may be none. */
export const optional = (environment: EnvironmentName, kind: string): Any[] =>
  all(environment, kind).filter(({ metadata }) => metadata.namespace === NAMESPACE);
