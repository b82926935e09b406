import { backendExists, backendPort } from '../../../lib/rules/references/backends';
import { portDeclared, probePort } from '../../../lib/rules/references/probe-ports';
import { serviceSelectsPods, statefulService, targetPort } from '../../../lib/rules/references/services';
import { judgeYaml, other, owner } from '../judge-yaml';

const pod = owner('{ containers: [{ name: c, ports: [{ name: http, containerPort: 8080 }] }] }');
const service = (spec: string) => other('v1', 'Service', 'api', `spec: { ${spec} }`, 'labels: { app: api }');
const idle = 'spec.selector: Service api must select pods, got none for app=apis';

test('a Service whose selector is that of no pod is found', () => {
  expect(judgeYaml(serviceSelectsPods, pod + service('selector: { app: apis }'))).toEqual([idle]);
});

test.each([
  ['pods of a Rollout', owner('{ containers: [] }', 'Rollout') + service('selector: { app: api }')],
  ['one pod of a StatefulSet', pod + service('selector: { app: api, statefulset.kubernetes.io/pod-name: api-0 }')],
  ['no selector', pod + service('ports: [{ port: 80 }]')],
  ['a name outside', pod + service('type: ExternalName, externalName: example.com, selector: { app: apis }')],
  ['pods of an operator', pod + service('selector: { app: apis }') + other('example.com/v1', 'Thing', 'apis')],
  ['pods of others', service('selector: { app: apis }')],
])('a Service with %s is fine', (_, text) => {
  expect(judgeYaml(serviceSelectsPods, text)).toEqual([]);
});

test('an object that makes nothing after its name is no operator', () => {
  const monitor = other('monitoring.coreos.com/v1', 'ServiceMonitor', 'apis', 'spec: { selector: {} }');
  expect(judgeYaml(serviceSelectsPods, pod + service('selector: { app: apis }') + monitor)).toEqual([idle]);
});

test('a target port by name is a port of a pod; by number it should be declared', () => {
  const to = (port: string) => pod + service(`selector: { app: api }, ports: [{ port: 80, targetPort: ${port} }]`);
  expect(judgeYaml(targetPort, to('http'))).toEqual([]);
  expect(judgeYaml(targetPort, to('web'))).toEqual([
    'spec.ports[0].targetPort: targetPort web must be a port of Deployment api, got http (8080)',
  ]);
  expect([...judgeYaml(targetPort, to('9090')), ...judgeYaml(portDeclared, to('8080'))]).toEqual([]);
  expect(judgeYaml(portDeclared, to('9090'))).toEqual([
    'spec.ports[0].targetPort: targetPort 9090 must be declared by the pods, got 8080',
  ]);
});

test('pods that declare no ports may listen anywhere', () => {
  const silent = owner('{ containers: [{ name: c, readinessProbe: { tcpSocket: { port: 1 } } }] }');
  const text = silent + service('selector: { app: api }, ports: [{ port: 80, targetPort: 9090 }]');
  expect([...judgeYaml(portDeclared, text), ...judgeYaml(probePort, text)]).toEqual([]);
});

test('a probe asks a port of its own container', () => {
  const probed = (port: string) =>
    owner(
      `{ containers: [{ name: c, ports: [{ name: http, containerPort: 8080 }], livenessProbe: { httpGet: { port: ${port} } } }, ` +
        '{ name: d, ports: [{ name: other, containerPort: 9 }] }] }',
    );
  const at = 'spec.template.spec.containers[0].livenessProbe.httpGet.port';
  expect([...judgeYaml(probePort, probed('http')), ...judgeYaml(portDeclared, probed('"8080"'))]).toEqual([]);
  expect(judgeYaml(probePort, probed('other'))).toEqual([
    `${at}: port 'other' of the livenessProbe must be a port of c, got http`,
  ]);
  expect(judgeYaml(portDeclared, probed('9'))).toEqual([
    `${at}: port 9 of the livenessProbe must be declared by c, got http`,
  ]);
});

test('the Service of a StatefulSet is there, headless, and its own', () => {
  const set = owner('{ containers: [{ name: c }] }', 'StatefulSet', 'serviceName: api');
  expect(judgeYaml(statefulService, set + service('clusterIP: None, selector: { app: api }'))).toEqual([]);
  expect(judgeYaml(statefulService, set)).toEqual([
    "spec.serviceName: Service 'api' of the StatefulSet must exist, got none",
  ]);
  expect(judgeYaml(statefulService, set + service('selector: { app: api }'))).toEqual([
    'spec.serviceName: Service api of the StatefulSet must be headless, got a cluster IP',
  ]);
  expect(judgeYaml(statefulService, set + service('clusterIP: None, selector: { app: x }'))).toEqual([
    'spec.serviceName: Service api must select the pods of the StatefulSet, got another selector',
  ]);
});

test('routes are judged as an Ingress is, and may lead to another namespace', () => {
  const route = (ref: string) =>
    other('gateway.networking.k8s.io/v1', 'HTTPRoute', 'r', `spec: { rules: [{ backendRefs: [${ref}] }] }`);
  const web = service('ports: [{ name: web, port: 80 }]');
  expect(judgeYaml(backendExists, route('{ name: api, port: 80 }') + web)).toEqual([]);
  expect(judgeYaml(backendExists, route('{ kind: Bucket, group: x.example.com, name: files }'))).toEqual([]);
  expect(judgeYaml(backendExists, route('{ name: api, namespace: other, port: 80 }') + web)).toEqual([
    "spec.rules[0].backendRefs[0].name: Service 'api' must exist, got none in namespace other",
  ]);
  expect(judgeYaml(backendPort, route('{ name: api, port: 8080 }') + web)).toEqual([
    'spec.rules[0].backendRefs[0].port: port of Service api must be one of web (80), got 8080',
  ]);
});

test('a default backend is judged, and one that a load balancer reads elsewhere is not', () => {
  const ingress = (port: string) =>
    other(
      'networking.k8s.io/v1',
      'Ingress',
      'i',
      `spec: { defaultBackend: { service: { name: x, port: { ${port} } } } }`,
    );
  expect(judgeYaml(backendExists, ingress('name: use-annotation'))).toEqual([]);
  expect(judgeYaml(backendExists, ingress('number: 80'))).toEqual([
    "spec.defaultBackend.service.name: Service 'x' must exist, got none in namespace shop",
  ]);
});
