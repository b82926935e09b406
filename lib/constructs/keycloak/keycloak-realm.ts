/** A program that asks a realm for tokens, and proves itself by a secret. */
export interface KeycloakClient {
  /** What it is, for whoever administers the realm. */
  readonly description: string;

  /** Variable of the server that holds the secret: `API_GATEWAY_SECRET`. */
  readonly secretVariable: string;

  /** Whether it may exchange the name and password of a person for tokens. */
  readonly logsPeopleIn: boolean;
}

/** A realm: its roles, and the programs that use it. People are added to it while it runs. */
export interface KeycloakRealm {
  readonly name: string;

  /** Roles that a person or a program may hold, by name, and what each may do, in words. */
  readonly roles: Readonly<Record<string, string>>;

  /** Clients by their ids. */
  readonly clients: Readonly<Record<string, KeycloakClient>>;

  /** Life of an access token, in whole seconds. */
  readonly accessTokenSeconds: number;
}

/** Name of the file that a realm is imported from: the server looks for no other. */
export const realmFile = ({ name }: KeycloakRealm): string => `${name}-realm.json`;

/**
 * Renders a realm as the server imports it. Secrets are placeholders, which the server fills in from its variables.
 */
export function renderRealm({ name, roles, clients, accessTokenSeconds }: KeycloakRealm): string {
  const realm = {
    realm: name,
    enabled: true,
    // Tokens may be asked for in plain text by private addresses only: those of pods.
    sslRequired: 'external',
    registrationAllowed: false,
    bruteForceProtected: true,
    accessTokenLifespan: accessTokenSeconds,
    roles: { realm: sorted(roles).map(([role, description]) => ({ name: role, description })) },
    clients: sorted(clients).map(([clientId, client]) => renderClient(clientId, client)),
  };
  return `${JSON.stringify(realm, null, 2)}\n`;
}

function renderClient(clientId: string, { description, secretVariable, logsPeopleIn }: KeycloakClient) {
  return {
    clientId,
    description,
    enabled: true,
    protocol: 'openid-connect',
    publicClient: false,
    clientAuthenticatorType: 'client-secret',
    secret: `\${${secretVariable}}`,
    // Nobody is sent to a page of the server: no browser reaches it.
    standardFlowEnabled: false,
    directAccessGrantsEnabled: logsPeopleIn,
    serviceAccountsEnabled: true,
  };
}

function sorted<T>(entries: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What is wrong with a realm. */
export function findRealmProblems(realm: KeycloakRealm): string[] {
  const { name, roles, clients, accessTokenSeconds } = realm;
  const problems = [['name', name] as const, ...Object.keys(clients).map((id) => ['clients', id] as const)]
    .filter(([, got]) => !/^[a-z][a-z0-9-]*$/.test(got))
    .map(([what, got]) => `realm.${what} must be of a-z, 0-9 and -, as it stands in addresses, got '${got}'`);
  if (Object.keys(roles).length === 0) problems.push('realm.roles must name at least one role, got none');
  if (!Number.isInteger(accessTokenSeconds) || accessTokenSeconds < 60 || accessTokenSeconds > 3600) {
    const cure = 'a token cannot be taken back while it lives';
    problems.push(`realm.accessTokenSeconds must be from 60 to 3600, got ${accessTokenSeconds}; ${cure}`);
  }
  const variables = Object.values(clients).map(({ secretVariable }) => secretVariable);
  const twice = variables.filter((variable, index) => variables.indexOf(variable) !== index);
  problems.push(...twice.map((got) => `realm.clients must each have a secret of its own, got ${got} for two`));
  return problems;
}
