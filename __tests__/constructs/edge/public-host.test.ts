import { Testing } from 'cdk8s';
import { PublicHost, PublicHostProps } from '../../../lib/constructs/edge/public-host';
import { GatewayEdge, NginxEdge } from '../../../lib/model/edge';
import { objectsOf } from '../support';

const issuer = { name: 'ca', server: 'https://acme.example.com/directory', email: 'a@example.com' } as const;
const nginx: NginxEdge = {
  kind: 'nginx',
  className: 'web',
  controller: { namespace: 'edge', labels: { app: 'nginx' } },
  issuer,
  waf: { mode: 'On' },
  rateLimit: { rps: 7, burstMultiplier: 3 },
};
const gateway: GatewayEdge = {
  kind: 'gateway',
  className: 'envoy',
  gateway: { namespace: 'edge', name: 'public' },
  dataPlane: { namespace: 'edge', labels: { app: 'envoy' } },
  issuer,
};
const base = { namespace: 'shop', host: 'shop.example.com', service: 'shop', portName: 'http', port: 8080 };

function define(props: Pick<PublicHostProps, 'edge' | 'annotations'>) {
  const chart = Testing.chart();
  const host = new PublicHost(chart, 'Host', { ...base, ...props });
  return { find: (kind: string) => objectsOf(chart)(kind), problems: host.node.validate() };
}

test('clients outside the allow list are refused where there is one', () => {
  const name = 'nginx.ingress.kubernetes.io/allowlist-source-range';
  const allowList = ['198.51.100.0/24', '203.0.113.7/32'];
  const annotations = (edge: NginxEdge) => define({ edge }).find('Ingress').metadata.annotations;
  expect(annotations({ ...nginx, allowList })?.[name]).toBe('198.51.100.0/24,203.0.113.7/32');
  expect(annotations(nginx)).not.toHaveProperty([name]);
});

test('a host adds annotations of its own that its controller knows', () => {
  const annotations = { 'nginx.ingress.kubernetes.io/proxy-body-size': '1m' };
  const { find, problems } = define({ edge: nginx, annotations });
  expect(problems).toEqual([]);
  expect(find('Ingress').metadata.annotations).toMatchObject({
    ...annotations,
    'nginx.ingress.kubernetes.io/limit-rps': '7',
    'nginx.ingress.kubernetes.io/limit-burst-multiplier': '3',
  });
});

test.each([
  ['a misspelled one', 'nginx.ingress.kubernetes.io/limit-rpss'],
  ['one of another product', 'nginx.ingress.kubernetes.io/rate-limit'],
  ['an unknown one of AWS', 'alb.ingress.kubernetes.io/waf-arn'],
  ['a prefix that is nobody', 'nginx.org/limit-rps'],
  ['a name of every object', 'nginx.ingress.kubernetes.io/constructor'],
])('%s is refused, for it would be ignored', (_, annotation) => {
  expect(define({ edge: nginx, annotations: { [annotation]: '1' } }).problems).toEqual([
    `annotation must be one that a controller knows, got ${annotation}; it would be ignored in silence`,
  ]);
});

test.each(['configuration-snippet', 'server-snippet', 'auth-snippet', 'stream-snippet', 'modsecurity-snippet'])(
  '%s is refused, for it is text of the configuration',
  (name) => {
    const annotation = `nginx.ingress.kubernetes.io/${name}`;
    expect(define({ edge: nginx, annotations: { [annotation]: '' } }).problems).toEqual([
      `annotation must not put text into the controller's own configuration, got ${annotation}; the controller refuses it, use its ConfigMap`,
    ]);
  },
);

test('annotations of a host are refused where a Gateway leads to it', () => {
  const annotations = { 'nginx.ingress.kubernetes.io/proxy-body-size': '1m' };
  expect(define({ edge: gateway, annotations }).problems).toEqual([
    'annotations of shop.example.com must be left out where a Gateway leads to it, got nginx.ingress.kubernetes.io/proxy-body-size; nobody reads them there',
  ]);
});
