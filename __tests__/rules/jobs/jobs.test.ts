import { deadlineSaid, restartPolicy, retriesSaid } from '../../../lib/rules/jobs/limits';
import { overlapSaid, startingDeadline, validSchedule } from '../../../lib/rules/jobs/schedules';
import { failureShown } from '../../../lib/rules/jobs/scripts';
import { generatedName, notSuspended, noTtlWhenTracked, stableTemplate } from '../../../lib/rules/jobs/templates';
import { findScheduleProblem } from '../../../lib/rules/views/schedule';
import { judgeYaml, other, owner } from '../judge-yaml';

const job = (spec: string, name = 'migrate', annotations = '') =>
  other(
    'batch/v1',
    'Job',
    name,
    `spec: { ${spec}, template: { spec: { containers: [] } } }`,
    `annotations: { ${annotations} }`,
  );
const tracked = "argocd.argoproj.io/sync-wave: '1'";

test.each(['migrate-3f9a01bc', 'migrate-1700000000', 'migrate-x7k2m9', 'migrate.20240101', 'migrate-bcdfgh'])(
  'the name %s is one of its content',
  (name) => {
    expect(judgeYaml(stableTemplate, job('backoffLimit: 1', name, tracked))).toEqual([]);
  },
);

test.each(['migrate', 'migrate-database', 'migrate-v1', 'create-topics'])('the name %s is always the same', (name) => {
  expect(judgeYaml(stableTemplate, job('backoffLimit: 1', name, tracked))).toEqual([
    `metadata.name: name of a Job that Argo CD tracks must end in a hash of its content, got '${name}'`,
  ]);
});

test('a Job is judged by the ways of Argo CD only where Argo CD applies it, hooks left out', () => {
  const judge = (annotations: string) => [
    ...judgeYaml(stableTemplate, job('ttlSecondsAfterFinished: 1', 'migrate', annotations)),
    ...judgeYaml(noTtlWhenTracked, job('ttlSecondsAfterFinished: 1', 'migrate', annotations)),
  ];
  expect(judge('')).toEqual([]);
  expect(judge('argocd.argoproj.io/hook: Sync')).toEqual([]);
  expect(judge(`${tracked}, helm.sh/hook: pre-install`)).toEqual([]);
  expect(judge('argocd.argoproj.io/sync-options: "Force=true,Replace=true"')).toEqual([
    'spec.ttlSecondsAfterFinished: ttlSecondsAfterFinished of a Job that Argo CD tracks must not be set, got 1',
  ]);
});

test('a name from the server is for hooks, and for what is created and never applied', () => {
  const generated = (kind: string, annotations = '') =>
    `---\napiVersion: batch/v1\nkind: ${kind}\nmetadata: { generateName: x-, annotations: { ${annotations} } }\n`;
  expect(judgeYaml(generatedName, generated('Job'))).toEqual([
    "metadata.generateName: metadata must have a name, got generateName 'x-'",
  ]);
  expect(judgeYaml(generatedName, generated('Job', 'argocd.argoproj.io/hook: Sync'))).toEqual([]);
  expect(judgeYaml(generatedName, generated('Workflow'))).toEqual([]);
});

test('a Job runs, ends and is tried as often as it says; a CronJob may be suspended', () => {
  expect(judgeYaml(notSuspended, job('suspend: true'))).toEqual(['spec.suspend: a Job must run, got suspend: true']);
  expect(judgeYaml(notSuspended, other('batch/v1', 'CronJob', 'r', 'spec: { suspend: true }'))).toEqual([]);
  expect(judgeYaml(retriesSaid, job('parallelism: 1'))).toEqual([
    'spec.backoffLimit: a Job must say how often it is tried again, got no backoffLimit',
  ]);
  expect(judgeYaml(deadlineSaid, job('parallelism: 1'))).toEqual([
    'spec.activeDeadlineSeconds: a Job must have a deadline, got no activeDeadlineSeconds',
  ]);
  const inPod = owner('{ activeDeadlineSeconds: 60, containers: [] }', 'Job', 'backoffLimit: 1');
  expect(judgeYaml(deadlineSaid, inPod)).toEqual([]);
});

test('pods of a Job end, pods of a Deployment do not', () => {
  expect(judgeYaml(restartPolicy, owner('{ restartPolicy: Always, containers: [] }'))).toEqual([]);
  expect(judgeYaml(restartPolicy, owner('{ restartPolicy: OnFailure, containers: [] }', 'Job'))).toEqual([]);
  expect(judgeYaml(restartPolicy, owner('{ restartPolicy: Always, containers: [] }', 'Job'))).toEqual([
    'spec.template.spec.restartPolicy: restartPolicy of a Job must be Never or OnFailure, got Always',
  ]);
  expect(judgeYaml(restartPolicy, job('backoffLimit: 1'))).toEqual([
    'spec.template.spec.restartPolicy: restartPolicy of a Job must be Never or OnFailure, got none, which is Always',
  ]);
});

test.each(['*/5 * * * *', '0 3 * * MON-FRI', '15,45 0-6/2 1 jan *', '@daily', '@every 1h30m', '0 0 ? * 0'])(
  'the schedule %s can be read',
  (schedule) => {
    expect(findScheduleProblem(schedule)).toBeUndefined();
  },
);

test.each([
  ['0 0 * * * *', 'must have five fields'],
  ['60 * * * *', 'must have a minute from 0 to 59'],
  ['* 24 * * *', 'must have a hour from 0 to 23'],
  ['* * 0 * *', 'must have a day of the month from 1 to 31'],
  ['* * * 13 *', 'must have a month from 1 to 12'],
  ['* * * * 7', 'must have a day of the week from 0 to 6'],
  ['*/0 * * * *', 'must have a minute from 0 to 59'],
  ['9-3 * * * *', 'must have a minute from 0 to 59'],
  ['TZ=UTC 0 3 * * *', 'must have no time zone, which is a field of its own'],
])('the schedule %s %s', (schedule, problem) => {
  expect(findScheduleProblem(schedule)).toBe(problem);
});

test('a CronJob says when it runs, how late and whether twice', () => {
  const cron = other('batch/v1', 'CronJob', 'r', "spec: { schedule: 'often' }");
  expect(judgeYaml(validSchedule, cron)).toEqual(["spec.schedule: schedule must have five fields, got 'often'"]);
  expect(judgeYaml(startingDeadline, cron)).toEqual([
    'spec.startingDeadlineSeconds: startingDeadlineSeconds must be 10 or more, got none',
  ]);
  expect(judgeYaml(overlapSaid, cron)).toEqual([
    'spec: a CronJob must say whether runs may overlap, got no concurrencyPolicy',
  ]);
});

const runs = (shell: string, text: string, kind = 'Job') =>
  owner(`{ containers: [{ name: c, command: [${shell}, -c, ${JSON.stringify(text)}] }] }`, kind, 'backoffLimit: 1');

test.each([
  ['sh', 'a\nb', 'must stop at a failure, got no set -e'],
  ['sh', 'set -eu\na || true', "must not hide a failure, got 'a || true'"],
  ['sh', 'set -e\na || echo failed', "must not hide a failure, got 'a || echo failed'"],
  ['sh', 'set -e\nset +e\na', "must stop at a failure, got 'set +e'"],
  ['bash', 'set -e\na | b', "must set pipefail before a pipe, got 'a | b'"],
])('a Job in %s hides its failures: %j', (shell, text, message) => {
  expect(judgeYaml(failureShown, runs(shell, text))).toEqual([
    `spec.template.spec.containers[0].command[2]: script of c ${message}`,
  ]);
});

test.each([
  ['sh', 'set -eu\na\nb'],
  ['sh', 'a && \\\nb'],
  ['sh', 'a'],
  ['sh', 'set -e\na | b'],
  ['sh', 'set -e\nset +e\na\ncode=$?\nset -e\nexit $code'],
  ['sh', 'until a; do\nsleep 1\ndone'],
  ['sh', 'set -u\nif a; then\nexit 1\nfi\nb'],
  ['sh', 'set -e\na || exit 1'],
  ['sh', 'set -e\na || { echo failed; exit 1; }'],
  ['bash', 'set -euo pipefail\na | b'],
  ['bash', 'set -e\ngrep "a|b" file'],
])('a Job in %s shows its failures: %j', (shell, text) => {
  expect(judgeYaml(failureShown, runs(shell, text))).toEqual([]);
});

test('options of the shell count, what serves is left alone, and a file of a ConfigMap is read', () => {
  const options = '{ containers: [{ name: c, command: [bash, -euo, pipefail, -c, "a | b\\nc"] }] }';
  expect(judgeYaml(failureShown, owner(options, 'Job', 'backoffLimit: 1'))).toEqual([]);
  expect(judgeYaml(failureShown, runs('sh', 'a || true\nb', 'Deployment'))).toEqual([]);
  const mounted =
    '{ containers: [{ name: c, command: [sh, /opt/run.sh], volumeMounts: [{ name: v, mountPath: /opt }] }], ' +
    'volumes: [{ name: v, configMap: { name: files } }] }';
  const files = other('v1', 'ConfigMap', 'files', 'data: { run.sh: "set -e\\na || true\\n" }');
  expect(judgeYaml(failureShown, owner(mounted, 'Job', 'backoffLimit: 1') + files)).toEqual([
    'data["run.sh"]: script of c must not hide a failure, got \'a || true\'',
  ]);
});
