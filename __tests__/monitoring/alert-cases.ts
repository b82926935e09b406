import { elasticsearchAlertCases } from './elasticsearch-alert-cases';
import { kafkaAlertCases } from './kafka-alert-cases';
import { mesAlertCases } from './mes-alert-cases';
import { mongoAlertCases } from './mongo-alert-cases';
import { onboardingAlertCases } from './onboarding-alert-cases';
import { postgresAlertCases } from './postgres-alert-cases';
import { serviceAlertCases } from './service-alert-cases';
import { springAlertCases } from './spring-alert-cases';
import { temporalAlertCases } from './temporal-alert-cases';
import { AlertCase } from './promtool';

/** Cases of one platform, told of another: its prefix, and the one namespace in which all of it runs. */
function casesOf(prefix: string, namespace: string, cases: Readonly<Record<string, AlertCase>>) {
  const text = JSON.stringify(cases)
    .replaceAll(/(?<=")Wms(?=[A-Z])/g, prefix)
    .replaceAll(/(?<=namespace(?:=\\"|":"))(?:wms-platform|kafka|temporal)(?=\\?")/g, namespace)
    .replaceAll(/(?<= in )(?:kafka|temporal)(?=[ "])/g, namespace);
  return JSON.parse(text) as Readonly<Record<string, AlertCase>>;
}

/** Every alert of prod, firing and quiet. Bounds are those of the rows: a row that changes changes its case. */
export const alertCases: Readonly<Record<string, AlertCase>> = {
  ...serviceAlertCases,
  ...kafkaAlertCases,
  ...mongoAlertCases,
  ...postgresAlertCases,
  ...elasticsearchAlertCases,
  ...temporalAlertCases,
  ...springAlertCases,
  ...casesOf('Order', 'order-platform', { ...kafkaAlertCases, ...postgresAlertCases, ...elasticsearchAlertCases }),
  ...onboardingAlertCases,
  ...mesAlertCases,
};
