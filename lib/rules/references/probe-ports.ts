import { ObjectIndex } from '../object-index';
import { FieldPath, Finding, Rule } from '../rule';
import { PlacedContainer, podTemplates, containersOf } from '../views/pods';
import { declaredPorts, services } from '../views/services';

/** A probe that names a port names one of its container. */
export const probePort: Rule = {
  id: 'references/probe-port',
  title: 'A probe that names a port names one of its container',
  severity: 'error',
  why: 'The kubelet cannot ask: the pod is never ready, or is killed again and again.',
  cure: 'name a port of the container',
  sources: ['L47', 'class b', 'kube-linter: liveness-port, readiness-port, startup-port'],
  judge: findUnknownNames,
};

/** Ports by number are declared, where a container declares ports. */
export const portDeclared: Rule = {
  id: 'references/port-declared',
  title: 'A port that a probe or a Service means by number is declared, where the pod declares ports',
  severity: 'warning',
  why: 'It works if the program listens there; more often one of the two numbers is old, and nobody answers.',
  cure: 'mend the number, or declare the port',
  sources: ['L47', 'L63', 'class b', 'kube-linter: invalid-target-ports'],
  judge: findUndeclaredNumbers,
};

/** A port that a probe asks, and where it stands in the pod's owner. */
interface ProbedPort {
  readonly port: number | string;
  readonly at: FieldPath;
  readonly probe: string;
}

function* findUnknownNames(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    for (const placed of containersOf(pod)) {
      const { name: container, ports } = placed.container;
      for (const { port, at, probe } of probedPorts(placed)) {
        if (typeof port === 'number' || (ports ?? []).some(({ name }) => name === port)) continue;
        const message = `port '${port}' of the ${probe} must be a port of ${container}, got ${describePorts(placed)}`;
        yield { subject: pod.owner, at, message };
      }
    }
  }
}

function* findUndeclaredNumbers(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    for (const placed of containersOf(pod)) {
      const { name, ports = [] } = placed.container;
      for (const { port, at, probe } of probedPorts(placed)) {
        const known = ports.some(({ containerPort }) => containerPort === port);
        if (typeof port === 'string' || known || ports.length === 0) continue;
        const message = `port ${port} of the ${probe} must be declared by ${name}, got ${describePorts(placed)}`;
        yield { subject: pod.owner, at, message };
      }
    }
  }
  for (const { object: subject, pods, ports } of index.view(services)) {
    const declared = pods.map(declaredPorts);
    if (declared.length === 0 || declared.some((known) => known.length === 0)) continue;
    for (const [i, { target }] of ports.entries()) {
      if (typeof target === 'string' || declared.some((known) => known.includes(target))) continue;
      const got = [...new Set(declared.flat())].join(', ');
      const message = `targetPort ${target} must be declared by the pods, got ${got}`;
      yield { subject, at: ['spec', 'ports', i, 'targetPort'], message };
    }
  }
}

function probedPorts({ container, at }: PlacedContainer): ProbedPort[] {
  return (['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap((probe) =>
    (['httpGet', 'tcpSocket', 'grpc'] as const).flatMap((action) => {
      const written = container[probe]?.[action]?.port;
      if (written === undefined) return [];
      const port = typeof written === 'string' && /^\d+$/.test(written) ? Number(written) : written;
      return [{ port, at: [...at, probe, action, 'port'], probe }];
    }),
  );
}

function describePorts({ container: { ports = [] } }: PlacedContainer): string {
  return ports.map(({ name, containerPort }) => name ?? String(containerPort)).join(', ') || 'none';
}
