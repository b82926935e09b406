import { CertificateAuthority } from '../constructs/certificates/certificate-authority';
import { CERTIFICATE_KEYS, ServingCertificate } from '../constructs/certificates/serving-certificate';
import { Component } from '../constructs/component';
import { passwordTemplate, renderClientProperties, renderServerJaas } from '../constructs/kafka/kafka-credentials';
import { SaslSslClients } from '../constructs/kafka/kafka-listener';
import { KafkaLogin } from '../constructs/kafka/kafka-login';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { SecretKey } from '../constructs/pods/env';
import { ExternalSecret } from '../constructs/secrets/external-secret';
import { Column } from '../model/environment';
import { PlatformContext } from './context';
import { SecretBundle, secretBundles } from './secrets';
import { KafkaLoginRow } from './kafka-login-row';

/** A bundle with the passwords of both users. */
export type LoginBundle = {
  [B in SecretBundle]: 'tools-password' extends (typeof secretBundles)[B][number] ? B : never;
}[SecretBundle];

/** Clients that log in, as the platform's rows say. */
export interface KafkaLoginProps {
  readonly values: Column<KafkaLoginRow>;

  /** Bundle whose property `password` is that of the platform's own programs, and `tools-password` that of the tools. */
  readonly bundle: LoginBundle;
}

/** What brokers, tools and programs need so that clients log in over TLS. */
export interface KafkaAccess {
  readonly clients: SaslSslClients;

  /** How the exporter logs in. */
  readonly tools: KafkaLogin;

  /** Secret with `client.properties` for Kafka's own tools. */
  readonly toolsSecret: string;

  /** Certificate of the brokers' authority, for readers in the same namespace. */
  readonly authority: SecretKey;

  /** What the brokers read at their start. */
  readonly prerequisites: readonly (ExternalSecret | ServingCertificate)[];
}

/** Defines the certificates of a cluster `name`, and the Secrets of its users. */
export function defineKafkaLogin(
  context: PlatformContext,
  scope: Component,
  { namespace, name, login }: { namespace: PlatformNamespace; name: string; login: KafkaLoginProps },
): KafkaAccess {
  const { values, bundle } = login;
  const { user, toolsUser, authority, certificate } = values;
  const [password, toolsPassword] = [passwordTemplate('password'), passwordTemplate('tools-password')];
  const store = { namespace: namespace.name, store: context.store, bundle };

  const signer = new CertificateAuthority(scope, `${name}-ca`, { namespace: namespace.name, ...authority });
  const domain = `${namespace.name}.svc.${context.environment.clusterDomain}`;
  const serving = new ServingCertificate(scope, `${name}-tls`, {
    ...certificate,
    authority: signer,
    dnsNames: [`${name}.${domain}`, `*.${name}-broker.${domain}`],
  });
  const users = new ExternalSecret(scope, `${name}-users`, {
    ...store,
    properties: ['password', 'tools-password'],
    template: { 'jaas.conf': renderServerJaas({ [user]: password, [toolsUser]: toolsPassword }) },
  });
  const tools = new ExternalSecret(scope, `${name}-tools`, {
    ...store,
    properties: ['tools-password'],
    template: {
      'client.properties': renderClientProperties(toolsUser, toolsPassword, CERTIFICATE_KEYS.authority),
      password: toolsPassword,
    },
  });
  return {
    clients: { protocol: 'SASL_SSL', tlsSecret: serving.secretName, credentialsSecret: `${name}-users` },
    tools: {
      userName: toolsUser,
      password: { secret: `${name}-tools`, key: 'password' },
      authority: serving.authorityCertificate,
    },
    toolsSecret: `${name}-tools`,
    authority: serving.authorityCertificate,
    prerequisites: [serving, users, tools],
  };
}
