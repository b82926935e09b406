import { Construct } from 'constructs';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { platformContext } from '../context';
import { defineKafka } from '../kafka';
import { defineNamespace } from '../namespace';
import { defineRedis } from '../redis';
import { Telemetry } from '../telemetry';
import { Context } from './context';
import { defineDatabase } from './database';
import { defineMonitoring } from './monitoring';
import { OnboardingRows, TABLE } from './rows';
import { defineWorkflow } from './workflow';

/** Defines the onboarding platform: its stores, then the engine that uses them. */
export function defineOnboarding(
  scope: Construct,
  rows: Column<OnboardingRows>,
  environment: Environment,
  telemetry: Telemetry,
): void {
  const platform = platformContext(scope, { name: rows.name, table: TABLE }, environment, telemetry);
  const scopeOfNamespace = platform.component(`namespace-${rows.namespace}`, 'namespace');
  const namespace = defineNamespace(scopeOfNamespace, rows.namespace, environment);
  const context: Context = { ...platform, rows, namespace };
  const { enabled, ...redis } = rows.redis;
  defineWorkflow(context, {
    database: defineDatabase(context),
    kafka: defineKafka(context, {
      namespace,
      name: 'onboarding-kafka',
      values: rows.kafka,
      topics: rows.topics,
      tools: rows.tools,
      jobs: rows.jobs,
      login: { values: rows.kafka.login, bundle: 'onboarding/kafka', externalBundle: 'onboarding/kafka-external' },
    }),
    ...(enabled && {
      redis: defineRedis(context, {
        namespace,
        name: 'onboarding-redis',
        row: 'redis',
        values: redis,
        bundle: 'onboarding/redis',
      }),
    }),
  });
  defineMonitoring(context);
}
