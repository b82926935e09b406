import {
  KAFKA_AUTHORITY_FOLDER,
  renderClientProperties,
  renderServerJaas,
} from '../lib/constructs/kafka/kafka-credentials';
import { Topic } from '../lib/constructs/kafka/topic-catalogue';
import { makeCertificates } from './certificates';
import { forAllTests } from './harness/for-all-tests';
import { startRenderedKafka } from './rendered-kafka';

const orders: Topic = { partitions: 6, replicationFactor: 1, config: { 'retention.ms': '604800000' } };

describe('clients that log in over TLS', () => {
  const host = 'kafka-broker-0.kafka-broker.data.svc.cluster.local';
  let authority = '';
  const kafka = forAllTests(async () => {
    const made = await makeCertificates(['kafka.data.svc.cluster.local', host]);
    authority = made.authority;
    const jaas = renderServerJaas({ admin: 'right', tools: 'other' });
    return startRenderedKafka({
      brokers: 1,
      controllers: 0,
      clients: { protocol: 'SASL_SSL', tlsSecret: 'kafka-tls', credentialsSecret: 'kafka-users' },
      files: { 'tls.key': made.key, 'tls.crt': made.certificate, 'jaas.conf': jaas },
    });
  }, 10);

  const prepareAs = (password: string) => {
    const properties = renderClientProperties('admin', password, 'ca.crt');
    const file = kafka().write('ca.crt', authority);
    const CLIENT_CONFIG = kafka().write(
      'client.properties',
      properties.replace(`${KAFKA_AUTHORITY_FOLDER}/ca.crt`, file),
    );
    return kafka().prepare({ orders }, { CLIENT_CONFIG, WAIT_SECONDS: '3' });
  };

  test('are served', async () => {
    expect((await prepareAs('right')).stdout).toContain('topics now as declared: 1');
  }, 120_000);

  test('are turned away with a wrong password', async () => {
    const { code, stdout } = await prepareAs('wrong');
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('Authentication failed') });
  }, 120_000);

  test('are turned away without TLS', async () => {
    const noTls = { WAIT_SECONDS: '3', CALL_TIMEOUT_MS: '3000' };
    const { code } = await kafka().prepare({ orders }, noTls);
    expect(code).toBe(1);
  }, 120_000);
});
