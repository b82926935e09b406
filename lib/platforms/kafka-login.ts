import { CertificateAuthority } from '../constructs/certificates/certificate-authority';
import { ServingCertificate } from '../constructs/certificates/serving-certificate';
import { Component } from '../constructs/component';
import { passwordTemplate, renderClientProperties, renderServerJaas } from '../constructs/kafka/kafka-credentials';
import { SaslSslClients } from '../constructs/kafka/kafka-listener';
import { KafkaLogin } from '../constructs/kafka/kafka-login';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { SecretKey } from '../constructs/pods/env';
import { ExternalSecret } from '../constructs/secrets/external-secret';
import { Column } from '../model/environment';
import { PlatformContext } from './context';
import { SecretBundle, secretBundles, SuppliedBundle, suppliedBundles } from './secrets';
import { KafkaLoginRow } from './kafka-login-row';

/** A bundle with the passwords of both users. */
export type LoginBundle = {
  [B in SecretBundle]: 'tools-password' extends (typeof secretBundles)[B][number] ? B : never;
}[SecretBundle];

/** A supplied bundle with the certificate of an authority. */
export type AuthorityBundle = {
  [B in SuppliedBundle]: 'authority' extends (typeof suppliedBundles)[B][number] ? B : never;
}[SuppliedBundle];

/** Clients that log in, as the platform's rows say. */
export interface KafkaLoginProps {
  readonly values: Column<KafkaLoginRow>;

  /** Bundle whose property `password` is that of the platform's own programs, and `tools-password` that of the tools. */
  readonly bundle: LoginBundle;

  /** Bundle with the certificate of the authority of brokers that somebody else runs, as the property `authority`. */
  readonly externalBundle: AuthorityBundle;
}

/** How tools and programs log in. */
export interface KafkaAccess {
  /** How the exporter logs in. */
  readonly tools: KafkaLogin;

  /** Secret with `client.properties` for Kafka's own tools. */
  readonly toolsSecret: string;

  /** Certificate of the brokers' authority, for readers in the same namespace. */
  readonly authority: SecretKey;
}

/** What brokers of ours need so that clients log in over TLS. */
export interface KafkaBrokerLogin {
  readonly clients: SaslSslClients;
  readonly access: KafkaAccess;

  /** What the brokers read at their start. */
  readonly prerequisites: readonly (ExternalSecret | ServingCertificate)[];
}

/** Defines the certificates of a cluster `name`, and the Secrets of its users. */
export function defineKafkaLogin(
  context: PlatformContext,
  scope: Component,
  { namespace, name, login }: { namespace: PlatformNamespace; name: string; login: KafkaLoginProps },
): KafkaBrokerLogin {
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
  const tools = defineKafkaTools(context, scope, { namespace, name, login, authority: serving.authorityCertificate });
  return {
    clients: { protocol: 'SASL_SSL', tlsSecret: serving.secretName, credentialsSecret: `${name}-users` },
    access: tools.access,
    prerequisites: [serving, users, tools.secret],
  };
}

/** The tools' login. */
interface KafkaTools {
  readonly namespace: PlatformNamespace;

  /** Name of the cluster. */
  readonly name: string;
  readonly login: KafkaLoginProps;
  readonly authority: SecretKey;
}

/** Defines the Secret of the exporter and of Kafka's own tools. */
export function defineKafkaTools(
  { store }: PlatformContext,
  scope: Component,
  { namespace, name, login: { values, bundle }, authority }: KafkaTools,
): { readonly access: KafkaAccess; readonly secret: ExternalSecret } {
  const { toolsUser } = values;
  const password = passwordTemplate('tools-password');
  const toolsSecret = `${name}-tools`;
  const secret = new ExternalSecret(scope, toolsSecret, {
    namespace: namespace.name,
    store,
    bundle,
    properties: ['tools-password'],
    template: { 'client.properties': renderClientProperties(toolsUser, password, authority.key), password },
  });
  const tools = { userName: toolsUser, password: { secret: toolsSecret, key: 'password' }, authority };
  return { access: { tools, toolsSecret, authority }, secret };
}
