import { SpringService, SPRING_METRICS_PATH } from '../../constructs/jvm/spring-service';
import { KAFKA_AUTHORITY_FOLDER, passwordTemplate, renderClientJaas } from '../../constructs/kafka/kafka-credentials';
import { Env } from '../../constructs/pods/env';
import { secretFiles } from '../../constructs/pods/mount';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { priority } from '../cluster-facts';
import { otlpOf } from '../observability/names';
import { defineAcmeSolver, exposeGuarded, exposeService } from '../public-edge';
import { autoscalingOf, ownImage } from '../service-props';
import { applicationConfig } from './application-config';
import { Context } from './context';
import { Stores } from './stores';

/** Secret with the name and the password by which the engine logs in at Kafka. */
const KAFKA_SECRET = 'onboarding-kafka-secret';

/** Defines the engine, its connections, and the ways to it from the internet. */
export function defineWorkflow(context: Context, stores: Stores): void {
  const { component, environment, namespace, rows, telemetry } = context;
  const { name, version, rollout, cpuPercent, scaleDown, public: open, ...row } = rows.workflow;
  const scope = component(name, 'workflow');
  const secret = defineKafkaSecret(context);
  const authority = stores.kafka.authority;
  const engine = new SpringService(scope, name, {
    ...row,
    ...rollout,
    namespace,
    tier: 'public',
    image: ownImage(environment, name, version),
    priorityClassName: priority.service,
    autoscaling: autoscalingOf({ cpuPercent }, scaleDown),
    profiles: [environment.name],
    config: applicationConfig(context, stores),
    env: { ...storeEnv(context, stores), ...rows.workflow.settings },
    ...(authority && {
      mounts: [secretFiles('kafka-authority', KAFKA_AUTHORITY_FOLDER, authority.secret, [authority.key])],
    }),
  });
  engine.node.addDependency(secret);

  [stores.database.endpoint, stores.kafka.endpoint, otlpOf(environment).endpoint].forEach((endpoint) => {
    engine.connectTo(endpoint);
  });
  if (stores.redis) engine.connectTo(stores.redis.endpoint());
  telemetry.senders.push(engine);
  context.scrape([{ workload: engine, port: row.ports.management, path: SPRING_METRICS_PATH }]);

  const { exposes, path, admin } = open;
  const service = { host: `${exposes}.${environment.domain}`, portName: 'http' };
  exposeService(
    scope,
    engine,
    { ...service, port: row.servicePorts.http, targetPort: row.ports.http, path },
    environment,
  );
  exposeGuarded(scope, engine, { ...service, name: `${name}-admin`, ...admin }, environment);
  defineAcmeSolver(context, namespace, 1, 'workflow.public');
}

function defineKafkaSecret({ component, namespace, rows, store }: Context): ExternalSecret {
  const { user } = rows.kafka.login;
  const password = passwordTemplate('password');
  return new ExternalSecret(component('onboarding-kafka-login', 'kafka.login'), KAFKA_SECRET, {
    namespace: namespace.name,
    store,
    bundle: 'onboarding/kafka',
    properties: ['password'],
    template: { username: user, password, 'jaas-config': renderClientJaas(user, password) },
  });
}

/** Addresses of what the engine connects to, and references to the Secrets with its passwords. */
function storeEnv({ environment }: Context, { database, kafka, redis }: Stores): Env {
  return {
    DB_HOST: database.host,
    DB_PORT: String(database.port),
    DB_NAME: database.name,
    DB_USER: database.user,
    DB_PASSWORD: database.password,
    KAFKA_BOOTSTRAP_SERVERS: kafka.bootstrapServers,
    KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
    KAFKA_SASL_MECHANISM: 'PLAIN',
    KAFKA_SASL_JAAS_CONFIG: { secret: KAFKA_SECRET, key: 'jaas-config' },
    KAFKA_USER: { secret: KAFKA_SECRET, key: 'username' },
    KAFKA_PASSWORD: { secret: KAFKA_SECRET, key: 'password' },
    ...(redis && { REDIS_HOST: redis.host, REDIS_PORT: String(redis.port), REDIS_PASSWORD: redis.password }),
    OTLP_TRACES_URL: otlpOf(environment).url,
  };
}
