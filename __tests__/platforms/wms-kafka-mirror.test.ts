import { Construct } from 'constructs';
import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { MirrorRow } from '../../lib/model/kafka-mirror';
import { scraperOf } from '../../lib/platforms/observability/names';
import { Telemetry } from '../../lib/platforms/telemetry';
import { wms } from '../../lib/platforms/wms/config';
import { identify } from '../../lib/rules/rendered-object';
import { EnvironmentApp } from '../../lib/synth/environment-app';
import { Any } from '../dist/read-dist';
import { mirror, platformWith, remote } from './wms-mirror-row';

/** Every object of the platform by its id, and the targets that it asks to be scraped. */
function render(row: false | MirrorRow, environment: Environment = environments.prod) {
  const app = new EnvironmentApp('dist');
  const telemetry = new Telemetry(scraperOf(environment));
  platformWith(row).define(new Construct(app, 'wms'), environment, telemetry);
  const rendered = [...app.renderObjects()].map(({ manifest }): [string, Any] => [identify(manifest), manifest]);
  const alerts = telemetry.alerts.flatMap((group) => group.alerts.map(({ name }) => name));
  return { objects: new Map(rendered), faults: app.findProblems(), targets: telemetry.targets, alerts };
}

const off = render(false);
const on = render(mirror);
const find = (kind: string) => on.objects.get(`${kind} kafka/kafka-mirror`);
const nameOf = ({ podSelector }: Any) => podSelector?.matchLabels['app.kubernetes.io/name'];

test('no environment has a mirror: a second cluster is a decision, and nobody has made it', () => {
  expect(wms.kafka.mirror).toEqual({ dev: false, staging: false, prod: false });
  expect([...off.objects.keys()].filter((id) => id.includes('mirror'))).toEqual([]);
});

test('a mirror is its own objects, and holds against every rule', () => {
  expect(platformWith(mirror).findProblems(environments.prod)).toEqual([]);
  expect(on.faults).toEqual([]);
  const added = [...on.objects.keys()].filter((id) => !off.objects.has(id));
  expect(added.sort()).toEqual([
    'ConfigMap kafka/kafka-mirror',
    'Service kafka/kafka-mirror',
    'ServiceAccount kafka/kafka-mirror',
    'apps/Deployment kafka/kafka-mirror',
    'external-secrets.io/ExternalSecret kafka/kafka-mirror-login',
    'networking.k8s.io/NetworkPolicy kafka/kafka-mirror',
    'policy/PodDisruptionBudget kafka/kafka-mirror',
  ]);
});

test('with the rows of staging and dev, the row of prod changes nothing', () => {
  const ids = (row: false | MirrorRow) => [...render(row, environments.staging).objects.keys()];
  expect(ids(mirror)).toEqual(ids(false));
});

test('it may reach the brokers here and the addresses there, and the brokers admit it', () => {
  const { egress } = find('networking.k8s.io/NetworkPolicy').spec;
  const reached = egress.map(({ to, ports }: Any) => [to[0].ipBlock?.cidr ?? nameOf(to[0]), ports[0].port]);
  expect(reached).toEqual(
    expect.arrayContaining([
      ['kafka-broker', 9092],
      ['10.60.1.0/24', 9094],
      ['10.60.2.0/24', 9094],
      ['kafka-mirror', 8083],
    ]),
  );
  expect(reached).toHaveLength(5); // and names, of course
  const { ingress } = on.objects.get('networking.k8s.io/NetworkPolicy kafka/kafka-broker').spec;
  expect(ingress.map(({ from, ports }: Any) => [nameOf(from[0]), ports[0].port])).toContainEqual([
    'kafka-mirror',
    9092,
  ]);
});

test('two pods, one at a time, on two hosts, in the quota', () => {
  expect(find('apps/Deployment').spec).toMatchObject({ replicas: 2 });
  expect(find('policy/PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
  expect(find('apps/Deployment').spec.template.spec.topologySpreadConstraints).toBeDefined();
  const quota = ({ objects }: typeof on) => Number(objects.get('ResourceQuota kafka/kafka').spec.hard.pods);
  expect(quota(on)).toBeGreaterThanOrEqual(quota(off) + 3);
});

test('it comes after the topics, and reads its login by reference', () => {
  const wave = (id: string) => Number(on.objects.get(id).metadata.annotations['argocd.argoproj.io/sync-wave']);
  const [topics = ''] = [...on.objects.keys()].filter((id) => /^batch\/Job kafka\/kafka-topics/.test(id));
  expect(wave('apps/Deployment kafka/kafka-mirror')).toBeGreaterThan(wave(topics));
  const { data } = on.objects.get('external-secrets.io/ExternalSecret kafka/kafka-mirror-login').spec;
  expect(data.map(({ remoteRef }: Any) => [remoteRef.key, remoteRef.property])).toEqual([
    ['prod/wms/kafka-mirror', 'password'],
    ['prod/wms/kafka-mirror', 'authority'],
  ]);
  const secretKeyRef = { name: 'kafka-mirror-login', key: 'password' };
  const [{ env }] = find('apps/Deployment').spec.template.spec.containers;
  expect(env).toContainEqual({ name: 'TARGET_PASSWORD', valueFrom: { secretKeyRef } });
});

test('it copies every topic of the table to all hosts there, is scraped and watched', () => {
  const file = find('ConfigMap').data['mirror.properties'];
  const hosts = 'kafka-0.standby.example.net:9094,kafka-1.standby.example.net:9094';
  expect(file).toContain(`standby.bootstrap.servers = ${hosts}\n`);
  for (const topic of Object.keys(wms.topics)) expect(file).toContain(topic.replaceAll('.', String.raw`\\.`));
  const scraped = ({ targets }: typeof on) => targets.map(({ workload, port }) => `${workload.name}:${port}`);
  expect(scraped(on).filter((target) => !scraped(off).includes(target))).toEqual(['kafka-mirror:9404']);
  expect(on.alerts.filter((name) => !off.alerts.includes(name))).toEqual([
    'WmsKafkaMirrorSilent',
    'WmsKafkaMirrorStopped',
    'WmsKafkaMirrorLate',
  ]);
});

test('the way back is the same row with its ends exchanged', () => {
  const back = render({ ...mirror, source: remote, target: { kind: 'own', alias: 'wms' } });
  expect(back.faults).toEqual([]);
  const file = back.objects.get('ConfigMap kafka/kafka-mirror').data['mirror.properties'];
  expect(file).toContain('standby->wms.enabled = true\n');
  expect(file).toContain('standby.sasl.mechanism = PLAIN\n');
  expect(file).not.toContain('wms.sasl');
});
