import { Testing } from 'cdk8s';
import { INTERNET } from '../../../lib/constructs/workloads/endpoint';
import { NetworkPolicy } from '../../../lib/constructs/workloads/network-policy';
import { objectsOf } from '../support';

const pods = (namespace: string, name: string) => ({ namespace, labels: { 'app.kubernetes.io/name': name } });
const peerOf = (namespace: string, name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
});

function define() {
  const chart = Testing.chart();
  const policy = new NetworkPolicy(chart, 'Policy', {
    namespace: 'shop',
    name: 'api',
    podLabels: pods('shop', 'api').labels,
  });
  return { policy, spec: () => objectsOf(chart)('NetworkPolicy')['spec'] };
}

test('nothing is open before it is asked for, in both directions', () => {
  expect(define().spec()).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'api' } },
    policyTypes: ['Ingress', 'Egress'],
  });
});

test('a peer is named by namespace and pods together, with ports and protocol', () => {
  const { policy, spec } = define();
  policy.allowFrom(pods('web', 'site'), { port: 8080 });
  policy.allowTo(pods('kube-system', 'dns'), { port: 53, protocol: 'UDP' });
  expect(spec()).toMatchObject({
    ingress: [{ from: [peerOf('web', 'site')], ports: [{ port: 8080, protocol: 'TCP' }] }],
    egress: [{ to: [peerOf('kube-system', 'dns')], ports: [{ port: 53, protocol: 'UDP' }] }],
  });
});

test('rules of one peer become one, in an order that does not depend on who came first', () => {
  const [first, second] = [define(), define()];
  const add = [
    () => ({ peer: pods('b', 'x'), port: 90 }),
    () => ({ peer: pods('a', 'x'), port: 1000 }),
    () => ({ peer: pods('a', 'x'), port: 90 }),
  ].map((make) => make());
  add.forEach(({ peer, port }) => {
    first.policy.allowFrom(peer, { port });
  });
  [...add, ...add].reverse().forEach(({ peer, port }) => {
    second.policy.allowFrom(peer, { port });
  });
  expect(first.spec()).toEqual(second.spec());
  expect(first.spec()).toMatchObject({
    ingress: [
      { from: [peerOf('a', 'x')], ports: [{ port: 90 }, { port: 1000 }] },
      { from: [peerOf('b', 'x')], ports: [{ port: 90 }] },
    ],
  });
});

test('the internet is every address but the private ones', () => {
  const { policy, spec } = define();
  policy.allowTo(INTERNET, { port: 443 });
  const except = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];
  expect(spec()).toMatchObject({ egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except } }] }] });
});
