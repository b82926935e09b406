import { ObjectIndex, View } from '../object-index';
import { Manifest, RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { tree } from '../views/tree';

/** A Job that Argo CD tracks gets another name when it changes. */
export const stableTemplate: Rule = {
  id: 'jobs/stable-template',
  title: 'A Job that Argo CD tracks is a hook, or is called after its content',
  severity: 'warning',
  why: 'The template of a Job never changes: the first change of its image is refused, and the sync fails for ever.',
  cure: 'end its name in a hash of its content, make it a hook, or let Argo CD replace it',
  sources: ['G05', 'G06', 'argoproj/argo-cd#5882'],
  judge: findFixedNames,
};

/** A Job that Argo CD tracks stays. */
export const noTtlWhenTracked: Rule = {
  id: 'jobs/no-ttl-when-tracked',
  title: 'A Job that Argo CD tracks is not removed by itself',
  severity: 'warning',
  why: 'Argo CD finds it missing and runs it again, each time that it has gone.',
  cure: 'leave ttlSecondsAfterFinished away, or make it a hook',
  sources: ['G07', 'L57', 'argoproj/argo-cd#8586'],
  judge: findVanishing,
};

/** Nothing that is applied again and again gets a new name from the server. */
export const generatedName: Rule = {
  id: 'jobs/generated-name',
  title: 'Only a hook gets its name from the server',
  severity: 'error',
  why: '`kubectl apply` refuses it, and whatever creates it makes one more each time.',
  cure: 'give it a name',
  sources: ['L74', 'Kubernetes: generated names'],
  judge: findGenerated,
};

/** A Job that is part of a sync runs. */
export const notSuspended: Rule = {
  id: 'jobs/not-suspended',
  title: 'A Job is not suspended',
  severity: 'warning',
  why: 'It never ends, and a sync of Argo CD waits for it at its wave for ever.',
  cure: 'remove `suspend`, or make it a CronJob that somebody starts by hand',
  sources: ['G09', 'D10'],
  judge: findSuspended,
};

/** Whether Argo CD applies the bundle, as far as the bundle says. */
const hasArgoCd: View<boolean> = ({ objects }) =>
  objects.some(
    ({ manifest }) =>
      manifest.apiVersion.startsWith('argoproj.io/') ||
      Object.keys(manifest.metadata.annotations ?? {}).some((key) => key.startsWith('argocd.argoproj.io/')),
  );

/** Jobs that stay a part of what is compared with Git. */
function* trackedJobs(index: ObjectIndex): Iterable<RenderedObject> {
  if (!index.view(hasArgoCd)) return;
  for (const job of index.ofKind('Job')) if (!isHook(job)) yield job;
}

function isHook({ manifest }: RenderedObject): boolean {
  const annotations = manifest.metadata.annotations ?? {};
  return 'argocd.argoproj.io/hook' in annotations || 'helm.sh/hook' in annotations;
}

/** At the end, letters and digits mixed, as no word is; or digits alone, as a revision is. */
const HASH = /[-.](?=[0-9a-z]*\d)[0-9a-z]{6,}$|[-.](?=[0-9a-z]*[bcdfghjklmnpqrstvwxz]{4})[0-9a-z]{6,}$/;

function* findFixedNames(index: ObjectIndex): Iterable<Finding> {
  for (const subject of trackedJobs(index)) {
    const { name, annotations } = subject.manifest.metadata as Partial<Manifest['metadata']>;
    const replaced = /\b(Replace|Force)=true\b/.test(annotations?.['argocd.argoproj.io/sync-options'] ?? '');
    if (replaced || name === undefined || HASH.test(name)) continue;
    const message = `name of a Job that Argo CD tracks must end in a hash of its content, got '${name}'`;
    yield { subject, at: ['metadata', 'name'], message };
  }
}

function* findVanishing(index: ObjectIndex): Iterable<Finding> {
  for (const subject of trackedJobs(index)) {
    const { ttlSecondsAfterFinished: ttl } = tree(subject.manifest['spec']);
    if (ttl === undefined) continue;
    const message = `ttlSecondsAfterFinished of a Job that Argo CD tracks must not be set, got ${String(ttl)}`;
    yield { subject, at: ['spec', 'ttlSecondsAfterFinished'], message };
  }
}

function* findGenerated({ objects }: ObjectIndex): Iterable<Finding> {
  for (const subject of objects) {
    const { generateName } = tree(subject.manifest.metadata);
    if (generateName === undefined || isHook(subject)) continue;
    if (/^(Workflow|PipelineRun|TaskRun)$/.test(subject.manifest.kind)) continue;
    const message = `metadata must have a name, got generateName '${String(generateName)}'`;
    yield { subject, at: ['metadata', 'generateName'], message };
  }
}

function* findSuspended(index: ObjectIndex): Iterable<Finding> {
  for (const subject of index.ofKind('Job')) {
    if (tree(subject.manifest['spec'])['suspend'] !== true) continue;
    yield { subject, at: ['spec', 'suspend'], message: 'a Job must run, got suspend: true' };
  }
}
