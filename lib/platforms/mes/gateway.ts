import { CertificateAuthority } from '../../constructs/certificates/certificate-authority';
import { ServingCertificate } from '../../constructs/certificates/serving-certificate';
import { Kong } from '../../constructs/kong/kong';
import { RedisAccess } from '../../constructs/redis/redis';
import { Microservice } from '../../constructs/workloads/microservice';
import { toolProps } from '../context';
import { Context } from './context';

/** Bundle with the secret that tokens are signed with, and its property. */
export const TOKENS = { bundle: 'mes/gateway', property: 'token-secret' } as const;

/** Defines the gateway in front of every service. */
export function defineGateway(context: Context, services: ReadonlyMap<string, Microservice>, redis: RedisAccess): Kong {
  const { component, environment, namespace, rows, store } = context;
  const { gateway, tools, scrapeInterval } = rows;
  const scope = component('kong', 'gateway');
  const authority = new CertificateAuthority(scope, 'kong-ca', { namespace: namespace.name, ...gateway.authority });
  const kong = new Kong(scope, 'kong', {
    ...toolProps(gateway, tools),
    namespace,
    replicas: gateway.replicas,
    workers: gateway.workers,
    prefixSize: gateway.prefixSize,
    scratch: gateway.scratch,
    loadBalancer: gateway.loadBalancer,
    nodes: environment.nodes.cidrs.map((cidr) => ({ cidr })),
    certificate: new ServingCertificate(scope, 'kong-tls', {
      ...gateway.certificate,
      authority,
      dnsNames: [`${gateway.host}.${environment.domain}`],
    }),
    tokenSecret: { store, ...TOKENS },
    counters: { host: redis.host, port: redis.port, server: redis.endpoint(), password: redis.password },
    upstreams: [...services].map(([name, service]) => service.peerEndpoint(rows.services[name]?.port ?? 0)),
    rules: {
      issuer: gateway.tokens.issuer,
      requestIdHeader: gateway.requestIdHeader,
      origins: [`https://${gateway.page}.${environment.domain}`],
      services: Object.entries(rows.services).map(([name, { port, route }]) => ({
        ...route,
        name,
        host: `${name}.${namespace.name}.svc.${environment.clusterDomain}`,
        port,
      })),
    },
  });
  context.scrape(kong.metricsTargets.map((target) => ({ ...target, interval: scrapeInterval })));
  return kong;
}
