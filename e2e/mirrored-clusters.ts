import { makeCertificates } from './certificates';
import { startRenderedKafka } from './rendered-kafka';
import { renderMirror, MirrorProps, RenderedMirror } from './rendered-mirror';

const ELSEWHERE = 'elsewhere.example';

/** Password of the mirror's user in the target. */
export const PASSWORD = 'right-and-secret';

/** One broker without a login, and three brokers elsewhere that want one, over TLS. */
export async function startMirroredClusters() {
  const hosts = ['kafka', ...[0, 1, 2].map((index) => `kafka-broker-${index}.kafka-broker`)];
  const made = await makeCertificates(hosts.map((host) => `${host}.data.svc.${ELSEWHERE}`));
  const login = 'org.apache.kafka.common.security.plain.PlainLoginModule required';
  const jaas = `client.KafkaServer { ${login} user_mirror="${PASSWORD}"; };\n`;
  const [source, target] = await Promise.all([
    startRenderedKafka({ brokers: 1, controllers: 0 }),
    startRenderedKafka({
      brokers: 3,
      controllers: 1,
      clusterDomain: ELSEWHERE,
      clients: { protocol: 'SASL_SSL', tlsSecret: 'kafka-tls', credentialsSecret: 'kafka-users' },
      files: { 'tls.key': made.key, 'tls.crt': made.certificate, 'jaas.conf': jaas },
    }),
  ]);
  const client = {
    'security.protocol': 'SASL_SSL',
    'sasl.mechanism': 'PLAIN',
    'sasl.jaas.config': `${login} username="mirror" password="${PASSWORD}";`,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': target.write('ca.crt', made.authority),
  };
  const lines = Object.entries(client).map(([key, value]) => `${key}=${value}\n`);
  const config = target.write('client.properties', lines.join(''));
  const mirrors: RenderedMirror[] = [];
  const mirror = async (props: Partial<MirrorProps> = {}, alias = 'wms') => {
    const ends = {
      source: {
        alias,
        bootstrapServers: source.cluster.bootstrapServers,
        endpoints: [{ ...source.cluster.endpoint(), after: [] }],
      },
      target: {
        alias: 'standby',
        bootstrapServers: target.cluster.bootstrapServers,
        endpoints: [{ ...target.cluster.endpoint(), after: [] }],
        login: {
          userName: 'mirror',
          password: { secret: 'kafka-mirror', key: 'password' },
          authority: { secret: 'kafka-mirror', key: 'ca.crt' },
        },
      },
    };
    const rendered = await renderMirror(
      {
        ...ends,
        topics: ['wms.orders.events', 'wms.labor.events'],
        groups: 'all',
        replicationPolicy: 'identity',
        replicationFactor: 3,
        ...props,
      },
      { password: PASSWORD, authority: made.authority },
      `${source.hosts}${target.hosts}`,
    );
    mirrors.push(rendered);
    return rendered;
  };
  const stop = async () => {
    await Promise.all(mirrors.map((rendered) => rendered.stop()));
    await Promise.all([source.stop(), target.stop()]);
  };
  return { source, target: { ...target, config }, mirror, stop };
}
