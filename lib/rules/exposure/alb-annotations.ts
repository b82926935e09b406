/** Annotations that the AWS Load Balancer Controller reads, without their prefix. Source: its page of annotations. */
export const ALB_ANNOTATIONS: readonly string[] = [
  ...['auth-idp-cognito', 'auth-idp-oidc', 'auth-on-unauthenticated-request', 'auth-scope', 'auth-session-cookie'],
  ...['auth-session-timeout', 'auth-type', 'backend-protocol', 'backend-protocol-version', 'certificate-arn'],
  ...['customer-owned-ipv4-pool', 'enable-frontend-nlb', 'group.name', 'group.order', 'healthcheck-interval-seconds'],
  ...['healthcheck-path', 'healthcheck-port', 'healthcheck-protocol', 'healthcheck-timeout-seconds'],
  ...['healthy-threshold-count', 'inbound-cidrs', 'ip-address-type', 'ipam-ipv4-pool-id', 'jwt-validation'],
  ...['listen-ports', 'load-balancer-attributes', 'load-balancer-name', 'manage-backend-security-group-rules'],
  ...['minimum-load-balancer-capacity', 'multi-cluster-target-group', 'mutual-authentication', 'scheme'],
  ...['security-group-prefix-lists', 'security-groups', 'shield-advanced-protection', 'ssl-policy', 'ssl-redirect'],
  ...['subnets', 'success-codes', 'tags', 'target-group-attributes', 'target-node-labels', 'target-type'],
  ...['unhealthy-threshold-count', 'use-regex-path-match', 'waf-acl-id', 'wafv2-acl-arn', 'wafv2-acl-name'],
  ...['web-acl-id'],
];

/** Those that end in a name of one's own. */
export const ALB_PREFIXES: readonly string[] = [
  'actions.',
  'conditions.',
  'frontend-nlb-',
  'listener-attributes.',
  'transforms.',
];
