import { EnvironmentName } from '../../lib/model/environment';
import { Any, finderOf } from './read-dist';

/** Namespace of the manufacturing platform. */
export const NAMESPACE = 'mes-production';

/** The one object of the platform of a kind and name. */
export const own = finderOf('mes');

/** Containers of what controls pods. */
export const containers = (object: Any): Any[] => object.spec.template.spec.containers;

/** Requests that a Job sends to Elasticsearch or Kibana, in their order. */
export const bodiesOf = (environment: EnvironmentName, job: string): Any[] =>
  Object.entries(own(environment, 'ConfigMap', job).data as Record<string, string>)
    .filter(([file]) => file.endsWith('.json'))
    .map(([, text]) => JSON.parse(text) as Any);
