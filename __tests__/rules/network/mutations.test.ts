import { network } from '../../../lib/rules/network';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { RenderedObject } from '../../../lib/rules/rendered-object';
import { formatField } from '../../../lib/rules/rule';
import { realBundle } from '../cases/real-bundle';

/** A policy's spec, that may be edited. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Spec = any;
type Side = 'ingress' | 'egress';

const bundle = realBundle();

/** Policies and what they are about; the rest of the bundle says nothing of who may connect to whom. */
const KINDS = ['Namespace', 'NetworkPolicy', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];
const objects = bundle.objects.filter(({ manifest }) => KINDS.includes(manifest.kind));
const policies = objects.filter(({ manifest }) => manifest.kind === 'NetworkPolicy');

const specOf = ({ manifest }: RenderedObject): Spec => manifest['spec'];
const nameOf = ({ manifest: { metadata } }: RenderedObject) => `${metadata.namespace ?? ''}/${metadata.name}`;
const peersOf = (side: Side) => (side === 'ingress' ? 'from' : 'to');
const without = (list: Spec[], position: number) => list.filter((_, place) => place !== position);
const asksForNames = ({ ports }: Spec) => ports.every(({ port }: Spec) => port === 53);

function edited(policy: RenderedObject, edit: (spec: Spec) => void): RenderedObject {
  const manifest = structuredClone(policy.manifest);
  edit(manifest['spec']);
  return { ...policy, manifest };
}

function* findingsIn(changed: readonly RenderedObject[]) {
  const index = new ObjectIndex(changed, bundle.facts);
  for (const { judge } of network.rules) yield* judge(index);
}

const isFound = (changed: readonly RenderedObject[]) => findingsIn(changed).next().done === false;
const isFoundWith = (policy: RenderedObject, edit: (spec: Spec) => void) =>
  isFound(objects.map((object) => (object === policy ? edited(policy, edit) : object)));

/** Every rule of every policy: `[policy, side, position]`. */
const everyRule = policies.flatMap((policy) =>
  (['ingress', 'egress'] as const).flatMap((side) =>
    (specOf(policy)[side] ?? []).map((rule: Spec, position: number) => ({ policy, side, position, rule })),
  ),
) as { policy: RenderedObject; side: Side; position: number; rule: Spec }[];

/**
 * Rules whose widening is not found where it stands. Each is widened while no other rule of its policy is; policies
 * are edited at the same time, as no finding about what one of them opens depends on another.
 */
function unnoticed(widen: (rule: Spec, side: Side) => boolean): { readonly tried: number; readonly missed: string[] } {
  const missed: string[] = [];
  let tried = 0;
  for (const side of ['ingress', 'egress'] as const) {
    const rules = everyRule.filter((rule) => rule.side === side);
    for (let round = 0; rules.some(({ position }) => position === round); round += 1) {
      const widened = new Set<string>();
      const changed = objects.map((object) => {
        const rule = rules.find(({ policy, position }) => policy === object && position === round);
        if (rule === undefined) return object;
        return edited(object, (spec) => {
          if (widen(spec[side][round], side)) widened.add(nameOf(object));
        });
      });
      const found = [...findingsIn(changed)].filter(({ at }) =>
        formatField(at ?? []).startsWith(`spec.${side}[${round}]`),
      );
      const noticed = new Set(found.map(({ subject }) => ('manifest' in subject ? nameOf(subject) : subject.path)));
      missed.push(...[...widened].filter((name) => !noticed.has(name)).map((name) => `${name} ${side}[${round}]`));
      tried += widened.size;
    }
  }
  return { tried, missed };
}

test('nothing is found in the policies as they are', () => {
  expect([...findingsIn(objects)]).toEqual([]);
});

test('the removal of any one rule of any policy is found, but of name resolution where nobody is connected to by name', () => {
  const missed = everyRule.filter(
    ({ policy, side, position }) => !isFoundWith(policy, (spec) => (spec[side] = without(spec[side], position))),
  );
  expect(everyRule.length).toBeGreaterThan(300);
  expect(missed.filter(({ rule }) => !asksForNames(rule)).map(({ policy }) => nameOf(policy))).toEqual([]);
  expect(missed.map(({ policy }) => nameOf(policy))).toEqual([
    'mes-production/jaeger',
    'mes-production/postgresql',
    'mes-production/redis',
    'observability/grafana-postgresql',
    'observability/kube-state-metrics',
    'observability/loki',
    'observability/tempo',
    'onboarding/onboarding-postgresql',
    'onboarding/onboarding-redis',
    'order-platform/keycloak-postgresql',
    'order-platform/postgresql',
    'temporal/temporal-postgresql',
  ]);
});

test('the removal of any one port of any rule with several is found', () => {
  const ports = everyRule.flatMap(({ policy, side, position, rule }) =>
    rule.ports.map((_: Spec, place: number) => ({ policy, side, position, place, all: rule.ports })),
  );
  const several = ports.filter(({ all }) => all.length > 1);
  const missed = several.filter(
    ({ policy, side, position, place, all }) =>
      !isFoundWith(policy, (spec) => (spec[side][position].ports = without(all, place))),
  );
  expect(several.length).toBeGreaterThan(50);
  expect(missed.map(({ policy, side, position, place }) => `${nameOf(policy)} ${side}[${position}] ${place}`)).toEqual(
    [],
  );
});

test('any one rule that is opened to everyone is found', () => {
  const { tried, missed } = unnoticed((rule, side) => {
    rule[peersOf(side)] = [];
    return true;
  });
  expect(missed).toEqual([]);
  expect(tried).toBe(everyRule.length);
});

test('any one rule that is opened on every port is found', () => {
  const { tried, missed } = unnoticed((rule) => delete rule.ports);
  expect(missed).toEqual([]);
  expect(tried).toBe(everyRule.length);
});

test('any one rule with one port more is found', () => {
  const { tried, missed } = unnoticed((rule) => {
    const [{ port }] = rule.ports;
    rule.ports.push({ port: port + 1, protocol: 'TCP' });
    return true;
  });
  expect(missed).toEqual([]);
  expect(tried).toBe(everyRule.length);
});

test('any one peer that is widened to the whole of its namespace is found', () => {
  const { tried, missed } = unnoticed((rule, side) => {
    const [peer] = rule[peersOf(side)];
    return !asksForNames(rule) && 'podSelector' in peer && delete peer.podSelector;
  });
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(250);
});

test('any one peer that is widened to all namespaces is found', () => {
  const { tried, missed } = unnoticed((rule, side) => {
    const [peer] = rule[peersOf(side)];
    if (asksForNames(rule) || !('podSelector' in peer)) return false;
    peer.namespaceSelector = {};
    return true;
  });
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(250);
});

test('any one range of addresses that is widened is found', () => {
  const { tried, missed } = unnoticed((rule, side) => {
    const [peer] = rule[peersOf(side)];
    if (!('ipBlock' in peer)) return false;
    peer.ipBlock = { cidr: '0.0.0.0/0', ...(peer.ipBlock.except && { except: peer.ipBlock.except.slice(1) }) };
    return true;
  });
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(10);
});

test('a policy that selects another label, closes one direction only or is gone is found', () => {
  const own = policies.filter((policy) => Object.keys(specOf(policy).podSelector).length > 0);
  const edits: ((spec: Spec) => unknown)[] = [
    (spec) => (spec.podSelector = { matchLabels: { app: 'nobody' } }),
    (spec) => (spec.policyTypes = spec.egress ? ['Ingress'] : []),
  ];
  const missed = own.filter((policy) => edits.some((edit) => !isFoundWith(policy, edit)));
  const gone = own.filter((policy) => !isFound(objects.filter((object) => object !== policy)));
  expect([...missed, ...gone].map(nameOf)).toEqual([]);
});
