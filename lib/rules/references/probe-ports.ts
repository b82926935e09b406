import { ObjectIndex } from '../object-index';
import { FieldPath, Finding, Rule } from '../rule';
import { podTemplates, containersOf, PlacedContainer, Probe } from '../views/pods';

/** A probe asks a port that its container listens on. */
export const probePort: Rule = {
  id: 'references/probe-port',
  title: 'A probe asks a port that its container declares',
  severity: 'error',
  why: 'The kubelet asks a port where nobody answers: the pod is never ready, or is killed again and again.',
  cure: 'name a port of the container',
  sources: ['L47', 'class b', 'kube-linter: liveness-port, readiness-port, startup-port'],
  judge: findWrongProbes,
};

function* findWrongProbes(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    for (const placed of containersOf(pod)) {
      for (const field of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
        const message = findProbeProblem(placed, placed.container[field], field);
        if (message !== undefined)
          yield { subject: pod.owner, at: [...placed.at, field, ...message.at], message: message.text };
      }
    }
  }
}

/** Ports by number need not be declared; where a container declares some, all are taken to be. */
function findProbeProblem(
  { container: { name, ports = [] } }: PlacedContainer,
  probe: Probe | undefined,
  field: string,
): { at: FieldPath; text: string } | undefined {
  const action = probe?.httpGet ? 'httpGet' : probe?.tcpSocket ? 'tcpSocket' : 'grpc';
  const port = probe?.[action]?.port;
  if (port === undefined) return undefined;
  const number = typeof port === 'string' && /^\d+$/.test(port) ? Number(port) : port;
  const known = ports.flatMap((candidate) => [candidate.containerPort, candidate.name]);
  if (known.includes(number) || (typeof number === 'number' && ports.length === 0)) return undefined;
  const got = ports.map((candidate) => candidate.name ?? candidate.containerPort).join(', ') || 'none';
  return { at: [action, 'port'], text: `port ${port} of the ${field} must be declared by ${name}, got ${got}` };
}
