import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from '../sandbox';

const script = join(__dirname, '../../../lib/constructs/kafka/kafka-node.sh');

const PROPERTIES = 'listeners=CLIENT://:9092\nprocess.roles=broker\n';
const KEY = '-----BEGIN PRIVATE KEY-----\nk\n-----END PRIVATE KEY-----\n';
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nc\n-----END CERTIFICATE-----\n';

/** Stubs that write down their arguments and the options of Kafka's scripts; the volume is a file that is formatted. */
function sandbox(): Sandbox {
  const box = new Sandbox();
  box.stub(
    'kafka-storage.sh',
    `echo "$*" >>"$SANDBOX/formats"
     env | grep -c -E '^KAFKA_(HEAP_OPTS|OPTS|LOG4J_OPTS)=' >"$SANDBOX/format-options"
     exit "$(cat "$SANDBOX/format-code" 2>/dev/null || echo 0)"`,
  );
  box.stub(
    'kafka-server-start.sh',
    `echo "$*|$KAFKA_HEAP_OPTS|$KAFKA_OPTS|$KAFKA_LOG4J_OPTS|$EXTRA_ARGS" >>"$SANDBOX/starts"`,
  );
  box.write('config/server.properties', PROPERTIES);
  box.write('work/.keep', '');
  return box;
}

function run(box: Sandbox, env: Readonly<Record<string, string>> = {}) {
  return box.run(script, {
    POD_NAME: 'kafka-broker-2',
    NODE_ID_BASE: '100',
    ADVERTISED_DOMAIN: 'kafka-broker.data.svc.cluster.local',
    ADVERTISED_LISTENERS: 'CLIENT:9092 REPLICATION:9091',
    CLUSTER_ID: 'd21zLWRldi1rYWZrYS0wMQ',
    CONFIG_FOLDER: box.path('config'),
    WORK_FOLDER: box.path('work'),
    SERVER_HEAP_OPTS: '-Xmx1g',
    SERVER_LOG4J_OPTS: '-Dlog4j2',
    SERVER_OPTS: '-javaagent',
    ...env,
  });
}

function inSandbox(check: (box: Sandbox) => void): () => void {
  return () => {
    const box = sandbox();
    try {
      check(box);
    } finally {
      box.remove();
    }
  };
}

test(
  'a broker adds its own id and its own address to the configuration that all share',
  inSandbox((box) => {
    expect(run(box)).toEqual({ code: 0, output: '' });
    const host = 'kafka-broker-2.kafka-broker.data.svc.cluster.local';
    expect(box.read('work/server.properties')).toBe(
      `${PROPERTIES}node.id=102\nadvertised.listeners=CLIENT://${host}:9092,REPLICATION://${host}:9091\n`,
    );
  }),
);

test(
  'a controller tells brokers its address instead of leaving it to guess its own name',
  inSandbox((box) => {
    const domain = 'kafka-controller.data.svc.cluster.local';
    run(box, {
      POD_NAME: 'kafka-controller-0',
      NODE_ID_BASE: '0',
      ADVERTISED_DOMAIN: domain,
      ADVERTISED_LISTENERS: 'CONTROLLER:9093',
    });
    const advertised = `advertised.listeners=CONTROLLER://kafka-controller-0.${domain}:9093`;
    expect(box.read('work/server.properties')).toBe(`${PROPERTIES}node.id=0\n${advertised}\n`);
  }),
);

test(
  'an ordinal of two digits counts as one',
  inSandbox((box) => {
    run(box, { POD_NAME: 'kafka-broker-11' });
    expect(box.read('work/server.properties')).toContain('node.id=111\n');
  }),
);

test(
  'formats the volume for its cluster, a second time too, and then becomes the server',
  inSandbox((box) => {
    run(box);
    run(box);
    const config = box.path('work/server.properties');
    const format = `format --ignore-formatted --cluster-id d21zLWRldi1rYWZrYS0wMQ --config ${config}\n`;
    expect(box.read('formats')).toBe(format.repeat(2));
    expect(box.read('starts')).toBe(`${config}|-Xmx1g|-javaagent|-Dlog4j2|-name kafkaServer\n`.repeat(2));
  }),
);

test(
  'gives memory, agent and log format to the server alone',
  inSandbox((box) => {
    run(box);
    expect(box.read('format-options')).toBe('0\n');
  }),
);

test(
  'a volume that is not its own stops it before the server starts',
  inSandbox((box) => {
    box.write('format-code', '1');
    expect(run(box).code).toBe(1);
    expect(box.has('starts')).toBe(false);
  }),
);

test(
  'puts key and certificate into the one file that the server wants, for its own eyes',
  inSandbox((box) => {
    box.write('certificate/tls.key', KEY);
    box.write('certificate/tls.crt', CERTIFICATE);
    box.write('keystore/.keep', '');
    const folders = { CERTIFICATE_FOLDER: box.path('certificate'), KEYSTORE_FOLDER: box.path('keystore') };
    expect(run(box, folders).code).toBe(0);
    expect(box.read('keystore/keystore.pem')).toBe(KEY + CERTIFICATE);
    expect(statSync(box.path('keystore/keystore.pem')).mode & 0o777).toBe(0o600);
  }),
);

test(
  'refuses a key in a format that the server cannot read, and says which',
  inSandbox((box) => {
    box.write('certificate/tls.key', '-----BEGIN RSA PRIVATE KEY-----\nk\n');
    box.write('certificate/tls.crt', CERTIFICATE);
    const folders = { CERTIFICATE_FOLDER: box.path('certificate'), KEYSTORE_FOLDER: box.path('work') };
    expect(run(box, folders)).toEqual({
      code: 1,
      output: 'tls.key must be a PKCS #8 key in PEM, got -----BEGIN RSA PRIVATE KEY-----\n',
    });
    expect(box.has('starts')).toBe(false);
  }),
);

test.each(['kafka-broker', 'kafka-broker-', 'kafka-broker-x'])('refuses to guess its id from %s', (POD_NAME) => {
  const box = sandbox();
  const outcome = run(box, { POD_NAME });
  box.remove();
  expect(outcome).toEqual({ code: 1, output: `POD_NAME must end in an ordinal, got ${POD_NAME}\n` });
});
