import { gatewayExists, listenerTakes } from '../../../lib/rules/references/gateways';
import { referenceGrant } from '../../../lib/rules/references/reference-grants';
import { judgeYaml, other } from '../judge-yaml';

const API = 'gateway.networking.k8s.io/v1';

const gateway = (...listeners: string[]) => `
---
apiVersion: ${API}
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: envoy, listeners: [${listeners.join(', ')}] }
`;

const route = (parent = 'name: public, namespace: edge', rest = '', kind = 'HTTPRoute') =>
  other(API, kind, 'api', `spec: { parentRefs: [{ ${parent} }]${rest} }`);

const web = (rest = 'allowedRoutes: { namespaces: { from: All } }', protocol = 'HTTP') =>
  `{ name: web, port: 80, protocol: ${protocol}, ${rest} }`;

const AT = 'spec.parentRefs[0]';

describe('references/gateway-exists', () => {
  test('a Gateway of another namespace is another one', () => {
    expect(judgeYaml(gatewayExists, gateway(web()) + route('name: public'))).toEqual([
      `${AT}.name: Gateway 'public' must exist, got none in namespace shop`,
    ]);
    expect(judgeYaml(gatewayExists, gateway(web()) + route())).toEqual([]);
  });

  test('one that others bring is there', () => {
    expect(judgeYaml(gatewayExists, route(), { provided: ['Gateway edge/*'] })).toEqual([]);
  });

  test('a route within a mesh is attached to a Service', () => {
    expect(judgeYaml(gatewayExists, route("group: '', kind: Service, name: api"))).toEqual([]);
  });

  test('a set of listeners is no Gateway', () => {
    expect(judgeYaml(gatewayExists, route('kind: ListenerSet, name: more'))).toEqual([]);
  });
});

describe('references/listener-takes', () => {
  const judge = (listener: string, text: string) => judgeYaml(listenerTakes, gateway(listener) + text);
  const selected = (labels: string) =>
    web(`allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { ${labels} } } } }`);

  test.each([
    [
      'a listener that is not there',
      web(),
      route('name: public, namespace: edge, sectionName: wbe'),
      `${AT}: sectionName must be a listener (web (80)) of Gateway public, got 'wbe'`,
    ],
    [
      'a port that nobody listens on',
      web(),
      route('name: public, namespace: edge, port: 443'),
      `${AT}: port must be one of a listener (web (80)) of Gateway public, got 443`,
    ],
    [
      'a listener of another protocol',
      web('allowedRoutes: { namespaces: { from: All } }', 'TCP'),
      route(),
      `${AT}: HTTPRoute must be taken by a listener of Gateway public, got TCP for web`,
    ],
    [
      'a listener for other kinds',
      web('allowedRoutes: { kinds: [{ kind: GRPCRoute }], namespaces: { from: All } }'),
      route(),
      `${AT}: HTTPRoute must be taken by a listener of Gateway public, got GRPCRoute for web`,
    ],
    [
      'a listener that says nothing of other namespaces',
      web(''),
      route(),
      `${AT}: route of namespace shop must be admitted by a listener of Gateway public, got Same for web`,
    ],
    [
      'a listener for another namespace',
      selected('kubernetes.io/metadata.name: bank'),
      route(),
      `${AT}: route of namespace shop must be admitted by a listener of Gateway public, got Selector for web`,
    ],
    [
      'a listener for other hosts',
      web('hostname: "*.example.com", allowedRoutes: { namespaces: { from: All } }'),
      route(undefined, ', hostnames: [example.com]'),
      'spec.hostnames: hostname example.com must be one of a listener of Gateway public, got *.example.com',
    ],
  ])('%s refuses the route', (_, listener, text, message) => {
    expect(judge(listener, text)).toEqual([message]);
  });

  test.each([
    [
      'a host below its own',
      web('hostname: "*.example.com", allowedRoutes: { namespaces: { from: All } }'),
      'a.b.example.com',
    ],
    [
      'a host of a wildcard',
      web('hostname: a.example.com, allowedRoutes: { namespaces: { from: All } }'),
      '"*.example.com"',
    ],
    ['every host', web(), 'example.com'],
  ])('a listener takes %s', (_, listener, host) => {
    expect(judge(listener, route(undefined, `, hostnames: [${host}]`))).toEqual([]);
  });

  test('one of several listeners is enough', () => {
    expect(judge(`${web('')}, ${web().replace('web', 'open')}`, route())).toEqual([]);
  });

  test('a protocol of an implementation may carry any route', () => {
    expect(judge(web('allowedRoutes: { namespaces: { from: All } }', 'example.com/quic'), route())).toEqual([]);
  });

  test('TLS that ends at the listener carries a TCPRoute', () => {
    const listener = web('allowedRoutes: { namespaces: { from: All } }', 'TLS');
    expect(judge(listener, route(undefined, '', 'TCPRoute'))).toEqual([]);
  });

  test('labels of a namespace count where they are known', () => {
    const namespace = (team: string) =>
      `---\n{ apiVersion: v1, kind: Namespace, metadata: { name: shop, labels: { team: ${team} } } }\n`;
    expect(judge(selected('team: shop'), route())).toEqual([]);
    expect(judge(selected('team: shop'), route() + namespace('shop'))).toEqual([]);
    expect(judge(selected('team: shop'), route() + namespace('bank'))).toHaveLength(1);
    expect(judge(selected('kubernetes.io/metadata.name: shop'), route() + namespace('bank'))).toEqual([]);
  });

  test('a Gateway that is not in the bundle has listeners that nobody knows', () => {
    expect(judgeYaml(listenerTakes, route('name: public, namespace: edge, sectionName: any'))).toEqual([]);
  });

  test('a Gateway of Istio is another kind', () => {
    const istio = other('networking.istio.io/v1', 'Gateway', 'public', 'spec: { servers: [] }');
    expect(judgeYaml(listenerTakes, istio + route('name: public, sectionName: any'))).toEqual([]);
  });
});

describe('references/reference-grant', () => {
  const service =
    '---\n{ apiVersion: v1, kind: Service, metadata: { name: api, namespace: bank }, spec: { ports: [{ port: 80 }] } }\n';
  const uses = route(undefined, ', rules: [{ backendRefs: [{ name: api, namespace: bank, port: 80 }] }]');
  const grant = (from: string, to: string, namespace = 'bank') =>
    `---\n{ apiVersion: ${API}beta1, kind: ReferenceGrant, metadata: { name: it, namespace: ${namespace} }, spec: { from: [{ ${from} }], to: [{ ${to} }] } }\n`;
  const FROM = 'group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop';
  const TO = "group: '', kind: Service";
  const message =
    'spec.rules[0].backendRefs[0].name: Service bank/api must be granted to HTTPRoute of namespace shop, got no ReferenceGrant';

  test.each([
    ['no grant', ''],
    ['a grant to others', grant(FROM.replace('shop', 'web'), TO)],
    ['a grant to another kind', grant(FROM.replace('HTTPRoute', 'GRPCRoute'), TO)],
    ['a grant of another Service', grant(FROM, `${TO}, name: web`)],
    ['a grant in the namespace of the route', grant(FROM, TO, 'shop')],
  ])('%s is not enough for a Service of another namespace', (_, text) => {
    expect(judgeYaml(referenceGrant, service + uses + text)).toEqual([message]);
  });

  test.each([TO, `${TO}, name: api`])('a grant to { %s } is', (to) => {
    expect(judgeYaml(referenceGrant, service + uses + grant(FROM, to))).toEqual([]);
  });

  test('a route within a mesh needs none', () => {
    const mesh = uses.replace('name: public, namespace: edge', "group: '', kind: Service, name: api, namespace: bank");
    expect(judgeYaml(referenceGrant, service + mesh)).toEqual([]);
  });

  test('a Service that is not in the bundle may come with its grant, and a grant may be made by others', () => {
    expect(judgeYaml(referenceGrant, uses)).toEqual([]);
    expect(judgeYaml(referenceGrant, service + uses, { provided: ['ReferenceGrant bank/*'] })).toEqual([]);
  });

  test('the certificate of a listener is asked for as well', () => {
    const secret = '---\n{ apiVersion: v1, kind: Secret, metadata: { name: tls, namespace: bank } }\n';
    const edge = gateway(web('tls: { certificateRefs: [{ name: tls, namespace: bank }] }', 'HTTPS'));
    expect(judgeYaml(referenceGrant, secret + edge)).toEqual([
      'spec.listeners[0].tls.certificateRefs[0].name: Secret bank/tls must be granted to Gateway of namespace edge, got no ReferenceGrant',
    ]);
    const from = 'group: gateway.networking.k8s.io, kind: Gateway, namespace: edge';
    expect(judgeYaml(referenceGrant, secret + edge + grant(from, "group: '', kind: Secret"))).toEqual([]);
  });
});
