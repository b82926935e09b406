import { load } from 'js-yaml';
import { EnvironmentName } from '../../lib/model/environment';
import { Any, distOf, find } from './read-dist';

/** Every object of the platform. */
export const own = (environment: EnvironmentName): Any[] =>
  distOf(environment)
    .filter(({ file }) => file.startsWith(`${environment}/onboarding/`))
    .map(({ object }) => object);

/** The engine's pods. */
export const engine = (environment: EnvironmentName) =>
  find(environment, 'Deployment', 'onboarding-workflow').spec.template.spec;
export const container = (environment: EnvironmentName) => engine(environment).containers[0];

/** Its variables; one that a Secret holds is `secret/key`. */
export const envOf = (environment: EnvironmentName): Record<string, string | undefined> =>
  Object.fromEntries(
    container(environment).env.map(({ name, value, valueFrom }: Any) => [
      name,
      value ?? `${valueFrom.secretKeyRef.name}/${valueFrom.secretKeyRef.key}`,
    ]),
  );

/** Its application.yaml. */
export const config = (environment: EnvironmentName): Any =>
  load(find(environment, 'ConfigMap', 'onboarding-workflow').data['application.yaml']);

/** Figures of the topics by their names. */
export const topics = (environment: EnvironmentName): Record<string, string[]> =>
  Object.fromEntries(
    (find(environment, 'ConfigMap', 'onboarding-kafka-topics').data['topics.txt'] as string)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' '))
      .map(([name = '', ...figures]) => [name, figures]),
  );

/** Arguments of PostgreSQL. */
export const postgresArgs = (environment: EnvironmentName): string[] =>
  find(environment, 'StatefulSet', 'onboarding-postgresql').spec.template.spec.containers[0].args;

/** Pods of the largest scale. */
export const most = (environment: EnvironmentName): number =>
  environment === 'dev' ? 1 : find(environment, 'HorizontalPodAutoscaler', 'onboarding-workflow').spec.maxReplicas;
