import { Manifest } from '../../../lib/rules/rendered-object';
import { schemasOf } from '../../../lib/rules/schema/schemas';
import { objectsIn } from '../cases/real-bundle';
import { findingsIn, judgeText } from './schema-of';

const definition = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: boxes.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Box, plural: boxes }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          required: [spec]
          properties:
            spec:
              type: object
              required: [size]
              properties:
                size: { type: string, enum: [small, large] }
                weight: { type: number, minimum: 0, maximum: 30 }
                code: { type: string, pattern: "^[A-Z]+$" }
                odd: { type: string, pattern: "(?i)go only" }
                port: { x-kubernetes-int-or-string: true }
                extra: { type: object, x-kubernetes-preserve-unknown-fields: true }
                labels: { type: object, additionalProperties: { type: string } }
            status: { type: object, properties: {} }
    - { name: v0, served: false, storage: false, schema: { openAPIV3Schema: { type: object, properties: {} } } }
`;
const box = (spec: string, version = 'v1') =>
  `---\napiVersion: example.com/${version}\nkind: Box\nmetadata: { name: a }\nspec: ${spec}\nstatus: { any: 1 }\n`;

test('a custom resource is judged by the definition in the bundle', () => {
  const text = definition + box('{ size: huge, wieght: 0.5, code: a, port: true, labels: { a: 1 } }');
  expect(findingsIn(text)).toEqual([
    "unknown-field spec.wieght: 'spec' of a Box must have fields of its schema only, got 'wieght'; did you mean 'weight'?",
    'wrong-type spec.port: a value must be a whole number or a string, got the boolean true',
    'wrong-type spec.labels.a: a value must be a string, got the number 1; quote it: "1"',
    "enum-value spec.size: a value must be one of small, large, got 'huge'",
    "value-range spec.code: a value must match ^[A-Z]+$, got 'a'",
  ]);
});

test('fractions, patterns of Go and open maps are left alone', () => {
  expect(findingsIn(definition + box('{ size: small, weight: 0.5, odd: x, port: http, extra: { a: [1] } }'))).toEqual(
    [],
  );
});

test('bounds of numbers and missing fields of a custom resource are found', () => {
  expect(findingsIn(definition + box('{ weight: 31 }'))).toEqual([
    "missing-field spec: 'spec' of a Box must have the field 'size', got none",
    'value-range spec.weight: a value must be at least 0 and at most 30, got 31',
  ]);
});

test('a definition beside the bundle counts like one in it', () => {
  const definitions = objectsIn([{ path: 'crd.yaml', text: definition }]).map(({ manifest }) => manifest);
  expect(findingsIn(box('{ size: huge }'), { definitions })).toHaveLength(1);
});

test('a kind without a schema is counted, and only its metadata is judged', () => {
  const { verdicts, notJudged } = judgeText(
    box('{ size: 5 }') + box('{}', 'v0') + box('{}').replace('name: a', 'name: a, labels: { size: 5 }'),
  );
  expect(notJudged).toEqual([
    { apiVersion: 'example.com/v0', kind: 'Box', count: 1 },
    { apiVersion: 'example.com/v1', kind: 'Box', count: 2 },
  ]);
  expect(verdicts.map(({ rule }) => rule.id)).toEqual(['schema/wrong-type']);
});

test('a version that is not served has no schema', () => {
  expect(judgeText(definition + box('{}', 'v0')).notJudged).toEqual([
    { apiVersion: 'example.com/v0', kind: 'Box', count: 1 },
  ]);
});

test.each([{}, { versions: 'v1' }, { versions: [null, {}, { schema: {} }] }])(
  'a definition that is none gives no schema: %j',
  (spec) => {
    const manifest: Manifest = { apiVersion: 'x', kind: 'CustomResourceDefinition', metadata: { name: 'x' }, spec };
    expect(schemasOf([manifest])).toEqual(new Map());
  },
);

test.each([
  'required: size',
  'oneOf: { required: [size] }',
  'anyOf: [4]',
  'not: []',
  'maxProperties: many',
  'items: 5',
  'additionalProperties: { items: [{ type: string }] }',
])('a definition that the server refuses judges nothing: { %s }', (schema) => {
  const odd = definition.replace('required: [spec]', schema);
  expect(judgeText(odd + box('{}')).notJudged).toEqual([{ apiVersion: 'example.com/v1', kind: 'Box', count: 1 }]);
});

test('a word of a definition that says nothing is none', () => {
  expect(findingsIn(definition.replace('pattern: "^[A-Z]+$"', 'pattern: ~') + box('{ size: small, code: a }'))).toEqual(
    [],
  );
});

test('the custom resources that come with the rules are judged', () => {
  const text = `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: a }
spec: { secretName: a, duration: 2160h, issuerRef: { name: ca }, dnsName: [a.example.com] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: a }
spec: { selector: {}, endpoints: [{ port: http, interval: 30 seconds }] }
`;
  expect(findingsIn(text).map((finding) => finding.split(':')[0])).toEqual([
    'unknown-field spec.dnsName',
    'value-range spec.endpoints[0].interval',
  ]);
});
