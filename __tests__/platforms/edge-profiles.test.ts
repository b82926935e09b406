import { environments } from '../../lib/environments';
import { EdgeRow } from '../../lib/model/edge';
import { Any } from '../dist/read-dist';
import { allOf, findOf, nameOf } from '../objects';
import { alb, gateway, issuer } from './profiles';
import { renderWarehouseWith, renderWith } from './rendered';

const nginx = environments.staging.ingress;
const hosts = ['orders.wms.staging.example.com', 'waves.wms.staging.example.com'];
const namespaces = { [`${hosts[0]}`]: 'wms-platform', [`${hosts[1]}`]: 'wms-platform' };
const withEdge = (ingress: EdgeRow): Any[] => renderWarehouseWith({ ingress }).objects;

test('only objects of the edge and policies and quotas of who is reached differ between the ways in', () => {
  const known = new Map(
    renderWith({ ingress: nginx }).objects.map((object) => [nameOf(object), JSON.stringify(object)]),
  );
  for (const edge of [alb, gateway]) {
    const others = new Map(
      renderWith({ ingress: edge }).objects.map((object) => [nameOf(object), JSON.stringify(object)]),
    );
    const names = [...new Set([...known.keys(), ...others.keys()])];
    const changed = names.filter((name) => known.get(name) !== others.get(name));
    const ownNamespace = changed.filter((name) => name.includes('public-edge'));
    const expected = [
      'ClusterIssuer /letsencrypt',
      'Ingress onboarding/onboarding-workflow',
      'Ingress onboarding/onboarding-workflow-admin',
      'Ingress order-platform/api-gateway',
      'Ingress wms-platform/order-service',
      'Ingress wms-platform/waving-service',
      'NetworkPolicy onboarding/acme-solver',
      'NetworkPolicy onboarding/onboarding-workflow',
      'NetworkPolicy order-platform/acme-solver',
      'NetworkPolicy wms-platform/acme-solver',
      'NetworkPolicy order-platform/api-gateway',
      'NetworkPolicy wms-platform/order-service',
      'NetworkPolicy wms-platform/waving-service',
      'ResourceQuota onboarding/onboarding',
      'ResourceQuota order-platform/order-platform',
      'ResourceQuota wms-platform/wms-platform',
      ...(edge.kind === 'gateway'
        ? [
            'HTTPRoute onboarding/onboarding-workflow',
            'HTTPRoute order-platform/api-gateway',
            'HTTPRoute wms-platform/order-service',
            'HTTPRoute wms-platform/waving-service',
          ]
        : []),
    ];
    expect(changed.filter((name) => !ownNamespace.includes(name)).sort()).toEqual(expected.sort());
    expect(ownNamespace.length > 0).toBe(edge.kind === 'gateway');
  }
});

test('a load balancer of AWS ends TLS with certificates of ACM, asks its web ACL and is admitted from its subnets', () => {
  const objects = withEdge(alb);
  const { metadata, spec } = findOf(objects, 'Ingress', 'order-service');
  expect(metadata.annotations).toMatchObject({
    'alb.ingress.kubernetes.io/scheme': 'internet-facing',
    'alb.ingress.kubernetes.io/target-type': 'ip',
    'alb.ingress.kubernetes.io/listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
    'alb.ingress.kubernetes.io/ssl-redirect': '443',
    'alb.ingress.kubernetes.io/healthcheck-path': '/ready',
    'alb.ingress.kubernetes.io/wafv2-acl-arn': alb.webAclArn,
    'alb.ingress.kubernetes.io/group.name': 'public',
  });
  expect(Object.keys(metadata.annotations).filter((name) => /nginx|cert-manager/.test(name))).toEqual([]);
  expect(spec).toMatchObject({ ingressClassName: 'alb', tls: [{ hosts: [hosts[0]] }] });
  expect(spec.tls[0]).not.toHaveProperty('secretName');
  const clients = findOf(objects, 'NetworkPolicy', 'order-service').spec.ingress.map(
    ({ from: [peer] }: Any) => peer.ipBlock?.cidr,
  );
  expect(clients).toEqual(expect.arrayContaining(alb.subnets));
  expect(allOf(objects, 'ClusterIssuer')).toEqual([]);
});

test("the Gateway has a listener and a certificate for each public host, open to that host's namespace alone", () => {
  const { metadata, spec } = findOf(withEdge(gateway), 'Gateway', 'public');
  expect(metadata).toMatchObject({
    namespace: 'public-edge',
    annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
  });
  expect(spec.gatewayClassName).toBe('envoy');
  expect(spec.listeners).toEqual([
    { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } },
    ...Object.entries(namespaces).map(([host, namespace]) => ({
      name: host,
      hostname: host,
      port: 443,
      protocol: 'HTTPS',
      tls: { mode: 'Terminate', certificateRefs: [{ group: '', kind: 'Secret', name: `${host}-tls` }] },
      allowedRoutes: {
        namespaces: { from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
      },
    })),
  ]);
});

test('a route of the Gateway leads a host to its Service, and says all that the server would add', () => {
  const objects = withEdge(gateway);
  expect(findOf(objects, 'HTTPRoute', 'order-service').spec).toEqual({
    parentRefs: [
      {
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
        namespace: 'public-edge',
        name: 'public',
        sectionName: hosts[0],
      },
    ],
    hostnames: [hosts[0]],
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: '/' } }],
        backendRefs: [{ group: '', kind: 'Service', name: 'order-service', port: 8001, weight: 1 }],
      },
    ],
  });
  expect(findOf(objects, 'HTTPRoute', 'public-redirect').spec.rules[0].filters).toEqual([
    { type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } },
  ]);
  expect(allOf(objects, 'Ingress')).toEqual([]);
});

test('behind a Gateway the authority asks through it, and its answers stand in the namespace of the certificates', () => {
  const objects = withEdge(gateway);
  expect(findOf(objects, 'ClusterIssuer', 'letsencrypt').spec.acme.solvers).toEqual([
    {
      http01: {
        gatewayHTTPRoute: {
          serviceType: 'ClusterIP',
          parentRefs: [
            {
              group: 'gateway.networking.k8s.io',
              kind: 'Gateway',
              namespace: 'public-edge',
              name: 'public',
              sectionName: 'http',
            },
          ],
        },
      },
    },
  ]);
  expect(findOf(objects, 'NetworkPolicy', 'acme-solver')).toMatchObject({
    metadata: { namespace: 'public-edge' },
    spec: {
      podSelector: { matchLabels: { 'acme.cert-manager.io/http01-solver': 'true' } },
      ingress: [{ ports: [{ port: 8089 }] }],
    },
  });
});

const wrong: [string, EdgeRow, string][] = [
  [
    'no limit',
    { ...nginx, rateLimit: { rps: 0, burstMultiplier: 5 } } as EdgeRow,
    'environments.staging.ingress.rateLimit.rps: must be a whole number above 0, got 0; 0 would be no limit',
  ],
  [
    'half a burst',
    { ...nginx, rateLimit: { rps: 5, burstMultiplier: 0.5 } } as EdgeRow,
    'environments.staging.ingress.rateLimit.burstMultiplier: must be a whole number above 0, got 0.5; 0 would be no limit',
  ],
  [
    'an empty allow list',
    { ...nginx, allowList: [] } as EdgeRow,
    'environments.staging.ingress.allowList: must name at least one address range, got []',
  ],
  [
    'a host as a range',
    { ...alb, subnets: ['10.0.0.1'] },
    "environments.staging.ingress.subnets: must hold address ranges such as '10.0.0.0/16', got '10.0.0.1'",
  ],
  [
    'nobody to write to',
    { ...gateway, issuer: { ...issuer, email: 'operators' } },
    "environments.staging.ingress.issuer.email: must be an address that somebody reads, got 'operators'",
  ],
];

test.each(wrong)('%s is refused', (_, ingress, message) => {
  expect(renderWarehouseWith({ ingress }).problems).toEqual([message]);
});

test('a path for some is guarded by a load balancer of AWS by their addresses, and closed behind a Gateway', () => {
  const guarded = findOf(renderWith({ ingress: alb }).objects, 'Ingress', 'onboarding-workflow-admin');
  const conditions = guarded.metadata.annotations['alb.ingress.kubernetes.io/conditions.onboarding-workflow'];
  expect(JSON.parse(conditions)).toEqual([{ field: 'source-ip', sourceIpConfig: { values: ['10.200.0.0/16'] } }]);
  const paths = allOf(renderWith({ ingress: gateway }).objects, 'HTTPRoute').flatMap(({ spec }) =>
    spec.rules.flatMap(({ matches = [] }: Any) => matches.map(({ path }: Any) => path.value)),
  );
  expect(paths).toContain('/api');
  expect(paths).not.toContain('/admin');
});
