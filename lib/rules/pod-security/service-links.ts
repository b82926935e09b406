import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { imageOf } from '../views/image';
import { containers } from '../views/pods';

/** Images whose programs read every variable of a prefix as a setting of their own. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)(?:kafka|cp-kafka|cp-server|kafka-native)$/, 'KAFKA_'],
  [/(?:^|\/)cp-schema-registry$/, 'SCHEMA_REGISTRY_'],
  [/(?:^|\/)cp-kafka-connect(?:-base)?$/, 'CONNECT_'],
  [/(?:^|\/)(?:cp-)?ksqldb-server$/, 'KSQL_'],
  [/(?:^|\/)temporalio\/ui$/, 'TEMPORAL_UI_'],
];

/** Services of a namespace do not become settings of a program. */
export const serviceLinks: Rule = {
  id: 'pod-security/service-links',
  title: 'Services do not become settings of a program that shares their name',
  severity: 'warning',
  why:
    'The kubelet sets variables for each Service of the namespace: for one called kafka KAFKA_PORT=tcp://…, which the ' +
    'image takes for a setting; some images refuse to start.',
  cure: 'set enableServiceLinks: false on the pod, or give the Service another name',
  sources: ['V25'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    const services = new Map<string, string[]>();
    for (const { manifest } of index.ofKind('Service')) {
      const { clusterIP, type } = (manifest.spec ?? {}) as {
        readonly clusterIP?: string;
        readonly type?: string;
      };
      if (clusterIP === 'None' || type === 'ExternalName') continue;
      const { namespace = '', name } = manifest.metadata;
      services.set(namespace, [...(services.get(namespace) ?? []), name]);
    }
    for (const { pod, at, container } of index.view(containers)) {
      if (pod.spec.enableServiceLinks === false) continue;
      const { repository } = imageOf(container.image ?? '');
      const prefix = PREFIXES.find(([pattern]) => pattern.test(repository))?.[1];
      if (prefix === undefined) continue;
      const clash = services.get(pod.namespace ?? '')?.find((name) => `${variableOf(name)}_`.startsWith(prefix));
      if (clash === undefined) continue;
      const message = `container '${container.name}' must not be given ${prefix}* by a Service, got Service '${clash}'`;
      yield { subject: pod.owner, at: [...at, 'image'], message };
    }
  },
};

const variableOf = (service: string): string => service.toUpperCase().replace(/-/g, '_');
