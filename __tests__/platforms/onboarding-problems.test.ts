import { environments } from '../../lib/environments';
import { between } from '../../lib/model/scale';
import { onboardingPlatform } from '../../lib/platforms/onboarding';
import { onboarding } from '../../lib/platforms/onboarding/config';
import { findProblems } from '../../lib/platforms/onboarding/problems';
import { OnboardingRows } from '../../lib/platforms/onboarding/rows';
import { everywhere, messagesOf } from './row-messages';

const messages = messagesOf(onboarding, findProblems);

const { workflow, kafka, postgresql, topics, alerts } = onboarding;
const withConsumer = (consumer: Partial<OnboardingRows['workflow']['consumer']>) => ({
  workflow: { ...workflow, consumer: { ...workflow.consumer, ...consumer } },
});

test('the rows are right as they are, in every environment', () => {
  for (const environment of Object.values(environments))
    expect(onboardingPlatform.findProblems(environment)).toEqual([]);
});

test('more threads than partitions of the commands are refused, whether by pods or by concurrency', () => {
  const others = { 'ekyc-callback': everywhere(14), 'aml-callback': everywhere(14) };
  expect(messages(withConsumer({ concurrency: everywhere(2), others }))).toEqual([
    'topics.onboarding-command.partitions.prod: must have a partition for each of 20 threads, 10 pods with 2 each, got 12; add partitions, or lower the scale or the concurrency',
  ]);
  const seed = { ...topics, 'onboarding-command': { partitions: 6, retention: '7d' } as const };
  expect(messages({ topics: seed })).toEqual([
    'topics.onboarding-command.partitions: must have a partition for each of 10 threads, 10 pods with 1 each, got 6; add partitions, or lower the scale or the concurrency',
  ]);
});

test('threads without a partition of another topic have to be written down', () => {
  const others = { ...workflow.consumer.others, 'aml-callback': everywhere(0) };
  expect(messages(withConsumer({ others }))).toEqual([
    'workflow.consumer.others.aml-callback.prod: must say 4, the threads without a partition when 10 share 6, got 0; write the figure, or add partitions, or lower the scale',
  ]);
});

test('a topic that is read and not declared is refused', () => {
  const others = { ...workflow.consumer.others, 'aml-callbak': everywhere(0) };
  expect(messages(withConsumer({ others }))).toEqual([
    "workflow.consumer.others.aml-callbak.prod: must be a declared topic, got 'aml-callbak'; did you mean 'aml-callback'?",
  ]);
});

test('pools that PostgreSQL cannot hold during a roll-out are refused', () => {
  expect(messages({ workflow: { ...workflow, pool: { ...workflow.pool, size: 50 } } })).toEqual([
    'postgresql.maxConnections.prod: must be at least 560, for 550 connections of 11 pods and 10 more, got 240; raise it, or lower the pool or the scale',
  ]);
});

test('an extension that the server has to load first is refused where it does not', () => {
  const settings = { ...postgresql.settings, shared_preload_libraries: everywhere('auto_explain') };
  expect(messages({ postgresql: { ...postgresql, settings } })).toEqual([
    "postgresql.settings.shared_preload_libraries.prod: must hold pg_stat_statements, got 'auto_explain'; the extension counts nothing before the server has loaded it",
  ]);
});

test('a mirror is refused: its program has no user of these brokers', () => {
  const mirror = { ...kafka.mirror, prod: { source: { kind: 'own' } } } as unknown as OnboardingRows['kafka']['mirror'];
  expect(messages({ kafka: { ...kafka, mirror } })).toEqual([
    "kafka.mirror.prod: must be false where clients log in, got 'a mirror'; MirrorMaker has no user of these brokers; give it one first",
  ]);
});

test('more brokers than hosts are refused: two never share one', () => {
  expect(messages({ kafka: { ...kafka, brokers: everywhere(99) } })).toEqual([
    `kafka.brokers.prod: must be at most the ${environments.prod.nodes.count} nodes of the cluster, got 99; each runs on a host of its own; add hosts to the environment or lower it`,
  ]);
});

test.each<[string, Partial<OnboardingRows>, string]>([
  [
    'a size without a unit',
    { redis: { ...onboarding.redis, storage: everywhere('1' as '1Gi') } },
    "redis.storage.prod: must be an amount of storage such as 50Gi, got '1'",
  ],
  [
    'an engine that asks for more than it may have',
    {
      workflow: {
        ...workflow,
        resources: everywhere({ requests: { cpu: '3', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } } as const),
      },
    },
    "workflow.resources.prod.requests.cpu: must be at most limits 2, got '3'; lower it or raise the limit",
  ],
  [
    'a dump that is not back in time',
    { postgresql: { ...postgresql, backup: { dumpSize: everywhere('200Gi' as const) } } },
    "got '200Gi'",
  ],
  [
    'a begin of names that would be no name',
    { alerts: { ...alerts, prefix: 'on-boarding' } },
    "alerts.prefix: must be a name in UpperCamelCase, such as 'Wms', got 'on-boarding'",
  ],
  [
    'an alert on a single value',
    { alerts: { ...alerts, workflow: { ...alerts.workflow, unavailable: '10s' } } },
    "alerts.workflow.unavailable: must be a time longer than the 30s between two scrapes, such as '5m', got '10s'; a single value that is lost or late would alert somebody",
  ],
  [
    'an alert on half an error',
    { alerts: { ...alerts, workflow: { ...alerts.workflow, errors: { bound: 0.1, for: '5m' } } } },
    'alerts.workflow.errors.bound: must be a whole number from 1, got 0.1',
  ],
])('%s is refused', (_, rows, message) => {
  expect(messages(rows)).toEqual([expect.stringContaining(message)]);
});

test('a scale beyond the pools and the partitions is told of both at once', () => {
  const scale = { ...workflow.scale, prod: between(3, 13) };
  const others = { 'ekyc-callback': everywhere(7), 'aml-callback': everywhere(7) };
  const found = messages({ workflow: { ...withConsumer({ others }).workflow, scale } });
  expect(found.map((message) => message.split(':')[0])).toEqual([
    'topics.onboarding-command.partitions.prod',
    'postgresql.maxConnections.prod',
  ]);
});
