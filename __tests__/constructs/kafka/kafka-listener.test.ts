import { Testing } from 'cdk8s';
import { kafkaIn, podOf, propertiesOf } from './kafka-support';
import { objectsOf } from '../support';

function synth() {
  const chart = Testing.chart();
  kafkaIn(chart, { clients: { protocol: 'SASL_SSL', tlsSecret: 'kafka-tls', credentialsSecret: 'kafka-users' } });
  const find = objectsOf(chart);
  return {
    pod: (name: string) => podOf(find('StatefulSet', name).spec),
    properties: (name: string) =>
      propertiesOf((find('ConfigMap', name).data as Record<string, string>)['server.properties']),
  };
}

test('clients log in over TLS where the cluster says so, and brokers read key and users from Secrets', () => {
  const { properties, pod } = synth();
  expect(properties('kafka-broker')).toMatchObject({
    'listener.security.protocol.map': 'CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT,REPLICATION:PLAINTEXT',
    'listener.name.client.sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.client.ssl.keystore.location': '/run/kafka-keystore/keystore.pem',
    'listener.name.client.ssl.keystore.type': 'PEM',
  });
  const { env, volumes } = pod('kafka-broker');
  expect(env).toMatchObject({ CERTIFICATE_FOLDER: '/etc/kafka-certificate', KEYSTORE_FOLDER: '/run/kafka-keystore' });
  expect(env['SERVER_OPTS']).toContain('-Djava.security.auth.login.config=/etc/kafka-credentials/jaas.conf');
  expect(volumes).toContainEqual({ name: 'keystore', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } });
  expect(volumes).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ secret: expect.objectContaining({ secretName: 'kafka-tls' }) }),
      expect.objectContaining({ secret: expect.objectContaining({ secretName: 'kafka-users' }) }),
    ]),
  );
});

test('controllers have no client, and so neither key nor users', () => {
  const { pod } = synth();
  expect(pod('kafka-controller').volumes.map(({ name }) => name)).toEqual(['jmx-agent', 'files', 'tmp']);
});
