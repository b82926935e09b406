/** How much an annotation of ingress-nginx can break, in the words of its makers. */
type Risk = 'Low' | 'Medium' | 'High' | 'Critical';

/**
 * Annotations of ingress-nginx below `nginx.ingress.kubernetes.io/`, and the risk that the controller's table
 * `annotations-risk.md` (v1.15.1) gives them. It ignores what it does not know, so a name that is not here is an error.
 */
const NGINX: Readonly<Record<string, Risk>> = {
  'allowlist-source-range': 'Medium',
  'auth-response-headers': 'Medium',
  'auth-signin': 'High',
  'auth-snippet': 'Critical',
  'auth-tls-secret': 'Medium',
  'auth-tls-verify-client': 'Medium',
  'auth-url': 'High',
  'backend-protocol': 'Low',
  'client-body-buffer-size': 'Low',
  'configuration-snippet': 'Critical',
  'cors-allow-credentials': 'Low',
  'cors-allow-headers': 'Medium',
  'cors-allow-methods': 'Medium',
  'cors-allow-origin': 'Medium',
  'cors-max-age': 'Low',
  'denylist-source-range': 'Medium',
  'enable-cors': 'Low',
  'enable-modsecurity': 'Low',
  'enable-owasp-core-rules': 'Low',
  'force-ssl-redirect': 'Medium',
  'limit-allowlist': 'Low',
  'limit-burst-multiplier': 'Low',
  'limit-connections': 'Low',
  'limit-rate': 'Low',
  'limit-rate-after': 'Low',
  'limit-rpm': 'Low',
  'limit-rps': 'Low',
  'modsecurity-snippet': 'Critical',
  'modsecurity-transaction-id': 'High',
  'proxy-body-size': 'Medium',
  'proxy-connect-timeout': 'Low',
  'proxy-read-timeout': 'Low',
  'proxy-send-timeout': 'Low',
  'rewrite-target': 'Medium',
  'server-snippet': 'Critical',
  'service-upstream': 'Low',
  'ssl-redirect': 'Low',
  'stream-snippet': 'Critical',
  'upstream-vhost': 'Low',
};

/** Annotations of the AWS Load Balancer Controller below `alb.ingress.kubernetes.io/`, from its guide to Ingresses. */
const ALB: readonly string[] = [
  'backend-protocol',
  'backend-protocol-version',
  'certificate-arn',
  'group.name',
  'group.order',
  'healthcheck-interval-seconds',
  'healthcheck-path',
  'healthcheck-port',
  'healthcheck-protocol',
  'healthcheck-timeout-seconds',
  'healthy-threshold-count',
  'inbound-cidrs',
  'ip-address-type',
  'listen-ports',
  'load-balancer-attributes',
  'load-balancer-name',
  'scheme',
  'security-groups',
  'ssl-policy',
  'ssl-redirect',
  'subnets',
  'success-codes',
  'tags',
  'target-group-attributes',
  'target-type',
  'unhealthy-threshold-count',
  'wafv2-acl-arn',
];

/** Annotations of cert-manager on an Ingress or a Gateway that it makes certificates for. */
const CERT_MANAGER: readonly string[] = ['cluster-issuer', 'common-name', 'duration', 'renew-before'];

const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  'nginx.ingress.kubernetes.io': Object.keys(NGINX).filter((name) => NGINX[name] !== 'Critical'),
  'alb.ingress.kubernetes.io': ALB,
  'cert-manager.io': CERT_MANAGER,
};

/** What is wrong with annotations of an edge object: those that no controller knows, and those that run their text. */
export function findAnnotationProblems(annotations: Readonly<Record<string, string>>): string[] {
  return Object.keys(annotations).flatMap((annotation) => {
    const [prefix = '', name = ''] = annotation.split('/');
    if (PREFIXES[prefix]?.includes(name) === true) return [];
    // Named after the Service that they are about.
    if (prefix === 'alb.ingress.kubernetes.io' && /^(?:conditions|actions)\.[a-z0-9-]+$/.test(name)) return [];
    if (prefix === 'nginx.ingress.kubernetes.io' && NGINX[name] === 'Critical') {
      return [
        `annotation must not put text into the controller's own configuration, got ${annotation}; the controller refuses it, use its ConfigMap`,
      ];
    }
    return [`annotation must be one that a controller knows, got ${annotation}; it would be ignored in silence`];
  });
}
