import * as fc from 'fast-check';
import { addressBlock } from '../../../lib/rules/network/address-block';
import { Connectivity, connectivity, Party } from '../../../lib/rules/network/connectivity';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { RenderedObject } from '../../../lib/rules/rendered-object';
import { object } from '../object';
import { End, mayConnect, Pod, Policy, World } from './naive-evaluator';

const NAMESPACES = ['alpha', 'beta', 'gamma'];
const ADDRESSES = ['10.0.0.1', '10.0.1.1', '10.1.0.1', '192.0.2.7'];
const NUMBERS = [1, 2, 3, 4, 5, 6, 65_535];
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('a', 'b'), { maxKeys: 2 });
const expression = fc.oneof(
  fc.record({
    key: fc.constantFrom('app', 'tier'),
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength: 1 }),
  }),
  fc.record({ key: fc.constantFrom('app', 'tier'), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
);
const selector = fc
  .record({ matchLabels: optional(labels), matchExpressions: optional(fc.array(expression, { maxLength: 2 })) })
  .map(defined);
const namespaceSelector = fc.oneof(
  selector,
  fc.constantFrom(...NAMESPACES).map((name) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } })),
);
const block = fc.oneof(
  fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.0.0.0/16', '10.0.1.1/32').map((cidr) => ({ cidr })),
  fc.record({
    cidr: fc.constant('10.0.0.0/8'),
    except: fc.constantFrom(['10.0.0.0/16'], ['10.0.1.0/24', '10.1.0.0/16']),
  }),
);
const peer = fc.oneof(
  { arbitrary: fc.record({ podSelector: selector }), weight: 3 },
  { arbitrary: fc.record({ namespaceSelector }), weight: 2 },
  { arbitrary: fc.record({ podSelector: selector, namespaceSelector }), weight: 3 },
  { arbitrary: fc.record({ ipBlock: block }), weight: 2 },
);
const protocol = fc.constantFrom(...PROTOCOLS);
const port = fc.oneof(
  fc.record({ protocol: optional(protocol) }).map(defined),
  fc.record({ port: fc.constantFrom(...NUMBERS), protocol: optional(protocol) }).map(defined),
  fc.record({ port: fc.constantFrom('http', 'admin'), protocol: optional(protocol) }).map(defined),
  fc
    .record({ port: fc.constantFrom(1, 2, 4), endPort: fc.constantFrom(4, 5), protocol: optional(protocol) })
    .map(defined),
);
const peers = optional(fc.array(peer, { maxLength: 2 }));
const ports = optional(fc.array(port, { maxLength: 2 }));
const policy: fc.Arbitrary<Policy> = fc
  .record({
    namespace: fc.constantFrom(...NAMESPACES),
    podSelector: selector,
    policyTypes: optional(fc.subarray(['Ingress', 'Egress'])),
    ingress: optional(fc.array(fc.record({ from: peers, ports }).map(defined), { maxLength: 2 })),
    egress: optional(fc.array(fc.record({ to: peers, ports }).map(defined), { maxLength: 2 })),
  })
  .map((value) => defined(value) as Policy);
const pod = fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  labels,
  ports: fc.uniqueArray(
    fc.record({ name: fc.constantFrom('http', 'admin'), containerPort: fc.constantFrom(...NUMBERS), protocol }),
    { maxLength: 2, selector: ({ name }) => name },
  ),
});
const world = fc.record({
  labelled: fc.record({ alpha: optional(labels), beta: optional(labels) }),
  policies: fc.array(policy, { maxLength: 5 }),
  pods: fc.array(pod, { minLength: 1, maxLength: 4 }),
});

function render({ namespaces, policies }: World, pods: readonly Pod[]): RenderedObject[] {
  return [
    ...Object.entries(namespaces).map(([name, own]) =>
      object({ kind: 'Namespace', metadata: { name, ...(Object.keys(own).length > 0 && { labels: own }) } }),
    ),
    ...pods.map(({ name, namespace, labels: own, ports: listens }) => {
      const spec = { containers: [{ name: 'main', ports: listens }] };
      return object({ kind: 'Pod', metadata: { name, namespace, labels: own }, spec });
    }),
    ...policies.map(({ namespace, ...spec }, position) =>
      object({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: `policy-${position}`, namespace },
        spec,
      }),
    ),
  ];
}

function partyOf(end: End, { cluster: { workloads } }: Connectivity): Party {
  const found =
    typeof end === 'string'
      ? addressBlock(`${end}/32`)
      : workloads.find(({ pods }) => pods.some(({ owner }) => owner.manifest.metadata.name === end.name));
  if (!found) throw new Error('every end is a party');
  return found;
}

test('what is allowed is what a reading of the documentation, pod by pod and port by port, allows', () => {
  let open = 0;
  let shut = 0;
  fc.assert(
    fc.property(world, ({ labelled, policies, pods: unnamed }) => {
      const pods = unnamed.map((own, position) => ({ ...own, name: `pod-${position}` }));
      const naive: World = { namespaces: { alpha: labelled.alpha ?? {}, beta: labelled.beta ?? {} }, policies };
      const found = new ObjectIndex(render(naive, pods)).view(connectivity);
      const ends: End[] = [...pods, ...ADDRESSES];
      const pairs = ends.flatMap((from) => ends.map((to) => [from, to] as const));
      for (const [from, to] of pairs.filter(([a, b]) => typeof a !== 'string' || typeof b !== 'string')) {
        const allowed = found.allowed(partyOf(from, found), partyOf(to, found));
        for (const number of NUMBERS) {
          for (const spoken of PROTOCOLS) {
            const expected = mayConnect(naive, from, to, spoken, number);
            if (expected) open += 1;
            else shut += 1;
            if (allowed.has(spoken, number) === expected) continue;
            throw new Error(
              `${JSON.stringify(from)} -> ${JSON.stringify(to)} ${number}/${spoken} is ${String(expected)}`,
            );
          }
        }
      }
    }),
    { numRuns: 500, seed: 2026 },
  );
  expect(Math.min(open, shut)).toBeGreaterThan(10_000);
});
