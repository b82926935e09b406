/** Folder in which clients find the certificate of the brokers' authority. */
export const KAFKA_AUTHORITY_FOLDER = '/etc/kafka-authority';

const MODULE = 'org.apache.kafka.common.security.plain.PlainLoginModule';

/** A password as a template over the property of a bundle that holds it. */
export const passwordTemplate = (property: string): string => `{{ .${property.replaceAll('-', '_')} }}`;

/** How a client says who it is: a value of `sasl.jaas.config`, with the password or a template of it. */
export const renderClientJaas = (user: string, password: string): string =>
  `${MODULE} required username="${user}" password="${password}";`;

/** Renders the users that brokers know, for the key `jaas.conf` of `SaslSslClients`: passwords by user names. */
export function renderServerJaas(passwords: Readonly<Record<string, string>>): string {
  const users = Object.entries(passwords).map(([user, password]) => ` user_${user}="${password}"`);
  return `client.KafkaServer {\n  ${MODULE} required${users.join('')};\n};\n`;
}

/** Renders `client.properties` of Kafka's own tools. */
export function renderClientProperties(user: string, password: string, authorityKey: string): string {
  const properties = {
    'security.protocol': 'SASL_SSL',
    'sasl.mechanism': 'PLAIN',
    'sasl.jaas.config': renderClientJaas(user, password),
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': `${KAFKA_AUTHORITY_FOLDER}/${authorityKey}`,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
