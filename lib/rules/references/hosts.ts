import { ObjectIndex, View } from '../object-index';
import { Finding, Rule } from '../rule';
import { Address, addresses } from '../views/addresses';
import { exists, mayBeMade } from '../views/existence';
import { declaredPorts, Service, services, servicesNamed } from '../views/services';

/** Every address that names a Service of the bundle names one that is there. */
export const hostExists: Rule = {
  id: 'references/host-exists',
  title: 'An address inside the cluster names a Service that exists',
  severity: 'error',
  why: 'The name is not in DNS: the client starts and never connects.',
  cure: 'mend the name, add its namespace, or name the Service under `provided` in environment.yaml',
  sources: ['N26', 'class f', 'Kubernetes: DNS for Services and Pods'],
  judge: findUnknownHosts,
};

/** The port of an address is a port of its Service. */
export const hostPort: Rule = {
  id: 'references/host-port',
  title: 'The port of an address is a port of its Service',
  severity: 'error',
  why: 'Connections time out or are refused.',
  cure: 'write a port of the Service, not one of its pods',
  sources: ['N26', 'class b'],
  judge: findWrongPorts,
};

/** A name as it is looked up. */
interface Target {
  readonly service: string;
  readonly namespace: string | undefined;

  /** Whether nothing but a Service can be meant. */
  readonly certain: boolean;
}

/** Endings that are namespaces as often as domains of the Internet. */
const DOMAINS = new Set([
  'app',
  'blog',
  'cloud',
  'dev',
  'io',
  'local',
  'shop',
  'store',
  'test',
  'tools',
  'com',
  'net',
  'org',
]);

function* findUnknownHosts(index: ObjectIndex): Iterable<Finding> {
  for (const host of index.view(addresses)) {
    const target = targetOf(index, host);
    if (!target?.certain || servicesNamed(index, target.service, target.namespace).length > 0) continue;
    const wanted = { kind: 'Service', namespace: target.namespace, name: target.service };
    if (exists(index, wanted) || mayBeMade(index, wanted)) continue;
    const elsewhere = servicesNamed(index, target.service).map(({ namespace }) => namespace ?? '');
    const got = elsewhere.length > 0 ? `one in ${elsewhere.join(', ')}` : 'none';
    const where = target.namespace === undefined ? '' : ` in namespace ${target.namespace}`;
    const message = `host ${host.name} must be a Service${where}, got ${got}`;
    yield { subject: host.subject, at: host.at, message };
  }
}

function* findWrongPorts(index: ObjectIndex): Iterable<Finding> {
  for (const host of index.view(addresses)) {
    const target = targetOf(index, host);
    if (host.port === undefined || target === undefined) continue;
    const found = servicesNamed(index, target.service, target.namespace);
    const { port } = host;
    if (found.length === 0 || found.some((service) => listens(service, port))) continue;
    const known = [...new Set(found.flatMap(({ ports }) => ports.map((candidate) => candidate.port)))];
    const message = `port of ${host.name} must be one of Service ${target.service} (${known.join(', ')}), got ${port}`;
    yield { subject: host.subject, at: host.at, message };
  }
}

/** A headless Service is a name of its pods, which listen on ports of their own. */
function listens({ external, ports, headless, pods }: Service, port: number): boolean {
  if (external || ports.length === 0 || ports.some((candidate) => candidate.port === port)) return true;
  if (!headless) return false;
  const declared = pods.map(declaredPorts);
  return declared.length === 0 || declared.some((known) => known.length === 0 || known.includes(port));
}

/** What a name means to a pod: `service`, `service.namespace`, each with `svc` and the domain of the cluster, or a pod. */
function targetOf(index: ObjectIndex, { name, namespace }: Address): Target | undefined {
  const full = /^(.+)\.svc(?:\.cluster\.local)?$/.exec(name);
  const labels = (full?.[1] ?? name).split('.');
  const [first = '', second = '', third] = labels;
  if (full) {
    if (labels.length === 2) return certainIn(index, first, second);
    return labels.length === 3 && third !== undefined ? certainIn(index, second, third) : undefined;
  }
  if (labels.length === 1) return shortName(index, first, namespace);
  const known = index.view(namespacesWithServices);
  if (labels.length === 2) {
    if (known.has(second) && !DOMAINS.has(second)) return { service: first, namespace: second, certain: true };
    const service = servicesNamed(index, second, namespace).some(({ headless }) => headless);
    return service && namespace !== undefined ? { service: second, namespace, certain: false } : undefined;
  }
  const pod = labels.length === 3 && third !== undefined && known.has(third) && !DOMAINS.has(third);
  return pod ? { service: second, namespace: third, certain: true } : undefined;
}

/** Namespaces that others fill are theirs to know, unless the facts say all that others bring. */
function certainIn(index: ObjectIndex, service: string, namespace: string): Target {
  const certain = index.view(namespacesWithServices).has(namespace) || index.facts.provided !== undefined;
  return { service, namespace, certain };
}

/** A bare name is one of a Service only if there is one, here or elsewhere. */
function shortName(index: ObjectIndex, service: string, namespace: string | undefined): Target | undefined {
  return servicesNamed(index, service).length > 0 ? { service, namespace, certain: true } : undefined;
}

const namespacesWithServices: View<ReadonlySet<string>> = (index) =>
  new Set(index.view(services).flatMap(({ namespace }) => namespace ?? []));
