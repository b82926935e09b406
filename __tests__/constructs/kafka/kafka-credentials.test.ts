import {
  passwordTemplate,
  renderClientJaas,
  renderClientProperties,
  renderServerJaas,
} from '../../../lib/constructs/kafka/kafka-credentials';

// What a real broker makes of them, e2e/kafka-tls.test.ts shows.
const MODULE = 'org.apache.kafka.common.security.plain.PlainLoginModule required';

test('a property of a bundle is a field of a Go template', () => {
  expect(passwordTemplate('tools-password')).toBe('{{ .tools_password }}');
});

test('a client says its name and its password', () => {
  expect(renderClientJaas('engine', 'p')).toBe(`${MODULE} username="engine" password="p";`);
});

test('brokers know every user, in one section that ends once', () => {
  expect(renderServerJaas({ engine: 'p', tools: 'q' })).toBe(
    `client.KafkaServer {\n  ${MODULE} user_engine="p" user_tools="q";\n};\n`,
  );
});

test("Kafka's own tools log in over TLS, by the authority that is mounted", () => {
  expect(renderClientProperties('tools', 'q', 'ca.crt').split('\n')).toEqual([
    'security.protocol=SASL_SSL',
    'sasl.mechanism=PLAIN',
    `sasl.jaas.config=${MODULE} username="tools" password="q";`,
    'ssl.truststore.type=PEM',
    'ssl.truststore.location=/etc/kafka-authority/ca.crt',
    '',
  ]);
});
