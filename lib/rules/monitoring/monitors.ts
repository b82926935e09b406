import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { containersOf, PodTemplate } from '../views/pods';
import { LabelSelector, selects } from '../views/selectors';
import { hasLabels, podsOf, servicesOf, specOf } from './targets';
import { DEFAULT_NAMESPACE } from '../views/network-policies';

/** The fields of a ServiceMonitor and a PodMonitor that say what they find. */
interface MonitorSpec {
  readonly selector?: LabelSelector;
  readonly namespaceSelector?: { readonly any?: boolean; readonly matchNames?: readonly string[] };
  readonly endpoints?: readonly MonitorEndpoint[];
  readonly podMetricsEndpoints?: readonly MonitorEndpoint[];
}

interface MonitorEndpoint {
  readonly port?: string;
  readonly targetPort?: number | string;
  readonly portNumber?: number;
}

/** A monitor finds something. */
export const findingMonitors: Rule = {
  id: 'monitoring/finding-monitors',
  title: 'A ServiceMonitor finds a Service, a PodMonitor a pod, and both the port that they name',
  severity: 'error',
  why: 'The operator makes a job without targets, and nobody is told.',
  cure: 'let the selector name labels, and the endpoint a named port, that the Service or the container has',
  sources: ['Prometheus Operator: Getting started'],
  judge: findEmptyMonitors,
};

function* findEmptyMonitors(index: ObjectIndex): Iterable<Finding> {
  for (const kind of ['ServiceMonitor', 'PodMonitor'] as const) {
    for (const subject of index.ofKind(kind)) yield* findProblems(index, subject, kind);
  }
}

function* findProblems(index: ObjectIndex, subject: RenderedObject, kind: 'ServiceMonitor' | 'PodMonitor') {
  const { metadata } = subject.manifest;
  const spec = (subject.manifest['spec'] ?? {}) as MonitorSpec;
  const { selector = {}, namespaceSelector = {} } = spec;
  const namespaces = namespaceSelector.matchNames ?? [metadata.namespace ?? DEFAULT_NAMESPACE];
  const all = kind === 'ServiceMonitor' ? index.view(servicesOf) : index.view(podsOf);
  if (namespaceSelector.any === true || namespaces.some((name) => !all.has(name))) return;

  const what = kind === 'ServiceMonitor' ? 'Service' : 'pod';
  const found = kind === 'ServiceMonitor' ? servicesIn(index, namespaces) : podsIn(index, namespaces);
  const chosen = found.filter(({ labels }) => selects(selector, labels));
  if (chosen.length === 0) {
    const message = `${kind} ${metadata.name} must select a ${what} of ${namespaces.join(', ')}, got none`;
    yield { subject, at: ['spec', 'selector'], message };
    return;
  }
  const field = kind === 'ServiceMonitor' ? 'endpoints' : 'podMetricsEndpoints';
  const known = new Set(chosen.flatMap(({ ports }) => ports));
  for (const [i, { port }] of (spec[field] ?? []).entries()) {
    if (port === undefined || known.has(port)) continue;
    const names = [...known].sort().join(', ') || 'none has a name';
    const message = `port of ${kind} ${metadata.name} must be a named port of its ${what}s (${names}), got '${port}'`;
    yield { subject, at: ['spec', field, i, 'port'], message };
  }
}

/** Something that a monitor may select, and the names of its ports. */
interface Candidate {
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
}

function servicesIn(index: ObjectIndex, namespaces: readonly string[]): Candidate[] {
  return namespaces.flatMap((namespace) =>
    (index.view(servicesOf).get(namespace) ?? []).map((service) => {
      const ports = (specOf(service).ports ?? []).flatMap(({ name }) => name ?? []);
      return { labels: service.manifest.metadata.labels ?? {}, ports };
    }),
  );
}

function podsIn(index: ObjectIndex, namespaces: readonly string[]): Candidate[] {
  return namespaces
    .flatMap((namespace) => index.view(podsOf).get(namespace) ?? [])
    .map((pod) => ({ labels: pod.labels, ports: declaredPorts(pod).flatMap(({ name }) => name ?? []) }));
}

const declaredPorts = (pod: PodTemplate) => containersOf(pod).flatMap(({ container }) => container.ports ?? []);

/** The port of an annotation is a port. */
export const annotatedPorts: Rule = {
  id: 'monitoring/annotated-ports',
  title: 'The port in prometheus.io/port is one that a container says it listens on',
  severity: 'warning',
  why: 'Prometheus scrapes the port of the annotation, whatever the pod listens on, and gets no answer.',
  cure: 'write the number of the port, or add it to the ports of the container',
  sources: ['Prometheus: kubernetes-pods example configuration'],
  judge: findStrayAnnotations,
};

function* findStrayAnnotations(index: ObjectIndex): Iterable<Finding> {
  for (const pods of index.view(podsOf).values()) {
    for (const pod of pods) {
      const ports = declaredPorts(pod).map(({ containerPort }) => containerPort);
      const at = [...pod.templateAt, 'metadata', 'annotations', PORT];
      yield* findStrayPort(pod.owner, pod.annotations, ports, at);
    }
  }
  for (const [namespace, services] of index.view(servicesOf)) {
    for (const service of services) {
      const { selector, ports = [] } = specOf(service);
      const pods = selector
        ? (index.view(podsOf).get(namespace) ?? []).filter(({ labels }) => hasLabels(labels, selector))
        : [];
      if (pods.length === 0) continue;
      const known = [
        ...ports.flatMap(({ port, targetPort }) => [port, targetPort]),
        ...pods.flatMap(declaredPorts).map(({ containerPort }) => containerPort),
      ];
      yield* findStrayPort(service, service.manifest.metadata.annotations ?? {}, known, [
        'metadata',
        'annotations',
        PORT,
      ]);
    }
  }
}

const PORT = 'prometheus.io/port';

function* findStrayPort(
  subject: RenderedObject,
  annotations: Readonly<Record<string, string>>,
  known: readonly unknown[],
  at: readonly (string | number)[],
): Iterable<Finding> {
  const port = annotations[PORT];
  if (String(annotations['prometheus.io/scrape']) !== 'true' || port === undefined || known.length === 0) return;
  if (known.some((each) => String(each) === String(port))) return;
  const ports = known.filter((each) => typeof each === 'number').join(', ');
  yield { subject, at, message: `${PORT} must be a port of a container (${ports}), got '${port}'` };
}
