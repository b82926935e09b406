import { ObjectIndex } from '../object-index';
import { FieldPath, Finding, Rule } from '../rule';
import { exists } from '../views/existence';
import { Attachment, attachments, Gateway, Listener } from '../views/gateways';
import { selects } from '../views/selectors';
import { tree } from '../views/tree';

/** Every Gateway that a route is attached to is there. */
export const gatewayExists: Rule = {
  id: 'references/gateway-exists',
  title: 'A Gateway that a route is attached to exists, or is known to be there',
  severity: 'warning',
  why: 'Nobody sends requests to a route without a Gateway: its hosts answer 404, or not at all.',
  cure: 'mend name and namespace of the parentRef, or name the Gateway under `provided` in environment.yaml',
  sources: ['Y27', 'Gateway API: HTTPRoute'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { route: subject, at, name, namespace } of index.view(attachments)) {
      if (exists(index, { kind: 'Gateway', namespace, name })) continue;
      const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
      yield { subject, at: [...at, 'name'], message: `Gateway '${name}' must exist, got none${where}` };
    }
  },
};

/** A listener of the Gateway takes the route. */
export const listenerTakes: Rule = {
  id: 'references/listener-takes',
  title: 'A route is attached to a listener that takes it',
  severity: 'error',
  why: 'The Gateway refuses the route (NoMatchingParent, NotAllowedByListeners), and its hosts answer 404.',
  cure: 'name a listener of the Gateway, or let one of them take the route: its kind, namespace and hosts',
  sources: ['Gateway API: attaching routes to Gateways'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const attachment of index.view(attachments)) {
      const refusals = attachment.found.map((gateway) => refusalOf(index, attachment, gateway));
      const [first] = refusals;
      if (first === undefined || refusals.includes(undefined)) continue;
      yield { subject: attachment.route, ...first };
    }
  },
};

type Refusal = Pick<Finding, 'at' | 'message'>;

/** Why no listener of a Gateway takes a route; undefined if one does, or if nobody can know. */
function refusalOf(index: ObjectIndex, attachment: Attachment, gateway: Gateway): Refusal | undefined {
  const { route, at, section, port } = attachment;
  const { kind, metadata, spec } = route.manifest;
  const refuse = (rule: string, got: string, field: FieldPath = at) => ({
    at: field,
    message: `${rule} of Gateway ${gateway.name}, got ${got}`,
  });
  const all = gateway.listeners.map((listener) => `${listener.name} (${listener.port})`).join(', ') || 'none';
  const named = gateway.listeners.filter(({ name }) => section === undefined || name === section);
  if (named.length === 0) return refuse(`sectionName must be a listener (${all})`, `'${section ?? ''}'`);
  const reached = named.filter((listener) => port === undefined || listener.port === port);
  if (reached.length === 0) return refuse(`port must be one of a listener (${all})`, `${port ?? ''}`);
  const fitting = reached.filter((listener) => takesKind(listener, kind));
  if (fitting.length === 0) return refuse(`${kind} must be taken by a listener`, reached.map(describeKinds).join(', '));
  const open = fitting.filter((listener) => admits(index, listener, gateway, metadata.namespace));
  if (open.length === 0) {
    const who = `route of namespace ${metadata.namespace ?? ''} must be admitted by a listener`;
    return refuse(who, fitting.map(({ name, from }) => `${from} for ${name}`).join(', '));
  }
  const { hostnames } = tree(spec);
  const hosts = Array.isArray(hostnames) ? hostnames.map(String) : [];
  if (hosts.length === 0 || open.some(({ hostname }) => hosts.some((host) => meets(hostname, host)))) return undefined;
  const got = open.map(({ hostname = '*' }) => hostname).join(', ');
  return refuse(`hostname ${hosts.join(', ')} must be one of a listener`, got, ['spec', 'hostnames']);
}

/** Routes that a protocol is for. Protocols of an implementation may carry any. */
const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

function takesKind({ protocol, kinds }: Listener, kind: string): boolean {
  return kinds.length > 0 ? kinds.includes(kind) : (PROTOCOLS[protocol]?.includes(kind) ?? true);
}

function describeKinds({ name, protocol, kinds }: Listener): string {
  return `${kinds.length > 0 ? kinds.join(' and ') : protocol} for ${name}`;
}

/** Labels of a namespace that is not in the bundle are not known, but for its name. */
function admits(index: ObjectIndex, { from, selector }: Listener, gateway: Gateway, namespace?: string): boolean {
  if (namespace === undefined || gateway.namespace === undefined) return true;
  if (from === 'Same') return namespace === gateway.namespace;
  if (from !== 'Selector') return from !== 'None';
  const found = index.find('Namespace', undefined, namespace);
  const own = { 'kubernetes.io/metadata.name': namespace };
  if (found) return selects(selector, { ...found.manifest.metadata.labels, ...own });
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const byName = Object.entries(matchLabels).filter(([key]) => key in own);
  const known = {
    matchLabels: Object.fromEntries(byName),
    matchExpressions: matchExpressions.filter(({ key }) => key in own),
  };
  return selects(known, own);
}

/** Whether two host names, either of which may begin with `*.`, have a host in common. */
function meets(one: string | undefined, other: string): boolean {
  if (one === undefined || one === other) return true;
  const isWithin = (host: string, pattern: string) => pattern.startsWith('*.') && host.endsWith(pattern.slice(1));
  return isWithin(one, other) || isWithin(other, one);
}
