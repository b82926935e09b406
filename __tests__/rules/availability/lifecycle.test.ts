import { gracePeriod, livenessDiffers, rolloutDeadline, startBudget } from '../../../lib/rules/availability/lifecycle';
import { oddQuorum } from '../../../lib/rules/availability/quorum';
import { judgeYaml, other, owner } from '../judge-yaml';

const probes = (fields: string, rest = '') => owner(`{ containers: [{ name: c, ${fields} }], ${rest} }`);
const c = 'spec.template.spec.containers[0]';

test('the same question kills a pod only later than it takes it out', () => {
  const same = (liveness: string) =>
    probes(`livenessProbe: { httpGet: { port: 1 }, ${liveness} }, readinessProbe: { httpGet: { port: 1 } }`);
  expect(judgeYaml(livenessDiffers, same('failureThreshold: 3'))).toEqual([
    `${c}.livenessProbe: livenessProbe of c must differ from its readinessProbe, got the same question`,
  ]);
  expect(judgeYaml(livenessDiffers, same('failureThreshold: 6'))).toEqual([]);
  const sockets = 'livenessProbe: { tcpSocket: { port: 1 } }, readinessProbe: { tcpSocket: { port: 1 } }';
  expect(judgeYaml(livenessDiffers, probes(sockets))).toEqual([]);
});

test('a container is not killed before readiness is first asked', () => {
  const slow =
    'livenessProbe: { tcpSocket: { port: 1 } }, readinessProbe: { tcpSocket: { port: 1 }, initialDelaySeconds: 90 }';
  expect(judgeYaml(startBudget, probes(slow))).toEqual([
    `${c}.livenessProbe: livenessProbe of c must fail later than the 90 seconds after which readiness is first asked, got 30`,
  ]);
  expect(judgeYaml(startBudget, probes(`${slow}, startupProbe: { tcpSocket: { port: 1 } }`))).toEqual([]);
});

test.each([
  ['[sleep, "30"]', 1],
  ['[/bin/sh, -c, sleep 20; sleep 15s]', 1],
  ['[sleep, "29"]', 0],
  ['[sh, -c, "while busy; do sleep 60; done"]', 0],
  ['[/stop.sh]', 0],
])('a preStop of %s is judged by its seconds', (command, findings) => {
  const text = probes(`lifecycle: { preStop: { exec: { command: ${command} } } }`);
  expect(judgeYaml(gracePeriod, text)).toHaveLength(findings);
});

test('a pod that may stop for long may sleep for long', () => {
  const sleeps = 'lifecycle: { preStop: { sleep: { seconds: 30 } } }';
  expect(judgeYaml(gracePeriod, probes(sleeps, 'terminationGracePeriodSeconds: 60'))).toEqual([]);
  expect(judgeYaml(gracePeriod, probes(sleeps))).toEqual([
    `${c}.lifecycle.preStop: preStop of c must end before the 30 seconds that the pod has to stop, got 30`,
  ]);
});

test('a rollout waits for the slowest container', () => {
  const text = (deadline: string) =>
    owner(
      '{ containers: [{ name: c, startupProbe: { periodSeconds: 10, failureThreshold: 60 } }] }',
      'Deployment',
      deadline,
    );
  expect(judgeYaml(rolloutDeadline, text('progressDeadlineSeconds: 900'))).toEqual([]);
  expect(judgeYaml(rolloutDeadline, text('minReadySeconds: 5'))).toEqual([
    'spec.progressDeadlineSeconds: progressDeadlineSeconds must be more than the 605 seconds that the pods may take, got 600',
  ]);
});

test('voters are counted in variables, arguments and files; one alone is fine', () => {
  const env = (value: string) => probes(`env: [{ name: KAFKA_CFG_CONTROLLER_QUORUM_VOTERS, value: '${value}' }]`);
  expect(judgeYaml(oddQuorum, env('0@a:1,1@b:1'))).toEqual([
    `${c}.env[0].value: members of KAFKA_CFG_CONTROLLER_QUORUM_VOTERS must be an odd number, got 2`,
  ]);
  expect(judgeYaml(oddQuorum, env('0@a:1'))).toEqual([]);
  expect(judgeYaml(oddQuorum, env('$(VOTERS),b'))).toEqual([]);
  expect(judgeYaml(oddQuorum, probes('args: ["--initial-cluster=a=x,b=y"]'))).toHaveLength(1);
  const file = other('v1', 'ConfigMap', 'k', 'data: { server.properties: "controller.quorum.voters=0@a:1,1@b:1" }');
  expect(judgeYaml(oddQuorum, file)).toHaveLength(1);
});
