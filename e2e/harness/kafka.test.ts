import { join } from 'node:path';
import { run } from './command';
import { forAllTests } from './for-all-tests';
import { startKafka } from './kafka';

describe('one broker', () => {
  const kafka = forAllTests(() => startKafka({ brokers: 1 }), 10);
  const tool = (name: string, args: readonly string[], input = '') =>
    run(join(kafka().binFolder, name), ['--bootstrap-server', kafka().bootstrapServers, ...args], { input });

  test('lists a topic that was created', async () => {
    await tool('kafka-topics.sh', ['--create', '--topic', 'orders', '--partitions', '3']);
    expect(await tool('kafka-topics.sh', ['--list'])).toBe('orders\n');
  }, 60_000);

  test('shows a setting that was altered', async () => {
    const entity = ['--entity-type', 'topics', '--entity-name', 'orders'];
    await tool('kafka-configs.sh', ['--alter', ...entity, '--add-config', 'retention.ms=1000']);
    expect(await tool('kafka-configs.sh', ['--describe', ...entity])).toContain('retention.ms=1000 ');
  }, 60_000);

  test('gives back a message that was sent, to a group that then has no lag', async () => {
    await tool('kafka-console-producer.sh', ['--topic', 'orders'], 'first\n');
    const reading = ['--topic', 'orders', '--group', 'readers', '--from-beginning', '--max-messages', '1'];
    expect(await tool('kafka-console-consumer.sh', reading)).toBe('first\n');
    expect(await tool('kafka-consumer-groups.sh', ['--list'])).toBe('readers\n');
  }, 60_000);

  test('tells its API versions and its quorum', async () => {
    expect(await tool('kafka-broker-api-versions.sh', [])).toContain('Produce(0)');
    expect(await tool('kafka-metadata-quorum.sh', ['describe', '--status'])).toContain('CurrentVoters:');
  }, 60_000);
});

describe('three brokers', () => {
  const kafka = forAllTests(() => startKafka({ brokers: 3 }), 10);

  test('keep serving a replicated topic when one of them is gone', async () => {
    const topics = (...args: string[]) =>
      run(join(kafka().binFolder, 'kafka-topics.sh'), ['--bootstrap-server', kafka().bootstrapServers, ...args]);
    await topics('--create', '--topic', 'orders', '--partitions', '1', '--replication-factor', '3');
    await kafka().stopBroker(2);
    expect(await topics('--describe', '--topic', 'orders', '--under-replicated-partitions')).toContain('Isr: ');
  }, 60_000);

  test('fails for a broker that does not exist', async () => {
    await expect(kafka().stopBroker(3)).rejects.toThrow('broker must be from 0 to 2, got 3');
  });
});
