import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { Backend, backends } from '../views/backends';
import { exists } from '../views/existence';
import { Service, servicesNamed } from '../views/services';

/** Every Service behind an Ingress or a route is there. */
export const backendExists: Rule = {
  id: 'references/backend-exists',
  title: 'A Service behind an Ingress or a route exists',
  severity: 'error',
  why: 'Who opens the address reads 503.',
  cure: 'mend the name, or add the Service to the namespace of the Ingress',
  sources: ['L63', 'class f', 'kube-linter: dangling-ingress'],
  judge: findMissing,
};

/** The port of a Service behind an Ingress or a route is one of its ports. */
export const backendPort: Rule = {
  id: 'references/backend-port',
  title: 'The port of a Service behind an Ingress or a route is one of its ports',
  severity: 'error',
  why: 'Who opens the address reads 503.',
  cure: 'name a port of the Service, not one of its pods',
  sources: ['L63', 'class b', 'kube-linter: dangling-ingress'],
  judge: findWrongPorts,
};

function* findMissing(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, at, namespace, service } of index.view(backends)) {
    if (exists(index, { kind: 'Service', namespace, name: service })) continue;
    const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
    yield { subject, at, message: `Service '${service}' must exist, got none${where}` };
  }
}

function* findWrongPorts(index: ObjectIndex): Iterable<Finding> {
  for (const backend of index.view(backends)) {
    const { subject, portAt, namespace, service, port } = backend;
    const found = servicesNamed(index, service, namespace).filter(({ ports }) => ports.length > 0);
    if (port === undefined || found.length === 0 || found.some((candidate) => serves(candidate, backend))) continue;
    const known = found.flatMap(({ ports }) => ports.map(describePort)).join(', ');
    const message = `port of Service ${service} must be one of ${known}, got ${JSON.stringify(port)}`;
    yield { subject, at: portAt, message };
  }
}

function serves({ ports }: Service, backend: Backend): boolean {
  return ports.some(({ name, port }) => backend.port === port || (name !== undefined && backend.port === name));
}

function describePort({ name, port }: Service['ports'][number]): string {
  return name === undefined ? `${port}` : `${name} (${port})`;
}
