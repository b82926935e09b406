import fc from 'fast-check';
import { rules } from '../../lib/rules';
import { describe as tell, judge } from '../../lib/rules/judge';
import { ObjectIndex } from '../../lib/rules/object-index';
import { Manifest, RenderedObject } from '../../lib/rules/rendered-object';
import { Rule } from '../../lib/rules/rule';
import { objectsIn } from './cases/real-bundle';

/** A rule that says of every object that it is given what the object holds. */
const witness = (see: (index: ObjectIndex) => readonly unknown[], shapeless?: true): Rule => ({
  id: 'test/witness',
  title: 'Everything is seen',
  severity: 'error',
  why: 'to see it',
  cure: 'none',
  sources: [],
  ...(shapeless && { shapeless }),
  judge: (index) => see(index).map((seen) => ({ subject: { path: 'a', text: '' }, message: JSON.stringify(seen) })),
});

const seenIn = (text: string, rule: Rule): unknown[] =>
  judge(new ObjectIndex(objectsIn([{ path: 'a.yaml', text }])), [rule]).verdicts.map(
    ({ finding }) => JSON.parse(finding.message) as unknown,
  );

const names = witness(({ objects }) => objects.map(({ manifest }) => manifest.metadata.name));

const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\n';

test('a malformed object is kept away from rules that read objects', () => {
  expect(seenIn(`${settings}data: [red]\n---\n${settings.replaceAll('settings', 'sound')}`, names)).toEqual(['sound']);
});

test('a malformed object is found by its name, and nothing of it can be read', () => {
  const find = witness((index) => [index.find('ConfigMap', 'shop', 'settings')?.manifest]);
  expect(seenIn(`${settings}data: [red]\n`, find)).toEqual([
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } },
  ]);
});

test('rules about shapes see everything as it is written', () => {
  const data = witness(({ objects }) => objects.map(({ manifest }) => manifest.data), true);
  expect(seenIn(`${settings}data: [red]\n---\n${settings}data: { colour: }\n`, data)).toEqual([
    ['red'],
    { colour: null },
  ]);
});

test('a null is nothing for rules that read objects', () => {
  const manifests = witness(({ objects }) => objects.map(({ manifest }) => manifest));
  expect(seenIn(`${settings}data:\nimmutable: true\n`, manifests)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: 'shop' },
      immutable: true,
    },
  ]);
});

test('Lists are unfolded, also lists of one kind, and each item knows its place', () => {
  const text = `
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: one } }
  - apiVersion: v1
    kind: ConfigMapList
    items: [{ metadata: { name: two } }]
`;
  const places = witness(({ objects }) =>
    objects.map(({ manifest, within }) => [manifest.kind, manifest.metadata.name, within]),
  );
  expect(seenIn(text, places)).toEqual([
    ['ConfigMap', 'one', ['items', 0]],
    ['ConfigMap', 'two', ['items', 1, 'items', 0]],
  ]);
});

test('a mistake in a List is found at its field', () => {
  const text = `apiVersion: v1\nkind: List\nitems: [{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: {} }]\n`;
  const { verdicts } = judge(new ObjectIndex(objectsIn([{ path: 'a.yaml', text }])), rules);
  expect(verdicts.map((verdict) => [verdict.rule.id, verdict.finding.at, tell(verdict)])).toEqual([
    ['schema/missing-field', ['spec'], "a PodSpec must have the field 'containers', got none; write it"],
  ]);
});

test('a kind of others is not taken for the one of Kubernetes that has its name', () => {
  const text = `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { ports: everything, template: { spec: { containers: [{ image: 'example.com/api:1.0.0' }] } } }
---
apiVersion: crd.projectcalico.org/v1
kind: NetworkPolicy
metadata: { name: api, namespace: shop }
spec: { selector: app == 'api', ingress: [{ action: Allow }] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: api, namespace: shop }
rules: [{ apiGroups: [''], resources: [pods], verbs: [get] }]
`;
  const kinds = ['Service', 'NetworkPolicy', 'Role'];
  const seen = witness((index) => kinds.map((kind) => index.ofKind(kind).length));
  expect(seenIn(text, seen)).toEqual([0, 0, 1]);
});

test('nothing is so odd that a rule throws', () => {
  const odd = fc.oneof(fc.anything(), fc.constantFrom(null, [], {}, 'text', 5));
  const kinds = fc.constantFrom(
    'Pod',
    'Deployment',
    'Service',
    'ConfigMap',
    'Ingress',
    'CustomResourceDefinition',
    'List',
    'Job',
  );
  const manifest = fc.oneof(
    odd,
    fc.record({
      apiVersion: fc.oneof(odd, fc.constantFrom('v1', 'apps/v1', 'batch/v1', 'example.com/v1')),
      kind: fc.oneof(kinds, odd),
      metadata: fc.oneof(odd, fc.record({ name: fc.oneof(fc.string(), odd), labels: odd, annotations: odd })),
      spec: fc.oneof(odd, fc.record({ template: odd, selector: odd, containers: odd, ports: fc.array(odd) })),
      items: odd,
      data: odd,
    }),
  );
  fc.assert(
    fc.property(fc.array(manifest), (manifests) => {
      const objects = manifests.map((value): RenderedObject => ({ path: 'a.yaml', manifest: value as Manifest }));
      expect(() => judge(new ObjectIndex(objects), rules)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
