import { PlatformNamespace } from '../constructs/platform-namespace';
import { Redis, RedisAccess } from '../constructs/redis/redis';
import { REDIS_PASSWORD_FILE, renderPasswordLine } from '../constructs/redis/redis-config';
import { ExternalSecret } from '../constructs/secrets/external-secret';
import { Column } from '../model/environment';
import { imageReference } from '../model/image';
import { PlatformContext, storeProps } from './context';
import { externalEndpoint } from './external-endpoint';
import { PasswordBundle } from './postgres';
import { RedisRow } from './redis-row';

/** A Redis of a platform. */
export interface RedisServerProps {
  readonly namespace: PlatformNamespace;

  /** Name of the server: its Secret is `<name>-auth`. */
  readonly name: string;

  /** Where the server stands in the table: `redis`. */
  readonly row: string;

  /** What stands there. */
  readonly values: Column<RedisRow>;

  /** Bundle whose property `password` is every client's. */
  readonly bundle: PasswordBundle;
}

/**
 * Defines a server and its Secret, scraped. What it keeps can be made again, and is not backed up. Of one that somebody
 * else runs, the Secret remains.
 */
export function defineRedis(context: PlatformContext, props: RedisServerProps): RedisAccess {
  const { namespace, name, row, values, bundle } = props;
  const { provision } = values;
  const scope = context.component(name, provision.kind === 'external' ? `${row}.provision` : row);
  const passwordSecret = `${name}-auth`;
  const secret = new ExternalSecret(scope, passwordSecret, {
    namespace: namespace.name,
    store: context.store,
    bundle,
    properties: ['password'],
    template: {
      password: '{{ .password }}',
      ...(provision.kind === 'rendered' && { [REDIS_PASSWORD_FILE]: renderPasswordLine('password') }),
    },
  });
  if (provision.kind === 'external') {
    const { host, port } = provision;
    const password = { secret: passwordSecret, key: 'password' };
    return { host, port, password, endpoint: () => externalEndpoint(provision, [secret]) };
  }
  const redis = new Redis(scope, name, {
    ...storeProps(values, context),
    namespace,
    maxMemory: values.maxMemory,
    eviction: values.eviction,
    passwordSecret,
    exporter: { image: imageReference(values.exporter.image), resources: values.exporter.resources },
  });
  redis.node.addDependency(secret);
  context.scrape(redis.metricsTargets);
  return redis;
}
