import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { podTemplates } from '../views/pods';
import { tree, Tree, treeAt } from '../views/tree';

/** A Job says how often it is tried. */
export const retriesSaid: Rule = {
  id: 'jobs/retries-said',
  title: 'A Job says how often it is tried again',
  severity: 'warning',
  why: 'It is tried six times more, some ten minutes in all: too long for what never works, too short for what waits.',
  cure: 'set backoffLimit',
  sources: ['D02', 'Kubernetes: pod backoff failure policy'],
  judge: (index) => findUnset(index, 'backoffLimit', 'a Job must say how often it is tried again, got no backoffLimit'),
};

/** A Job ends. */
export const deadlineSaid: Rule = {
  id: 'jobs/deadline-said',
  title: 'A Job has a deadline',
  severity: 'warning',
  why: 'One that hangs runs for ever; whoever waits for it waits as well, and the next run is skipped.',
  cure: 'set activeDeadlineSeconds',
  sources: ['D02', 'D01'],
  judge: (index) =>
    findUnset(index, 'activeDeadlineSeconds', 'a Job must have a deadline, got no activeDeadlineSeconds'),
};

/** The pods of a Job end. */
export const restartPolicy: Rule = {
  id: 'jobs/restart-policy',
  title: 'The pods of a Job are not restarted for ever',
  severity: 'error',
  why: 'The server refuses the Job; the default of a pod is Always.',
  cure: 'write `restartPolicy: Never` or `OnFailure`',
  sources: ['L57', 'Kubernetes: Job'],
  judge: findEndless,
};

/** A Job, or what a CronJob makes one of. */
interface JobSpec {
  readonly subject: RenderedObject;
  readonly at: FieldPath;
  readonly spec: Tree;
}

const jobSpecs: View<readonly JobSpec[]> = (index) => [
  ...index.ofKind('Job').map((subject) => ({ subject, at: ['spec'], spec: treeAt(subject.manifest, 'spec') })),
  ...index.ofKind('CronJob').map((subject) => {
    return {
      subject,
      at: ['spec', 'jobTemplate', 'spec'],
      spec: treeAt(subject.manifest, 'spec', 'jobTemplate', 'spec'),
    };
  }),
];

function* findUnset(index: ObjectIndex, field: string, message: string): Iterable<Finding> {
  for (const { subject, at, spec } of index.view(jobSpecs)) {
    const pod = treeAt(spec, 'template', 'spec');
    if (field in spec || tree(pod)[field] !== undefined) continue;
    yield { subject, at: [...at, field], message };
  }
}

function* findEndless(index: ObjectIndex): Iterable<Finding> {
  for (const { owner: subject, at, spec } of index.view(podTemplates)) {
    if (subject.manifest.kind !== 'Job' && subject.manifest.kind !== 'CronJob') continue;
    const policy = spec.restartPolicy;
    if (policy === 'Never' || policy === 'OnFailure') continue;
    const message = `restartPolicy of a Job must be Never or OnFailure, got ${policy ?? 'none, which is Always'}`;
    yield { subject, at: [...at, 'restartPolicy'], message };
  }
}
