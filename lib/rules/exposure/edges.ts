import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';

interface IngressSpec {
  readonly tls?: readonly { readonly hosts?: readonly string[] }[];
  readonly rules?: readonly {
    readonly host?: string;
    readonly http?: { readonly paths?: readonly { readonly path?: string }[] };
  }[];
}

/** Annotations by which TLS ends before or beside `spec.tls`, or that keep an Ingress inside. */
const ELSEWHERE =
  /^(?:alb\.ingress\.kubernetes\.io\/certificate-arn|networking\.gke\.io\/managed-certificates|ingress\.gcp\.kubernetes\.io\/pre-shared-cert|nginx\.ingress\.kubernetes\.io\/ssl-passthrough|traefik\.ingress\.kubernetes\.io\/router\.tls|haproxy(?:-ingress\.github)?\.(?:org|io)\/ssl-passthrough|appgw\.ingress\.kubernetes\.io\/appgw-ssl-certificate)/;

/** Nobody outside talks to the cluster in plain text. */
export const tls: Rule = {
  id: 'exposure/tls',
  title: 'What is reached from outside is reached by TLS',
  severity: 'warning',
  why: 'Whoever sits between reads passwords and cookies, and changes answers.',
  cure: 'name the hosts under spec.tls, with a Secret that holds a certificate for them',
  sources: ['Kubernetes: Ingress', 'Gateway API: Gateway'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const subject of index.ofKind('Ingress')) {
      const spec = (subject.manifest.spec ?? {}) as IngressSpec;
      if (Object.keys(subject.manifest.metadata.annotations ?? {}).some((key) => ELSEWHERE.test(key))) continue;
      const entries = spec.tls ?? [];
      if (entries.some(({ hosts = [] }) => hosts.length === 0)) continue;
      const secured = entries.flatMap(({ hosts = [] }) => hosts);
      for (const [position, { host }] of (spec.rules ?? []).entries()) {
        if (secured.some((name) => covers(name, host))) continue;
        const at = ['spec', 'rules', position, ...(host === undefined ? [] : ['host'])];
        yield { subject, at, message: `host must stand under spec.tls, got '${host ?? '*'}' in plain text` };
      }
    }
    for (const subject of index.ofKind('Gateway')) {
      const { listeners = [] } = (subject.manifest.spec ?? {}) as {
        readonly listeners?: readonly Listener[];
      };
      if (listeners.length === 0 || listeners.some(({ protocol }) => protocol !== 'HTTP')) continue;
      const message = `a Gateway must listen for HTTPS, got HTTP only`;
      yield { subject, at: ['spec', 'listeners', 0, 'protocol'], message };
    }
  },
};

interface Listener {
  readonly protocol?: string;
}

/** `*.example.com` covers one label. */
function covers(pattern: string, host: string | undefined): boolean {
  if (host === undefined || pattern === host) return pattern === host;
  return pattern.startsWith('*.') && host.slice(host.indexOf('.')) === pattern.slice(1);
}

const INTERNAL =
  /^(?:service\.beta\.kubernetes\.io\/(?:aws-load-balancer-(?:internal|scheme)|azure-load-balancer-internal|oci-load-balancer-internal|openstack-internal-load-balancer)|(?:cloud|networking)\.gke\.io\/load-balancer-type)$/;

/** A load balancer is open to some, not to all. */
export const loadBalancers: Rule = {
  id: 'exposure/load-balancers',
  title: 'A load balancer of a Service is meant for some, and says for whom',
  severity: 'warning',
  why: 'The cloud gives it a public address, and every port of it is open to the internet.',
  cure: 'set loadBalancerSourceRanges, or the annotation that keeps it internal; HTTP goes through an Ingress or a Gateway',
  sources: ['Kubernetes: Service'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const subject of index.ofKind('Service')) {
      const { type, loadBalancerSourceRanges, ports = [] } = (subject.manifest.spec ?? {}) as ServiceSpec;
      const annotations = Object.keys(subject.manifest.metadata.annotations ?? {});
      if (type !== 'LoadBalancer' || (loadBalancerSourceRanges ?? []).length > 0) continue;
      if (annotations.some((key) => INTERNAL.test(key))) continue;
      const open = ports.filter(({ port }) => port !== 80 && port !== 443).map(({ port }) => port);
      if (open.length === 0) continue;
      const message = `a load balancer must be for some clients, got ${open.join(', ')} open to all`;
      yield { subject, at: ['spec', 'type'], message };
    }
  },
};

interface ServiceSpec {
  readonly type?: string;
  readonly loadBalancerSourceRanges?: readonly string[];
  readonly ports?: readonly { readonly port: number }[];
}

/** No Service takes ports of all nodes. */
export const noNodePorts: Rule = {
  id: 'exposure/no-node-ports',
  title: 'No Service takes a port of every node',
  severity: 'warning',
  why: 'It is open to whoever reaches a node, in plain text, and there is one such port for the whole cluster.',
  cure: 'use ClusterIP behind an Ingress or a Gateway',
  sources: ['Kubernetes: Service'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const subject of index.ofKind('Service')) {
      const { type } = (subject.manifest.spec ?? {}) as ServiceSpec;
      if (type !== 'NodePort') continue;
      const message = `Service '${subject.manifest.metadata.name}' must not take a port of every node, got NodePort`;
      yield { subject, at: ['spec', 'type'], message };
    }
  },
};

/** Paths that are for operators. */
const ADMIN =
  /^\/(?:actuator|admin|_cat|_cluster|console|debug|env|heapdump|jolokia|manager|metrics|phpmyadmin|server-status|wp-admin)(?:[/(]|$)/i;

/** Annotations by which an Ingress asks who calls. */
const GUARD =
  /(?:auth-(?:url|type|tls-secret|signin|idp-\w+)|(?:allow|white)list-source-range|inbound-cidrs|scheme|middlewares)$/;

/** What is for operators is not for everybody. */
export const adminPaths: Rule = {
  id: 'exposure/admin-paths',
  title: 'Paths for operators are not public',
  severity: 'warning',
  why: 'Whoever knows the product asks for its pages of administration first.',
  cure: 'remove the path, or ask who calls (auth-url, allowlist-source-range)',
  sources: ['OWASP: Security misconfiguration'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const subject of index.ofKind('Ingress')) {
      if (Object.keys(subject.manifest.metadata.annotations ?? {}).some((key) => GUARD.test(key))) continue;
      const { rules = [] } = (subject.manifest.spec ?? {}) as IngressSpec;
      for (const [i, { http }] of rules.entries()) {
        for (const [k, { path = '/' }] of (http?.paths ?? []).entries()) {
          if (!ADMIN.test(path)) continue;
          const message = `a public path must not be one for operators, got '${path}'`;
          yield { subject, at: ['spec', 'rules', i, 'http', 'paths', k, 'path'], message };
        }
      }
    }
  },
};
