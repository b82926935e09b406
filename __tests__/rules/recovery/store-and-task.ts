const DATA = 'volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: fast } }]';

/** A StatefulSet `db` of a database, by its image. */
export const store = (
  image: string,
  { name = 'db', namespace = 'shop', annotations = '{}', claims = DATA, pod = '{}' } = {},
) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ${name}, namespace: ${namespace}, annotations: ${annotations} }
spec: { template: { metadata: { labels: { app: ${name} }, annotations: ${pod} }, spec: { containers: [{ name: main, image: '${image}' }] } }, ${claims} }
`;

/** What a job differs in. */
export interface Task {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly spec?: string;
  readonly volumes?: string;
  readonly image?: string;
}

/** A CronJob `nightly`, or a Job, that runs a script. */
export const task = (script: string, options: Task = {}) => {
  const {
    kind = 'CronJob',
    name = 'nightly',
    namespace = 'shop',
    spec = "schedule: '0 0 * * *'",
    volumes = '[]',
  } = options;
  const pod = `template: { spec: { volumes: ${volumes}, containers: [{ name: run, image: '${options.image ?? 'tools:1'}', command: [sh, -c, ${JSON.stringify(script)}] }] } }`;
  const fields =
    kind === 'CronJob' ? `${spec}, jobTemplate: { spec: { ${pod} } }` : `${spec === '' ? '' : `${spec}, `}${pod}`;
  return `---\n{ apiVersion: batch/v1, kind: ${kind}, metadata: { name: ${name}, namespace: ${namespace} }, spec: { ${fields} } }\n`;
};

/** Where its pod stands. */
export const AT = 'spec.jobTemplate.spec.template.spec';
