import { allowedIsDeclared } from '../../../lib/rules/network/allowed-is-declared';
import { oneSided } from '../../../lib/rules/network/one-sided';
import { deployment, namespace, pods, policyOf, saysOf } from './yaml';

const both = deployment('web') + deployment('api');
const closed = 'policyTypes: [Ingress, Egress]';
const toApi = `egress: [{ to: [${pods('api')}], ports: [{ port: http }] }]`;
const fromWeb = `ingress: [{ from: [${pods('web')}], ports: [{ port: 8080 }] }]`;

describe('network/allowed-is-declared', () => {
  const policies = both + policyOf('web', `${closed}, ${toApi}`) + policyOf('api', `${closed}, ${fromWeb}`);
  const says = (text: string, ...connections: [from: string, to: string, ports: (number | string)[]][]) =>
    saysOf(allowedIsDeclared, text, { connections: connections.map(([from, to, ports]) => ({ from, to, ports })) });

  test('nothing is compared where nothing is declared, and everything where an empty list is', () => {
    expect(saysOf(allowedIsDeclared, policies)).toEqual([]);
    expect(says(policies)).toEqual([
      'shop/web -> shop/api:8080/TCP must be declared as it is allowed, got no such connection',
    ]);
  });

  test('what is allowed as it is declared is fine, by names, labels and named ports', () => {
    expect(says(policies, ['shop/web', 'shop/api', [8080]])).toEqual([]);
    expect(says(policies, ['shop/app=web', 'shop/app=api', ['8080/TCP']])).toEqual([]);
  });

  test('a gap says which end shuts it', () => {
    expect(says(policies, ['shop/web', 'shop/api', [8080, '9090/UDP']])).toEqual([
      'shop/web -> shop/api:9090/UDP must be allowed as it is declared, got shut by the ingress of shop/api',
      'shop/web -> shop/api:9090/UDP must be allowed as it is declared, got shut by the egress of shop/web',
    ]);
  });

  test('a declared end that nobody is is said', () => {
    expect(says(policies, ['shop/web', 'shop/api', [8080]], ['shop/web', 'shop/gone', [1]])).toEqual([
      'shop/web -> shop/gone:1/TCP must be between pods that policies name, got nobody for shop/gone',
    ]);
  });

  test('what one end alone allows is an excess, too: the other end may be opened any day', () => {
    const half = both + policyOf('web', `${closed}, ${toApi}`) + policyOf('api', closed);
    expect(says(half)).toEqual([
      'shop/web -> shop/api:8080/TCP must be declared as it is allowed, got no such connection',
    ]);
  });

  test('pods that no policy closes are open to everyone', () => {
    expect(says(deployment('web'))).toEqual([
      '* -> shop/web:* must be declared as it is allowed, got no such connection',
      'shop/web -> *:* must be declared as it is allowed, got no such connection',
    ]);
    expect(says(deployment('web'), ['*', 'shop/web', ['*']], ['shop/web', '*', ['*']])).toEqual([]);
  });

  test('addresses are compared by their ranges: a part of what is declared is declared', () => {
    const to = (block: string) =>
      deployment('web') +
      policyOf('web', `${closed}, egress: [{ to: [{ ipBlock: ${block} }], ports: [{ port: 443 }] }]`);
    expect(says(to('{ cidr: 10.0.0.0/8 }'), ['shop/web', '10.0.0.0/8', [443]])).toEqual([]);
    const narrow = says(to('{ cidr: 10.1.0.0/16 }'), ['shop/web', '10.0.0.0/8', [443]]);
    expect(narrow).toEqual([
      'shop/web -> 10.0.0.0/8:443/TCP must be allowed as it is declared, got shut by the egress of shop/web',
    ]);
    expect(
      says(to('{ cidr: 10.0.0.0/8, except: [10.2.0.0/16] }'), ['shop/web', '10.0.0.0/8 except 10.2.0.0/16', [443]]),
    ).toEqual([]);
    expect(says(to('{ cidr: 10.0.0.0/8 }'), ['shop/web', '10.0.0.0/8 except 10.2.0.0/16', [443]])).toEqual([
      'shop/web -> 10.0.0.0/8:443/TCP must be declared as it is allowed, got no such connection',
    ]);
  });

  test('asking pods of others for names is not declared, asking anyone there is', () => {
    const dns = (to: string) =>
      deployment('web') + policyOf('web', `${closed}, egress: [{ ${to}ports: [{ port: 53, protocol: UDP }] }]`);
    expect(says(dns(`to: [${namespace('kube-system')}], `))).toEqual([]);
    expect(says(dns(''))).toEqual(['shop/web -> *:53/UDP must be declared as it is allowed, got no such connection']);
  });

  test('a Job that gets its name from the API server is somebody, too', () => {
    const job =
      '---\napiVersion: batch/v1\nkind: Job\nmetadata: { generateName: load-, namespace: shop }\nspec: { template: { spec: { containers: [] } } }\n';
    expect(says(job)).toEqual([
      '* -> shop/load-*:* must be declared as it is allowed, got no such connection',
      'shop/load-* -> *:* must be declared as it is allowed, got no such connection',
    ]);
  });

  test('of a peer that opens many connections ten are named, and the rest is counted', () => {
    const names = Array.from({ length: 14 }, (_, position) => `web-${position}`);
    const many = names.map((name) => deployment(name) + policyOf(name, closed)).join('');
    const wide = policyOf('api', `${closed}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 8080 }] }]`);
    const found = says(many + deployment('api') + wide);
    expect(found).toHaveLength(11);
    expect(found[0]).toBe('shop/web-0 -> shop/api:8080/TCP must be declared as it is allowed, got no such connection');
    expect(found[10]).toBe(
      '6 more connections of this peer must be declared as they are allowed, got no such connections',
    );
  });

  test('a Job goes by the name of its program, as its own changes', () => {
    const job = `
---
apiVersion: batch/v1
kind: Job
metadata: { name: topics-0a1b2c3d, namespace: shop }
spec:
  template:
    metadata: { labels: { app: topics, app.kubernetes.io/name: topics } }
    spec: { containers: [{ name: main, image: example.com/topics:1.0.0 }] }
${policyOf('topics', closed)}`;
    expect(says(job, ['shop/topics', '192.0.2.0/24', [443]])).toEqual([
      'shop/topics -> 192.0.2.0/24:443/TCP must be allowed as it is declared, got shut by the egress of shop/topics',
    ]);
  });
});

describe('network/one-sided', () => {
  test('a rule that the other end shuts is found at the end that has it', () => {
    expect(saysOf(oneSided, both + policyOf('web', `${closed}, ${toApi}`) + policyOf('api', closed))).toEqual([
      'shop/web -> shop/api:8080/TCP must be allowed at both ends, got shut by the ingress of shop/api',
    ]);
    expect(saysOf(oneSided, both + policyOf('web', closed) + policyOf('api', `${closed}, ${fromWeb}`))).toEqual([
      'shop/web -> shop/api:8080/TCP must be allowed at both ends, got shut by the egress of shop/web',
    ]);
  });

  test('an end that no policy closes shuts nothing', () => {
    expect(saysOf(oneSided, both + policyOf('web', `${closed}, ${toApi}`))).toEqual([]);
    expect(saysOf(oneSided, both + policyOf('api', `policyTypes: [Ingress], ${fromWeb}`))).toEqual([]);
  });

  test('a rule for several is fine where one of them is open', () => {
    const others = deployment('other') + policyOf('other', closed);
    const wide = `egress: [{ to: [{ podSelector: {} }], ports: [{ port: 8080 }] }]`;
    expect(saysOf(oneSided, both + others + policyOf('web', `${closed}, ${wide}`))).toEqual([]);
  });

  test('of pods of others, and of everyone, nothing is known', () => {
    const away = `egress: [{ to: [${namespace('elsewhere')}] }, { ports: [{ port: 1 }] }]`;
    expect(saysOf(oneSided, both + policyOf('web', `${closed}, ${away}`) + policyOf('api', closed))).toEqual([]);
  });
});
