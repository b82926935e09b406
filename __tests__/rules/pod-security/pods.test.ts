import { numericUser } from '../../../lib/rules/pod-security/hardening';
import { imageFrozen, imageGone, imageTags, pullPolicy } from '../../../lib/rules/pod-security/images';
import { memoryLimits, requests } from '../../../lib/rules/pod-security/resources';
import { serviceLinks } from '../../../lib/rules/pod-security/service-links';
import { tokenMounts } from '../../../lib/rules/pod-security/token-mounts';
import { messagesOf } from '../messages-of';
import { deployment, named } from '../pod';

const POD = 'spec.template.spec';
const ONE = `${POD}.containers[0]`;
const image = (name: string, fields = {}) => [deployment({}, { image: name, ...fields })];

test.each(['api', 'example.com:5000/api', 'example.com/api:latest'])('%s has no version', (name) => {
  expect(messagesOf(imageTags, image(name))).toEqual([
    `${ONE}.image: image of container 'api' must have a version, got '${name}'`,
  ]);
});

test.each(['api:1', 'example.com:5000/api:v2', `api@sha256:${'a'.repeat(64)}`, `api:latest@sha256:${'a'.repeat(64)}`])(
  '%s has a version',
  (name) => {
    expect(messagesOf(imageTags, image(name))).toEqual([]);
  },
);

test.each(['bitnami/kafka:3.7.0', 'docker.io/bitnami/redis:7', 'index.docker.io/bitnami/redis:7'])(
  '%s is gone',
  (name) => {
    expect(messagesOf(imageGone, image(name))).toEqual([
      `${ONE}.image: image of container 'api' must be one that is still there, got '${name}'`,
    ]);
  },
);

test.each(['bitnami/redis:latest', 'registry.example.com/bitnami/redis:7', 'ghcr.io/bitnami/x:1', 'redis:7'])(
  '%s is still there',
  (name) => {
    expect(messagesOf(imageGone, image(name))).toEqual([]);
  },
);

test('images that get no corrections are found, mirrors of their names are not', () => {
  expect(messagesOf(imageFrozen, image('docker.io/library/openjdk:17'))).toEqual([
    `${ONE}.image: image of container 'api' must be one that is kept up, got 'docker.io/library/openjdk:17'`,
  ]);
  expect(messagesOf(imageFrozen, image('registry.example.com/openjdk:17'))).toEqual([]);
});

test('a pinned tag may be pulled always, and latest, too', () => {
  expect(messagesOf(pullPolicy, image('api:1', { imagePullPolicy: 'Always' }))).toEqual([]);
  expect(messagesOf(pullPolicy, image('api', { imagePullPolicy: 'Always' }))).toEqual([]);
  expect(messagesOf(pullPolicy, image('api', { imagePullPolicy: 'IfNotPresent' }))).toEqual([
    `${ONE}.imagePullPolicy: imagePullPolicy of container 'api' must fit its image, got IfNotPresent for 'api'`,
  ]);
});

test('requests come from limits, from the pod and from the LimitRange, too', () => {
  const range = named('LimitRange', 'defaults', {
    spec: {
      limits: [{ type: 'Container', default: { memory: '1Gi' }, defaultRequest: { cpu: '100m', memory: '1Gi' } }],
    },
  });
  const limits = { cpu: '1', memory: '1Gi' };
  expect(messagesOf(requests, [range, deployment({})])).toEqual([]);
  expect(messagesOf(memoryLimits, [range, deployment({})])).toEqual([]);
  expect(messagesOf(requests, [deployment({}, { resources: { limits } })])).toEqual([]);
  expect(messagesOf(requests, [deployment({ resources: { limits } })])).toEqual([]);
  expect(messagesOf(requests, [deployment({})])).toEqual([
    `${ONE}: container 'api' must request cpu and memory, got none`,
  ]);
  expect(messagesOf(memoryLimits, [deployment({}, { resources: { requests: limits } })])).toEqual([
    `${ONE}.resources: container 'api' must have a limit of memory, got none`,
  ]);
});

test('a number is asked for only of who must not be root', () => {
  expect(messagesOf(numericUser, [deployment({})])).toEqual([]);
  expect(messagesOf(numericUser, [deployment({ securityContext: { runAsNonRoot: true } })])).toEqual([
    `${ONE}: container 'api' must have a numeric runAsUser beside runAsNonRoot, got none`,
  ]);
});

test('a token is found where nobody bound a role', () => {
  expect(messagesOf(tokenMounts, [deployment({})])).toEqual([
    `${POD}: a token must be mounted only where it is used, got one of 'default', which no role is bound to`,
  ]);
});

test.each([
  ['a role is bound to its account', { kind: 'ServiceAccount', name: 'api' }],
  ['a role is bound to the accounts of its namespace', { kind: 'Group', name: 'system:serviceaccounts:a' }],
])('a token is not found where %s', (_, subject) => {
  const account = named('ServiceAccount', 'api', {});
  const binding = named('RoleBinding', 'api', { subjects: [subject] });
  expect(messagesOf(tokenMounts, [account, binding, deployment({ serviceAccountName: 'api' })])).toEqual([]);
  expect(messagesOf(tokenMounts, [account, deployment({ serviceAccountName: 'api' })])).toHaveLength(1);
});

test('a token is not found where the account says so, or is made by others', () => {
  const account = named('ServiceAccount', 'api', { automountServiceAccountToken: false });
  expect(messagesOf(tokenMounts, [account, deployment({ serviceAccountName: 'api' })])).toEqual([]);
  expect(messagesOf(tokenMounts, [deployment({ serviceAccountName: 'elsewhere' })])).toEqual([]);
});

test('headless Services and those of other names set no settings', () => {
  const kafka = deployment({}, { image: 'apache/kafka:4.1.0' });
  const service = (name: string, spec = {}) => named('Service', name, { spec });
  expect(messagesOf(serviceLinks, [kafka, service('kafka')])).toEqual([
    `${ONE}.image: container 'api' must not be given KAFKA_* by a Service, got Service 'kafka'`,
  ]);
  expect(messagesOf(serviceLinks, [kafka, service('kafka', { clusterIP: 'None' }), service('events')])).toEqual([]);
  expect(messagesOf(serviceLinks, [...image('example.com/kafka-reader:1'), service('kafka')])).toEqual([]);
});
