import { findKeyProblem, findLabelValueProblem } from '../../../lib/rules/schema/labels';
import { findingsIn } from './schema-of';

const NAME =
  'the key of a label must be a name (letters, digits, -, _, . and at most 63, a letter or digit at both ends)';

test.each([
  ['app name', NAME],
  ['', NAME],
  ['example.com/', NAME],
  ['-app', NAME],
  ['a'.repeat(64), NAME],
  ['a/b/c', "the key of a label must have one '/' at most"],
  ['Example.com/app', "the key of a label must have a DNS subdomain before its '/'"],
  ['/app', "the key of a label must have a DNS subdomain before its '/'"],
])('the key of a label is not %j', (key, problem) => {
  expect(findKeyProblem('labels', key)).toBe(problem);
});

test.each(['app', 'App_1.x', 'app.kubernetes.io/name', `${'a'.repeat(63)}`, 'x'])(
  'the key of a label may be %j',
  (key) => {
    expect(findKeyProblem('labels', key)).toBeUndefined();
  },
);

test('prefixes of annotations may be in upper case', () => {
  expect(findKeyProblem('annotations', 'Example.com/note')).toBeUndefined();
  expect(findKeyProblem('annotations', 'a b')).toBe(NAME.replace('a label', 'an annotation'));
});

test.each(['a b', '-a', 'a-', 'a/b', 'a'.repeat(64), 'é'])('the value of a label is not %j', (value) => {
  expect(findLabelValueProblem(value)).toBe(
    'the value of a label must have letters, digits, -, _, . only, at most 63, a letter or digit at both ends',
  );
});

test.each(['', 'a', 'V1.2_3-x', 'a'.repeat(63)])('the value of a label may be %j', (value) => {
  expect(findLabelValueProblem(value)).toBeUndefined();
});

test('labels are judged wherever they stand', () => {
  const text = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, labels: { "a b": x } }
spec:
  selector: { matchLabels: { app: "a b" } }
  template:
    metadata: { labels: { app: "a b" }, annotations: { "a b": "may hold anything: {}" } }
    spec:
      nodeSelector: { pool: "a/b" }
      containers: [{ name: api, image: shop/api:1 }]
`;
  expect(findingsIn(text).map((finding) => finding.split(':')[0])).toEqual([
    'label-syntax metadata.labels["a b"]',
    'label-syntax spec.selector.matchLabels.app',
    'label-syntax spec.template.metadata.annotations["a b"]',
    'label-syntax spec.template.metadata.labels.app',
    'label-syntax spec.template.spec.nodeSelector.pool',
  ]);
});

test('keys of a ConfigMap are file names', () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a/b: x, .env: x, a..b: x, "..": x }\n';
  const rule = 'a key must be a file name (letters, digits, -, _, . and at most 253)';
  expect(findingsIn(text)).toEqual([
    `label-syntax data["a/b"]: ${rule}, got 'a/b'`,
    `label-syntax data[".."]: ${rule}, got '..'`,
  ]);
});

test('annotations have a size in all', () => {
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, annotations: { a: ${'x'.repeat(262144)} } }\n`;
  expect(findingsIn(text)).toEqual([
    'label-syntax metadata.annotations: annotations must have at most 262144 bytes in all, got 262145; move what is large to a ConfigMap',
  ]);
});
