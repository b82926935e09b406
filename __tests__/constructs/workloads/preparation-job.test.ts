import { Testing } from 'cdk8s';
import { ContainerProps } from '../../../lib/constructs/pods/container';
import { PreparationJob } from '../../../lib/constructs/workloads/preparation-job';
import { Manifest } from '../../../lib/rules/rendered-object';
import { namespaceIn, objectsOf, SMALL } from '../support';

function define(content: unknown, container: Partial<ContainerProps> = {}): Manifest {
  const chart = Testing.chart();
  new PreparationJob(chart, 'topics', {
    namespace: namespaceIn(chart),
    component: 'job',
    content,
    backoffLimit: 2,
    deadline: '10m',
    pod: {
      user: 1000,
      group: 1000,
      terminationGrace: '30s',
      priorityClassName: 'job',
      containers: [{ name: 'script', image: 'tool:1.0.0', resources: SMALL, ...container }],
    },
  });
  return objectsOf(chart)('Job');
}

test('the name ends in a hash of the content', () => {
  expect(define({ a: 1 }).metadata.name).toMatch(/^topics-[0-9a-f]{8}$/);
});

test('the same content gives the same name, whatever the order of its keys', () => {
  expect(define({ a: 1, b: 2 }).metadata.name).toBe(define({ b: 2, a: 1 }).metadata.name);
});

test.each<[string, unknown, Partial<ContainerProps>]>([
  ['another catalogue', { a: 2 }, {}],
  ['another image', { a: 1 }, { image: 'tool:1.0.1' }],
  ['another setting', { a: 1 }, { env: { RETRIES: '3' } }],
])('%s makes another Job', (_, content, container) => {
  expect(define(content, container).metadata.name).not.toBe(define({ a: 1 }).metadata.name);
});

test('it runs until its deadline, never again by itself, and nothing deletes it', () => {
  const job = define({});
  expect(job['spec']).toMatchObject({ backoffLimit: 2, activeDeadlineSeconds: 600, completions: 1, parallelism: 1 });
  expect(job['spec']).not.toHaveProperty('ttlSecondsAfterFinished');
  expect(job['spec']).toHaveProperty('template.spec.restartPolicy', 'Never');
  expect(Object.keys(job.metadata)).not.toContain('annotations');
});

test('a refusal fails at once, without another try, and a pod that had to leave its node was no try', () => {
  expect(define({})['spec']).toHaveProperty('podFailurePolicy', {
    rules: [
      { action: 'FailJob', onExitCodes: { operator: 'In', values: [2] } },
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
    ],
  });
});
