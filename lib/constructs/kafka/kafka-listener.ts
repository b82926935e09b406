import { Env } from '../pods/env';
import { KafkaRole } from './kafka-properties';
import { memoryScratch, Mount, secretFiles } from '../pods/mount';

/** How clients reach the brokers. Brokers and controllers speak PLAINTEXT among themselves, behind their policies. */
export type ClientProtocol = PlaintextClients | SaslSslClients;

/** Clients need no name and no key: only NetworkPolicies decide who connects. */
export interface PlaintextClients {
  readonly protocol: 'PLAINTEXT';
}

/** Clients check the brokers' certificate and log in with a name and a password (mechanism PLAIN). */
export interface SaslSslClients {
  readonly protocol: 'SASL_SSL';

  /**
   * Names a Secret with `tls.crt` and `tls.key` (PEM, PKCS #8). The certificate covers the bootstrap Service and each
   * broker's own host name. It is read at start: a renewed one needs a roll-out.
   */
  readonly tlsSecret: string;

  /** Names a Secret whose key `jaas.conf` lists the users, in the section `client.KafkaServer`. Read at start, too. */
  readonly credentialsSecret: string;
}

/** What a node needs for the clients' protocol. */
export interface ClientListener {
  /** Lines of `server.properties`. */
  readonly properties: Readonly<Record<string, string>>;
  readonly mounts: readonly Mount[];
  readonly env: Env;

  /** Options of the server's JVM. */
  readonly serverOptions: readonly string[];
}

/** Renders what nodes of a role need for the clients' protocol: controllers only know its name. */
export function renderClientListener(clients: ClientProtocol, role: KafkaRole): ClientListener {
  const map = {
    'listener.security.protocol.map': `CLIENT:${clients.protocol},CONTROLLER:PLAINTEXT,REPLICATION:PLAINTEXT`,
  };
  if (clients.protocol === 'PLAINTEXT' || role === 'controller') {
    return { properties: map, mounts: [], env: {}, serverOptions: [] };
  }
  const credentials = '/etc/kafka-credentials';
  const certificate = '/etc/kafka-certificate';
  const keystore = '/run/kafka-keystore';
  return {
    properties: {
      ...map,
      'listener.name.client.sasl.enabled.mechanisms': 'PLAIN',
      'listener.name.client.ssl.keystore.location': `${keystore}/keystore.pem`,
      'listener.name.client.ssl.keystore.type': 'PEM',
    },
    mounts: [
      secretFiles('certificate', certificate, clients.tlsSecret, ['tls.crt', 'tls.key']),
      secretFiles('credentials', credentials, clients.credentialsSecret, ['jaas.conf']),
      memoryScratch('keystore', keystore, '1Mi'),
    ],
    env: { CERTIFICATE_FOLDER: certificate, KEYSTORE_FOLDER: keystore },
    serverOptions: [`-Djava.security.auth.login.config=${credentials}/jaas.conf`],
  };
}
