import { ObjectIndex } from '../object-index';
import { nameOf } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { exists, mayBeMade } from '../views/existence';
import { podTemplates } from '../views/pods';
import { mayBeOperated, namedPorts, Service, services, servicesNamed } from '../views/services';
import { text, tree } from '../views/tree';

/** Every Service has pods behind it. */
export const serviceSelectsPods: Rule = {
  id: 'references/service-selects-pods',
  title: 'A Service with a selector selects pods',
  severity: 'error',
  why: 'Every connection to it is refused.',
  cure: 'make the selector that of the pods, by labels of their template',
  sources: ['L63', 'class b', 'kube-linter: dangling-service'],
  judge: findIdleServices,
};

/** A port of a Service that has a name leads to a port of its pods. */
export const targetPort: Rule = {
  id: 'references/target-port',
  title: 'A target port by name is a port of the pods',
  severity: 'error',
  why: 'The Service has no endpoints for the port, and every connection to it is refused.',
  cure: 'name a port of the containers',
  sources: ['L63', 'class b', 'kube-linter: invalid-target-ports'],
  judge: findWrongTargets,
};

/** A StatefulSet has a headless Service that selects its pods. */
export const statefulService: Rule = {
  id: 'references/stateful-service',
  title: 'The Service of a StatefulSet exists, is headless and selects its pods',
  severity: 'warning',
  why: 'Its pods have no names in DNS, and members of a cluster do not find each other.',
  cure: 'name a Service with `clusterIP: None` and the labels of the pods',
  sources: ['L64', 'kube-score: statefulset-has-servicename'],
  judge: findLoneStatefulSets,
};

function* findIdleServices(index: ObjectIndex): Iterable<Finding> {
  for (const { object: subject, selector, pods, namespace, name } of index.view(services)) {
    if (selector === undefined || pods.length > 0) continue;
    if (mayBeOperated(index, namespace, { matchLabels: selector })) continue;
    if (mayBeMade(index, { kind: 'Service', namespace, name }) || isElsewhere(index, namespace)) continue;
    const labels = Object.entries(selector).map(([key, value]) => `${key}=${value}`);
    yield {
      subject,
      at: ['spec', 'selector'],
      message: `Service ${name} must select pods, got none for ${labels.join(',')}`,
    };
  }
}

/** A namespace in which the bundle makes no pods is one where others do: `kube-system`. */
function isElsewhere(index: ObjectIndex, namespace: string | undefined): boolean {
  if (namespace === 'kube-system') return true;
  return !index.view(podTemplates).some((pod) => pod.namespace === namespace || pod.namespace === undefined);
}

/** One of the pods is enough: an endpoint is left out for a pod that has no port of the name. */
function* findWrongTargets(index: ObjectIndex): Iterable<Finding> {
  for (const { object: subject, pods, ports } of index.view(services)) {
    for (const [i, { target }] of ports.entries()) {
      const [first] = pods;
      if (typeof target === 'number' || first === undefined) continue;
      if (pods.some((pod) => namedPorts(pod).has(target))) continue;
      const got = [...namedPorts(first)].map(([name, port]) => `${name} (${port})`).join(', ') || 'none';
      const { kind } = first.owner.manifest;
      const message = `targetPort ${target} must be a port of ${kind} ${nameOf(first.owner.manifest)}, got ${got}`;
      yield { subject, at: ['spec', 'ports', i, 'targetPort'], message };
    }
  }
}

function* findLoneStatefulSets(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    const { owner: subject, namespace, labels } = pod;
    const name = text(tree(subject.manifest['spec'])['serviceName']);
    if (subject.manifest.kind !== 'StatefulSet' || name === undefined) continue;
    const at = ['spec', 'serviceName'];
    const found = servicesNamed(index, name, namespace);
    if (found.length === 0) {
      if (exists(index, { kind: 'Service', namespace, name })) continue;
      yield { subject, at, message: `Service '${name}' of the StatefulSet must exist, got none` };
    } else if (!found.some(({ headless }) => headless)) {
      yield { subject, at, message: `Service ${name} of the StatefulSet must be headless, got a cluster IP` };
    } else if (!found.some((service) => isOf(service, labels))) {
      yield { subject, at, message: `Service ${name} must select the pods of the StatefulSet, got another selector` };
    }
  }
}

function isOf({ selector }: Service, labels: Readonly<Record<string, string>>): boolean {
  return selector === undefined || Object.entries(selector).every(([key, value]) => labels[key] === value);
}
