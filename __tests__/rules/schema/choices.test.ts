import { findingsIn } from './schema-of';

const definition = (schema: string) => `
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
      schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, ${schema} } } } }
---
apiVersion: example.com/v1
kind: Box
metadata: { name: a, namespace: shop }
spec: `;

const FIELDS =
  "properties: { wood: { type: string }, steel: { type: string }, depth: { type: integer }, shape: { type: string, default: 'flat' } }";
const judge = (schema: string, spec: string) => findingsIn(`${definition(`${FIELDS}, ${schema}`)}${spec}\n`);
const must = (text: string) => [`field-choice spec: 'spec' of a Box must ${text}`];

const ONE = 'oneOf: [{ required: [wood] }, { required: [steel] }]';
const AT_MOST_ONE =
  'oneOf: [{ not: { anyOf: [{ required: [wood] }, { required: [steel] }] } }, { required: [wood] }, { required: [steel] }]';

test.each([
  [ONE, '{ wood: oak, steel: blue }', 'have only one of wood, steel, got wood and steel'],
  [ONE, '{}', 'have one of wood, steel, got none'],
  [ONE, '{ wood: ~ }', 'have one of wood, steel, got none'],
  [AT_MOST_ONE, '{ wood: oak, steel: blue }', 'have only one of wood, steel, got wood and steel'],
  [
    'anyOf: [{ required: [wood] }, { required: [steel, depth] }]',
    '{ steel: blue }',
    'have one or more of wood, steel with depth, got none',
  ],
  ['not: { required: [wood, steel] }', '{ wood: oak, steel: blue }', 'not have wood with steel, got wood and steel'],
  ['allOf: [{ oneOf: [{ required: [wood] }, { required: [depth] }] }]', '{}', 'have one of wood, depth, got none'],
  ['maxProperties: 1', '{ wood: oak, depth: 3 }', 'have at most one field, got wood and depth'],
  ['minProperties: 2', '{}', 'have at least 2 fields, got none'],
])('{ %s } is not kept by %s', (schema, spec, message) => {
  expect(judge(schema, spec)).toEqual(must(message));
});

test.each([
  [ONE, '{ wood: oak, depth: 3 }'],
  [AT_MOST_ONE, '{}'],
  [AT_MOST_ONE, '{ steel: blue }'],
  ['anyOf: [{ required: [wood] }, { required: [steel] }]', '{ wood: oak, steel: blue }'],
  ['not: { required: [wood, steel] }', '{ wood: oak }'],
  ['maxProperties: 1', '{ wood: oak }'],
  ['minProperties: 1', '{}'], // the server fills in the shape
  ['not: { required: [shape, wood] }', '{ steel: blue }'],
])('{ %s } is kept by %s', (schema, spec) => {
  expect(judge(schema, spec)).toEqual([]);
});

test('what the server fills in counts', () => {
  const schema = 'oneOf: [{ required: [shape] }, { required: [wood] }]';
  expect(judge(schema, '{}')).toEqual([]);
  expect(judge(schema, '{ wood: oak }')).toEqual(must('have only one of shape, wood, got shape and wood'));
});

test.each([
  [
    'a value that the server fills in',
    'oneOf: [{ properties: { shape: { enum: [flat] } } }, { properties: { shape: { not: { enum: [flat] } } } }]',
    '{}',
  ],
  [
    'a format',
    'oneOf: [{ properties: { wood: { format: ipv4 } } }, { properties: { wood: { format: ipv6 } } }]',
    '{ wood: oak }',
  ],
  ['a length', 'not: { properties: { wood: { minLength: 3 } } }', '{ wood: oak }'],
])('%s in a branch is not for us to know', (_, schema, spec) => {
  expect(judge(schema, spec)).toEqual([]);
});

test('words and numbers in a branch are compared', () => {
  const schema = 'anyOf: [{ properties: { wood: { enum: [oak] } } }, { properties: { depth: { minimum: 5 } } }]';
  expect(judge(schema, '{ wood: oak, depth: 3 }')).toEqual([]);
  expect(judge(schema, '{ wood: ash, depth: 7 }')).toEqual([]);
  expect(judge(schema, '{ wood: ash, depth: 3 }')).toEqual(
    must('have one or more of the forms of its schema, got none'),
  );
});

test('definitions that come with this project are kept as well', () => {
  const rule = (balancer: string) => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec: { host: api, trafficPolicy: { loadBalancer: ${balancer} } }
`;
  expect(findingsIn(rule('{ simple: LEAST_REQUEST }'))).toEqual([]);
  expect(findingsIn(rule('{ simple: LEAST_REQUEST, consistentHash: { useSourceIp: true } }'))).toEqual([
    "field-choice spec.trafficPolicy.loadBalancer: 'loadBalancer' of a DestinationRule must have only one of simple, consistentHash, got simple and consistentHash",
  ]);
});

test('rules in CEL are left to the server', () => {
  expect(judge("x-kubernetes-validations: [{ rule: 'self.depth > 3' }]", '{ depth: 1 }')).toEqual([]);
});
