import { notIsolated } from '../../../lib/rules/network/isolation';
import { idleRules, missingPolicyTypes, openToAll } from '../../../lib/rules/network/policy-shape';
import { undeclaredPort, unknownPort } from '../../../lib/rules/network/ports';
import { noDns } from '../../../lib/rules/network/resolves-names';
import { scraperShutOut } from '../../../lib/rules/network/scraper';
import { deployment, namespace, pods, policyOf, saysOf, serviceOf } from './yaml';

const web = deployment('web');
const api = deployment('api');

describe('network/no-dns', () => {
  const says = (rules: string) =>
    saysOf(noDns, web + api + policyOf('web', `policyTypes: [Egress], egress: [${rules}]`));
  const toApi = `{ to: [${pods('api')}], ports: [{ port: 8080 }] }`;

  test('both protocols are asked for, each by itself', () => {
    expect(says(toApi)).toEqual([
      'pods of shop/web must be allowed to resolve names, got egress without 53/UDP and 53/TCP',
    ]);
    expect(says(`${toApi}, { ports: [{ port: 53, protocol: UDP }] }`)).toEqual([
      'pods of shop/web must be allowed to resolve names, got egress without 53/TCP',
    ]);
  });

  test.each([
    ['an open egress', '{}'],
    ['all ports of a namespace', `{ to: [${namespace('kube-system')}] }`],
    ['the ports of OpenShift', `${toApi}, { ports: [{ port: 5353, protocol: UDP }, { port: 5353 }] }`],
    ['names of ports', `${toApi}, { ports: [{ port: dns, protocol: UDP }, { port: dns-tcp }] }`],
    ['a range of ports', `${toApi}, { ports: [{ port: 50, endPort: 60, protocol: UDP }, { port: 50, endPort: 60 }] }`],
    ['a server that connects to nobody', ''],
    ['connections to addresses alone', '{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }], ports: [{ port: 443 }] }'],
  ])('%s is enough', (_, rules) => {
    expect(says(rules)).toEqual([]);
  });

  test('a second policy for the same pods may bring it, and pods that may connect to anyone need none', () => {
    const whole =
      '---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: dns, namespace: shop }\nspec: { podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }, { port: 53 }] }] }\n';
    expect(saysOf(noDns, web + api + whole + policyOf('web', `policyTypes: [Egress], egress: [${toApi}]`))).toEqual([]);
    expect(saysOf(noDns, web + policyOf('web', `policyTypes: [Ingress], ingress: [{}]`))).toEqual([]);
  });
});

describe('network/scraper-shut-out', () => {
  const scraped = (port: string) =>
    deployment('api').replace(
      'labels: { app: api } }\n    spec',
      `labels: { app: api }, annotations: { prometheus.io/scrape: 'true'${port} } }\n    spec`,
    );
  const admits = (peers: string, ports = '[{ port: 8080 }]') =>
    policyOf('api', `policyTypes: [Ingress], ingress: [{ from: [${peers}], ports: ${ports} }]`);
  const found = ['shop/api:8080/TCP must be open to a scraper, got no rule that admits one'];
  const nginx = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress-nginx } } }';

  test('pods of the bundle and ingress controllers do not scrape', () => {
    expect(saysOf(scraperShutOut, web + scraped('') + admits(pods('web')))).toEqual(found);
    expect(saysOf(scraperShutOut, scraped(", prometheus.io/port: '8080'") + admits(nginx))).toEqual(found);
    expect(saysOf(scraperShutOut, scraped('') + policyOf('api', 'policyTypes: [Ingress]'))).toEqual(found);
  });

  test.each([
    ['the namespace of others', admits(namespace('monitoring'))],
    ['all namespaces', admits('{ namespaceSelector: {} }')],
    ['the network of nodes', admits('{ ipBlock: { cidr: 10.0.0.0/8 } }')],
    ['everyone', policyOf('api', 'policyTypes: [Ingress], ingress: [{}]')],
    ['nobody by a policy for the other direction', policyOf('api', 'policyTypes: [Egress]')],
    ['a Prometheus of the bundle', deployment('prometheus') + admits(pods('prometheus'))],
  ])('%s may', (_, policies) => {
    expect(saysOf(scraperShutOut, scraped('') + policies)).toEqual([]);
  });

  test('another port is not enough, but for the sidecar of a mesh', () => {
    const others = (port: number) => admits(namespace('monitoring'), `[{ port: ${port} }]`);
    expect(saysOf(scraperShutOut, scraped(", prometheus.io/port: '8080'") + others(9999))).toEqual(found);
    const meshed = scraped(", prometheus.io/port: '8080', sidecar.istio.io/inject: 'true'");
    expect(saysOf(scraperShutOut, meshed + others(15_020))).toEqual([]);
  });

  test('monitors of the operator ask for pods by their Services and by themselves', () => {
    const monitor = (kind: string, endpoints: string) =>
      `---\napiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: { name: api, namespace: shop }\nspec: { selector: { matchLabels: { app: api } }, ${endpoints} }\n`;
    const bundle = web + api + serviceOf('api') + admits(pods('web'));
    expect(saysOf(scraperShutOut, bundle + monitor('ServiceMonitor', 'endpoints: [{ port: web }]'))).toEqual(found);
    expect(saysOf(scraperShutOut, bundle + monitor('PodMonitor', 'podMetricsEndpoints: [{ port: http }]'))).toEqual(
      found,
    );
    expect(
      saysOf(
        scraperShutOut,
        bundle + monitor('ServiceMonitor', 'namespaceSelector: { matchNames: [a] }, endpoints: [{ port: web }]'),
      ),
    ).toEqual([]);
  });
});

describe('network/unknown-port and network/undeclared-port', () => {
  const port = (text: string) => policyOf('api', `policyTypes: [Ingress], ingress: [{ ports: [${text}] }]`);

  test('the port of a Service is not the port of its pods', () => {
    expect(saysOf(unknownPort, api + serviceOf('api') + port('{ port: 80 }'))).toEqual([
      'port must be that of the container, http, got 80/TCP of Service api',
    ]);
    expect(saysOf(undeclaredPort, api + serviceOf('api') + port('{ port: 80 }'))).toEqual([]);
  });

  test('a name that no container has matches nothing, and so does one of another protocol', () => {
    const message = (name: string) => `port must be the name of a container's port of shop/api, got ${name}`;
    expect(saysOf(unknownPort, api + port('{ port: web }'))).toEqual([message('web/TCP')]);
    expect(saysOf(unknownPort, api + port('{ port: http, protocol: UDP }'))).toEqual([message('http/UDP')]);
  });

  test('a number that no container declares is a warning', () => {
    expect(saysOf(undeclaredPort, api + port('{ port: 8081 }'))).toEqual([
      'port must be one that a container of shop/api declares (8080), got 8081/TCP',
    ]);
  });

  test.each([
    ['a declared port', '{ port: 8080 }'],
    ['its name', '{ port: http }'],
    ['a range that holds it', '{ port: 8000, endPort: 9000 }'],
    ['the port of a sidecar', '{ port: 15020 }'],
    ['a protocol alone', '{ protocol: TCP }'],
  ])('%s is fine', (_, text) => {
    expect([...saysOf(unknownPort, api + port(text)), ...saysOf(undeclaredPort, api + port(text))]).toEqual([]);
  });

  test('pods that declare no ports, and pods of others, may listen on any', () => {
    const silent = api.replace('ports: [{ name: http, containerPort: 8080 }]', 'ports: []');
    expect(saysOf(undeclaredPort, silent + port('{ port: 8081 }'))).toEqual([]);
    const away = policyOf(
      'web',
      `policyTypes: [Egress], egress: [{ to: [${namespace('other')}], ports: [{ port: 8081 }] }]`,
    );
    expect(saysOf(undeclaredPort, web + away)).toEqual([]);
  });
});

describe('the shape of a policy', () => {
  test('rules and empty lists of a direction that is not closed do nothing', () => {
    expect(saysOf(idleRules, policyOf('web', 'policyTypes: [Ingress], egress: [{}]'))).toEqual([
      'egress must be closed to have rules, got Ingress',
    ]);
    expect(saysOf(idleRules, policyOf('web', 'egress: []'))).toEqual([
      'egress must be closed to have rules, got neither rules nor policyTypes',
    ]);
    expect(saysOf(idleRules, policyOf('web', 'egress: [{}], ingress: [{}]'))).toEqual([]);
  });

  test('without policyTypes it is said what is closed', () => {
    const message = (closed: string) =>
      `policyTypes must say which directions are closed, got nothing, which closes ${closed}`;
    expect(saysOf(missingPolicyTypes, policyOf('web', 'ingress: [{}]'))).toEqual([message('ingress')]);
    expect(saysOf(missingPolicyTypes, policyOf('web', 'egress: [{}]'))).toEqual([message('ingress and egress')]);
  });

  test('a rule for everyone, for all ports or for all addresses is said', () => {
    const says = (rule: string) => saysOf(openToAll, policyOf('web', `policyTypes: [Egress], egress: [${rule}]`));
    expect(says('{}')).toEqual([
      'ports must be named, got none, which means all',
      'to must be named, got nobody, which means everyone',
    ]);
    expect(
      says('{ to: [{ ipBlock: { cidr: 0.0.0.0/0 } }, { ipBlock: { cidr: "::/0" } }], ports: [{ port: 443 }] }'),
    ).toEqual([
      'ipBlock must leave out private addresses, got 0.0.0.0/0',
      'ipBlock must leave out private addresses, got ::/0',
    ]);
    expect(says('{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }], ports: [{ port: 443 }] }')).toEqual(
      [],
    );
    expect(says('{ ports: [{ port: 53, protocol: UDP }, { port: 53 }] }')).toEqual([]);
  });

  test('a pod that no policy selects is said, one in the network of its node is not', () => {
    expect(saysOf(notIsolated, web)).toEqual([
      'pods of Deployment shop/web must be selected by a NetworkPolicy, got none',
    ]);
    expect(saysOf(notIsolated, web + policyOf('web', 'policyTypes: [Egress]'))).toEqual([]);
    expect(saysOf(notIsolated, deployment('web', 'shop', 'hostNetwork: true'))).toEqual([]);
  });

  test('a policy of another product of the same kind is left alone', () => {
    const calico = policyOf('web', 'ingress: []').replace('networking.k8s.io/v1', 'projectcalico.org/v3');
    expect(saysOf(missingPolicyTypes, calico)).toEqual([]);
  });
});
