import { Any, distOf } from './read-dist';
import { nameOf } from '../objects';


test('staging and prod define the same objects', () => {
  const names = (environment: 'staging' | 'prod') =>
    distOf(environment).map(({ object }) => nameOf(object).replace(/-[0-9a-f]{8}$/, '')).sort();
  expect(names('prod').length).toBeGreaterThan(150);
  expect(names('prod')).toEqual(names('staging'));
});

test('staging and prod differ in scale, partitions, sizes, hosts, addresses, limits of clients, identities and who may read, and in nothing else', () => {
  const allowed = [
    /^\/spec\/(?:min|max|)[rR]eplicas$/,
    /^\/spec\/hard\/.*$/,
    /^\/spec\/volumeClaimTemplates\/\d+\/spec\/resources\/requests\/storage$/,
    /^\/spec\/template\/metadata\/annotations\/checksum~1.*$/,
    /^\/spec\/data\/\d+\/remoteRef\/key$/,
    /^\/spec\/rules\/\d+\/host$/,
    /^\/spec\/egress\/\d+\/to\/0\/ipBlock\/cidr$/,
    /^\/spec\/tls\/\d+\/hosts\/\d+$/,
    /^\/subjects\/\d+.*$/,
    /^\/data\/ENVIRONMENT$/,
    /^\/metadata\/annotations\/(?:cert-manager.*|platform-manifests~1source)$/,
    /^\/spec\/source\/(?:path|helm\/valuesObject\/(?:controller\/)?replicaCount)$/,
    /^\/metadata\/annotations\/nginx\.ingress\.kubernetes\.io~1limit-rps$/,
    /^\/spec\/template\/spec\/containers\/0\/(?:env\/\d+\/value|args\/\d+)$/,
    /^\/spec\/jobTemplate\/spec\/template\/spec\/(?:c|initC)ontainers\/0\/env\/\d+\/value$/,
    /^\/spec\/jobTemplate\/spec\/template\/spec\/volumes\/\d+\/ephemeral\/.*\/storage$/,
  ];
  // What the document of the order platform gives every environment by itself.
  const allowedOfOrders = [
    /^(?:Deployment|StatefulSet) order-platform\/(?:api-gateway|order-\w+-service) \/spec\/template\/spec\/containers\/0\/resources\/(?:requests|limits)\/(?:cpu|memory)$/,
    /^ConfigMap order-platform\/\S+ \/data\/(?:GATEWAY_\w+|OTEL_RESOURCE_ATTRIBUTES|SPRING_DATASOURCE_\w+|SPRING_KAFKA_STREAMS_\w+)$/,
  ];
  // The gateway of the manufacturing platform has a host, an origin and addresses that its configuration holds.
  const allowedOfGateway = [
    /^ExternalSecret mes-production\/kong-config-[0-9a-f]{8} $/,
    /^Deployment mes-production\/kong \/spec\/template\/spec\/volumes\/0\/secret\/secretName$/,
    /^Certificate mes-production\/kong-tls \/spec\/dnsNames\/0$/,
    /^NetworkPolicy mes-production\/kong \/spec\/ingress\/\d+\/from\/0\/ipBlock\/cidr$/,
    /^Service mes-production\/kong \/metadata\/annotations\/service\.beta\.kubernetes\.io~1aws-load-balancer-scheme$/,
  ];
  const other = new Map(distOf('staging').map(({ object }) => [kindAndName(object), comparable(object)]));
  const changed = distOf('prod').flatMap(({ object }) => differences(comparable(object), other.get(kindAndName(object)), '').map((path) => `${nameOf(object)} ${path}`));
  expect(changed.length).toBeGreaterThan(20);
  const unexpected = changed.filter((line) => !allowed.some((pattern) => pattern.test(line.split(' ').pop() ?? '')));
  expect(unexpected.filter((line) => ![...allowedOfOrders, ...allowedOfGateway].some((pattern) => pattern.test(line)))).toEqual([]);
});

/** Kind and name; of a Job without the hash of its content. */
const kindAndName = (object: Any): string => nameOf(object).replace(/^(Job .*)-[0-9a-f]{8}$/, '$1');

/**
 * An object with the same bound in every alert on a volume that outgrew its dump, since the size of a dump is a size,
 * with the same number of partitions in every catalogue of topics, and without the hash of a Job's content.
 */
function comparable(object: Any): Any {
  const text = JSON.stringify(object)
    .replaceAll(/(persistentvolumeclaim=\\"[^"]+\\"\}\) > )\d+/g, '$1SIZE')
    .replaceAll(/(onboarding-command) \d+/g, '$1 PARTITIONS');
  const copy = JSON.parse(text);
  return copy.kind === 'Job' ? { ...copy, metadata: { ...copy.metadata, name: '' } } : copy;
}

/** Paths at which two values differ. */
function differences(a: Any, b: Any, path: string): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key], b[key], `${path}/${key.replaceAll('/', '~1')}`));
}
