import { AlbEdge, GuardRow, NginxEdge } from '../../model/edge';

/**
 * Annotations by which a controller of Ingresses learns how a host is protected.
 *
 * @param upstreamHost name of the Service, where a mesh goes by it
 */
export function edgeAnnotations(edge: NginxEdge | AlbEdge, upstreamHost?: string): Record<string, string> {
  return edge.kind === 'nginx' ? { ...nginxAnnotations(edge), ...upstream(upstreamHost) } : albAnnotations(edge);
}

function nginxAnnotations({ issuer, rateLimit, allowList }: NginxEdge): Record<string, string> {
  const prefix = 'nginx.ingress.kubernetes.io';
  return {
    'cert-manager.io/cluster-issuer': issuer.name,
    [`${prefix}/enable-modsecurity`]: 'true',
    [`${prefix}/enable-owasp-core-rules`]: 'true',
    // The id of the request in the access log: a refusal of the firewall is found there.
    [`${prefix}/modsecurity-transaction-id`]: '$request_id',
    [`${prefix}/limit-rps`]: String(rateLimit.rps),
    [`${prefix}/limit-burst-multiplier`]: String(rateLimit.burstMultiplier),
    [`${prefix}/ssl-redirect`]: 'true',
    ...(allowList && { [`${prefix}/allowlist-source-range`]: allowList.join(',') }),
  };
}

/** Through a mesh, nginx sends to the Service by its name: a sidecar has no certificate for the address of a pod. */
function upstream(host: string | undefined): Record<string, string> {
  const prefix = 'nginx.ingress.kubernetes.io';
  return host === undefined ? {} : { [`${prefix}/service-upstream`]: 'true', [`${prefix}/upstream-vhost`]: host };
}

function albAnnotations({ group, scheme, webAclArn, healthCheckPath }: AlbEdge): Record<string, string> {
  const prefix = 'alb.ingress.kubernetes.io';
  return {
    [`${prefix}/group.name`]: group,
    [`${prefix}/scheme`]: scheme,
    [`${prefix}/target-type`]: 'ip',
    [`${prefix}/listen-ports`]: '[{"HTTP":80},{"HTTPS":443}]',
    [`${prefix}/ssl-redirect`]: '443',
    [`${prefix}/healthcheck-path`]: healthCheckPath,
    [`${prefix}/wafv2-acl-arn`]: webAclArn,
  };
}

/**
 * Annotations by which a controller lets only some reach a path.
 *
 * @param service name of the Service behind the path
 */
export function guardAnnotations(
  { kind }: NginxEdge | AlbEdge,
  guard: GuardRow,
  service: string,
): Record<string, string> {
  if (kind === 'alb') {
    const values = guard.kind === 'allow-list' ? guard.cidrs : [];
    const condition = [{ field: 'source-ip', sourceIpConfig: { values } }];
    return { [`alb.ingress.kubernetes.io/conditions.${service}`]: JSON.stringify(condition) };
  }
  const prefix = 'nginx.ingress.kubernetes.io';
  return guard.kind === 'allow-list'
    ? { [`${prefix}/allowlist-source-range`]: guard.cidrs.join(',') }
    : { [`${prefix}/auth-url`]: guard.url, [`${prefix}/auth-signin`]: guard.signIn };
}
