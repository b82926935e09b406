import { elasticsearchAlertCases } from './elasticsearch-alert-cases';
import { kafkaAlertCases } from './kafka-alert-cases';
import { mesAlertCases } from './mes-alert-cases';
import { mongoAlertCases } from './mongo-alert-cases';
import { onboardingAlertCases } from './onboarding-alert-cases';
import { orderAlertCases } from './order-alert-cases';
import { postgresAlertCases } from './postgres-alert-cases';
import { serviceAlertCases } from './service-alert-cases';
import { temporalAlertCases } from './temporal-alert-cases';
import { AlertCase } from './promtool';

/** Every alert of prod, firing and quiet. Bounds are those of the rows: a row that changes changes its case. */
export const alertCases: Readonly<Record<string, AlertCase>> = {
  ...serviceAlertCases,
  ...kafkaAlertCases,
  ...mongoAlertCases,
  ...postgresAlertCases,
  ...elasticsearchAlertCases,
  ...temporalAlertCases,
  ...orderAlertCases,
  ...onboardingAlertCases,
  ...mesAlertCases,
};
