/** A service behind the gateway. */
export interface KongService {
  /** Name of the service and of its routes. */
  readonly name: string;

  /** Host name of its Service: `orders.shop.svc.cluster.local`. */
  readonly host: string;

  /** Port of its Service. */
  readonly port: number;

  /** Begin of the paths that lead to it, which it sees as they are: `/api/v1/orders`. */
  readonly path: string;

  /** Paths below `path` that are open to everybody: `/login`. All others ask for a token. */
  readonly open: readonly string[];

  /** Most requests from one address in a minute. */
  readonly requestsPerMinute: number;
}

/** What a gateway does with requests. */
export interface KongRules {
  readonly services: readonly KongService[];

  /** Pages that browsers may call it from: `https://shop.example.com`. */
  readonly origins: readonly string[];

  /** Header with the id of a request, which the gateway adds and answers with. */
  readonly requestIdHeader: string;

  /** Who makes tokens: `issuer` is their claim `iss`, and signs them with HS256. */
  readonly issuer: string;
}

/** Redis that counts the requests of all pods. */
export interface KongCounters {
  readonly host: string;
  readonly port: number;
}

/** Variable of the gateway with the password of `KongCounters`, which the configuration refers to. */
export const COUNTERS_PASSWORD = 'COUNTERS_PASSWORD';

/** Plugins that the configuration uses: no other is loaded. */
export const KONG_PLUGINS = ['correlation-id', 'cors', 'jwt', 'prometheus', 'rate-limiting'] as const;

const vaultReference = (variable: string) => `{vault://env/${variable.toLowerCase().replaceAll('_', '-')}}`;

/**
 * Renders the declarative configuration.
 *
 * @param tokenSecret secret that tokens are signed with: Kong takes a reference for the secret itself, so that it has to
 *   be the value, or what somebody puts the value in for
 */
export function renderKongConfig(rules: KongRules, counters: KongCounters, tokenSecret: string): object {
  const { services, issuer } = rules;
  return {
    _format_version: '3.0',
    _transform: true,
    plugins: renderPlugins(rules),
    services: services.map((service) => renderService(service, counters)),
    consumers: [{ username: issuer, jwt_secrets: [{ key: issuer, algorithm: 'HS256', secret: tokenSecret }] }],
  };
}

function renderPlugins({ origins, requestIdHeader }: KongRules): object[] {
  return [
    {
      name: 'correlation-id',
      config: { header_name: requestIdHeader, generator: 'uuid', echo_downstream: true },
    },
    {
      name: 'cors',
      config: {
        origins: [...origins],
        methods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS'],
        headers: ['Accept', 'Authorization', 'Content-Type', requestIdHeader],
        exposed_headers: [requestIdHeader],
        credentials: true,
        max_age: 3600,
        preflight_continue: false,
      },
    },
    {
      name: 'prometheus',
      config: {
        status_code_metrics: true,
        latency_metrics: true,
        bandwidth_metrics: true,
        upstream_health_metrics: true,
        per_consumer: false,
      },
    },
  ];
}

function renderService({ name, host, port, path, open, requestsPerMinute }: KongService, counters: KongCounters) {
  const route = { strip_path: false, preserve_host: false, protocols: ['http', 'https'] };
  return {
    name,
    protocol: 'http',
    host,
    port,
    routes: [
      ...(open.length === 0
        ? []
        : [{ name: `${name}-open`, paths: open.map((below) => `~${escape(path + below)}$`), ...route }]),
      // A regular expression is tried before a prefix, so an open path never comes here.
      {
        name,
        paths: [path],
        ...route,
        plugins: [
          {
            name: 'jwt',
            config: {
              key_claim_name: 'iss',
              claims_to_verify: ['exp'],
              header_names: ['authorization'],
              // No token in an address, where logs would keep it.
              uri_param_names: [],
              cookie_names: [],
              run_on_preflight: false,
            },
          },
        ],
      },
    ],
    plugins: [
      {
        name: 'rate-limiting',
        config: {
          minute: requestsPerMinute,
          // All tokens belong to one consumer: counting by it would let one user stop all others.
          limit_by: 'ip',
          policy: 'redis',
          fault_tolerant: true,
          hide_client_headers: false,
          redis: { ...counters, password: vaultReference(COUNTERS_PASSWORD), database: 0, timeout: 2000 },
        },
      },
    ],
  };
}

/** A path as a regular expression. */
const escape = (path: string) => path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What is wrong with the rules. */
export function findKongProblems({ services, origins }: KongRules): string[] {
  const paths = services.map(({ path }) => path);
  return [
    ...(services.length === 0 ? ['services must be at least one, got none'] : []),
    ...paths
      .filter((path) => !/^(\/[a-z0-9-]+)+$/.test(path))
      .map((path) => `services.path must be lower case and without a slash at its end, got '${path}'`),
    ...paths
      .filter((path, index) => paths.some((other, at) => at !== index && `${path}/`.startsWith(`${other}/`)))
      .map((path) => `services.path must not begin with that of another service, got '${path}'`),
    ...services
      .filter(({ requestsPerMinute }) => !Number.isInteger(requestsPerMinute) || requestsPerMinute < 1)
      .map(
        ({ name, requestsPerMinute }) =>
          `services.${name}.requestsPerMinute must be a whole number from 1, got ${requestsPerMinute}`,
      ),
    ...origins
      .filter((origin) => !/^https:\/\/[a-z0-9.-]+$/.test(origin))
      .map((origin) => `origins must be of https and without a path, got '${origin}'; credentials are sent to them`),
  ];
}
