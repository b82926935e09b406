import { KAFKA_AUTHORITY_FOLDER } from '../../constructs/kafka/kafka-credentials';
import { milliseconds } from '../../model/duration';
import { Context } from './context';
import { Stores } from './stores';

/**
 * Content of the engine's `application.yaml`. What differs by cluster or is secret stands there as a variable; names are
 * those of Spring Boot 3.
 */
export function applicationConfig({ rows }: Context, { kafka, redis }: Stores): Readonly<Record<string, unknown>> {
  const { name, logLevels, backoffMultiplier } = rows.workflow;
  return {
    spring: {
      application: { name },
      datasource: dataSource(rows.workflow.pool),
      // A Job has done it before any pod starts.
      flyway: { enabled: false },
      kafka: kafkaConfig(rows.workflow, kafka.authority?.key),
      cache: { type: redis ? 'redis' : 'none' },
      ...(redis && {
        data: { redis: { host: '${REDIS_HOST}', port: '${REDIS_PORT}', password: '${REDIS_PASSWORD}' } },
      }),
    },
    // Without the cache the engine is slower, and no pod must be taken out for it.
    management: {
      health: { redis: { enabled: false } },
      otlp: { tracing: { endpoint: '${OTLP_TRACES_URL}', transport: 'grpc' } },
    },
    workflow: {
      retry: { 'max-attempts': '${WORKFLOW_RETRY_MAX_ATTEMPTS}', 'backoff-multiplier': backoffMultiplier },
      timeout: { 'default-seconds': '${WORKFLOW_TIMEOUT_DEFAULT_SECONDS}' },
    },
    outbox: { 'publish-interval': '${OUTBOX_PUBLISH_INTERVAL}' },
    logging: {
      level: { ...logLevels },
      pattern: {
        console: '%d{yyyy-MM-dd HH:mm:ss.SSS} [%thread] %-5level [%X{correlationId:-}] %logger{36} - %msg%n',
      },
    },
  };
}

type Workflow = Context['rows']['workflow'];

function dataSource(pool: Workflow['pool']): object {
  return {
    url: 'jdbc:postgresql://${DB_HOST}:${DB_PORT}/${DB_NAME}',
    username: '${DB_USER}',
    password: '${DB_PASSWORD}',
    hikari: {
      'maximum-pool-size': pool.size,
      'minimum-idle': pool.idle,
      'idle-timeout': milliseconds(pool.idleTimeout),
      'max-lifetime': milliseconds(pool.maxLifetime),
      'connection-timeout': milliseconds(pool.connectionTimeout),
      'validation-timeout': milliseconds(pool.validationTimeout),
      'leak-detection-threshold': milliseconds(pool.leakDetection),
    },
  };
}

function kafkaConfig({ consumer, producer }: Workflow, authorityKey: string | undefined): object {
  return {
    'bootstrap-servers': '${KAFKA_BOOTSTRAP_SERVERS}',
    security: { protocol: '${KAFKA_SECURITY_PROTOCOL}' },
    ...(authorityKey !== undefined && {
      ssl: { 'trust-store-type': 'PEM', 'trust-store-location': `file:${KAFKA_AUTHORITY_FOLDER}/${authorityKey}` },
    }),
    properties: {
      'sasl.mechanism': '${KAFKA_SASL_MECHANISM}',
      'sasl.jaas.config': '${KAFKA_SASL_JAAS_CONFIG}',
    },
    consumer: {
      'group-id': consumer.group,
      'auto-offset-reset': 'earliest',
      'enable-auto-commit': false,
      'max-poll-records': consumer.maxPollRecords,
      'fetch-min-size': consumer.fetchMinSize,
      'fetch-max-wait': consumer.fetchMaxWait,
    },
    listener: { concurrency: consumer.concurrency },
    producer: {
      acks: 'all',
      retries: 3,
      'batch-size': producer.batchBytes,
      'buffer-memory': producer.bufferBytes,
      'compression-type': 'gzip',
      properties: { 'linger.ms': producer.lingerMs },
    },
  };
}
