import { RPO_ANNOTATION } from '../../model/rpo-annotation';
import { longestGap } from '../views/schedule-gap';
import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { archives, Task } from './archives';
import { Store, stores } from './stores';

/** A database is backed up. */
export const backedUpStores: Rule = {
  id: 'recovery/backed-up-stores',
  title: 'Every database that has the only copy of its data is backed up',
  severity: 'error',
  why: 'A volume that is lost, a table that is dropped or a namespace that is deleted cannot be brought back. Replicas repeat every mistake.',
  cure: `add a CronJob that dumps it; if somebody else backs it up, say so in environment.yaml: provided: ['Backup <namespace>/<name>']; if all of it may be lost, annotate it with ${RPO_ANNOTATION}: none`,
  sources: ['D01', 'D02'],
  judge: findUnsavedStores,
};

function* findUnsavedStores(index: ObjectIndex): Iterable<Finding> {
  for (const { store, backups, elsewhere } of index.view(archives)) {
    if (elsewhere || isCopy(index, store) || backups.some(({ pod }) => pod.owner.manifest.kind !== 'Job')) continue;
    const { object: subject, engine, namespace } = store;
    const { kind, metadata } = subject.manifest;
    const got = backups.length > 0 ? 'one Job, which runs once' : 'none';
    yield {
      subject,
      message: `${engine.name} in ${kind} ${namespace}/${metadata.name} must have a backup that runs on a schedule, got ${got}`,
    };
  }
}

/** Whether a store only follows another one, which is dumped. */
function isCopy(index: ObjectIndex, { object, engine, namespace }: Store): boolean {
  const follows = /(?:^|-)(?:read|replicas?|secondary|standby|slave|follower|arbiter|hidden)$/;
  return (
    follows.test(object.manifest.metadata.name) &&
    index
      .view(stores)
      .some((other) => other.object !== object && other.engine === engine && other.namespace === namespace)
  );
}

/** A backup outlives its pod and its store. */
export const keptBackups: Rule = {
  id: 'recovery/kept-backups',
  title: 'A backup is put where it outlives its pod, and not onto the volume of its store',
  severity: 'error',
  why: 'A dump in the file system of a pod, or in an emptyDir, is gone when the pod ends; one beside the data is lost with it.',
  cure: 'upload it to a bucket, or write it to a claim of its own',
  sources: ['D09'],
  judge: findLostBackups,
};

/** Programs that carry a dump away, and pipes into a program that does. */
const CARRIERS =
  /\b(?:restic|rclone|s3cmd|s5cmd|aws\s+s3|s3api|mc\s+(?:cp|mirror|pipe)|gsutil|gcloud|azcopy|az\s+storage|borg|kopia|duplicity|rsync|scp|sftp|ssh|curl|wget|wal-g|pgbackrest|barman|pbm|minio-client|kubectl\s+cp|oci\s+os|b2)\b|s3:\/\/|\|\s*(?:psql|mongorestore|mysql|mariadb|nc)\b/;

function* findLostBackups(index: ObjectIndex): Iterable<Finding> {
  const told = new Set<object>();
  for (const { store, backups } of index.view(archives)) {
    const own = claimsOf(store.pod.owner.manifest, store.pod.spec.volumes);
    for (const task of backups) {
      const { pod, text } = task;
      if (told.has(pod.owner) || !store.engine.dump.test(text) || CARRIERS.test(text)) continue;
      const volumes = (pod.spec.volumes ?? []).filter((volume) => !isForgotten(volume));
      const outlasting = volumes.filter(({ persistentVolumeClaim: claim }) => !claim || !own(claim.claimName));
      if (outlasting.length > 0) continue;
      told.add(pod.owner);
      const got = volumes.length > 0 ? `the claim of ${store.object.manifest.metadata.name} itself` : forgotten(task);
      const { kind, metadata } = pod.owner.manifest;
      yield {
        subject: pod.owner,
        at: pod.at,
        message: `${kind} ${metadata.name} must put its dump where it outlives the pod, got ${got}`,
      };
    }
  }
}

type Volumes = Task['pod']['spec']['volumes'];

/** Whether nothing of a volume outlives its pod, or nothing can be written to it. */
function isForgotten(volume: NonNullable<Volumes>[number]): boolean {
  const sources = Object.keys(volume).filter((key) => key !== 'name');
  return sources.every((source) =>
    ['emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI', 'ephemeral', 'image'].includes(source),
  );
}

function forgotten({ pod }: Task): string {
  const names = (pod.spec.volumes ?? []).flatMap(({ name, emptyDir }) => (emptyDir ? [name] : []));
  return names.length > 0 ? `only the emptyDir ${names.join(', ')}` : 'only the file system of the pod';
}

/** Tells the claims of a store by their names. */
function claimsOf(manifest: Task['pod']['owner']['manifest'], volumes: Volumes): (claim: string) => boolean {
  const { volumeClaimTemplates = [] } = (manifest['spec'] ?? {}) as {
    volumeClaimTemplates?: readonly { readonly metadata?: { readonly name?: string } }[];
  };
  const named = new Set((volumes ?? []).flatMap((volume) => volume.persistentVolumeClaim?.claimName ?? []));
  const prefixes = volumeClaimTemplates.map(({ metadata }) => `${metadata?.name ?? ''}-${manifest.metadata.name}-`);
  return (claim) =>
    named.has(claim) || prefixes.some((prefix) => claim.startsWith(prefix) && /^\d+$/.test(claim.slice(prefix.length)));
}

/** A backup runs as often as was promised. */
export const punctualBackups: Rule = {
  id: 'recovery/punctual-backups',
  title: 'A backup runs so often that no more is lost than was promised',
  severity: 'error',
  why: 'What was written since the last good run began is lost: the time between two runs, the time to start and the time to run.',
  cure: 'run it more often, allow it less time, or promise less',
  sources: ['D01'],
  judge: findLateBackups,
};

interface CronJobSpec {
  readonly schedule?: string;
  readonly suspend?: boolean;
  readonly startingDeadlineSeconds?: number;
  readonly jobTemplate?: { readonly spec?: { readonly activeDeadlineSeconds?: number } };
}

function* findLateBackups(index: ObjectIndex): Iterable<Finding> {
  for (const { object, rpo } of index.view(stores)) {
    if (rpo === undefined || secondsOf(rpo) !== undefined) continue;
    const at = ['metadata', 'annotations', RPO_ANNOTATION];
    yield { subject: object, at, message: `${RPO_ANNOTATION} must be a duration like 1h, or none, got '${rpo}'` };
  }
  for (const { store, backups } of index.view(archives)) {
    const promised = secondsOf(store.rpo ?? '');
    const cronJobs = backups.map(({ pod }) => pod.owner).filter(({ manifest }) => manifest.kind === 'CronJob');
    const lost = cronJobs.map((object) => ({ object, seconds: lostBy(object.manifest['spec'] as CronJobSpec) }));
    for (const { object: subject } of lost.filter(({ object }) => isSuspended(object.manifest['spec']))) {
      const message = `backup ${subject.manifest.metadata.name} must run, got suspend: true`;
      yield { subject, at: ['spec', 'suspend'], message };
    }
    const known = lost.flatMap(({ seconds }) => seconds ?? []);
    const [first] = lost;
    if (promised === undefined || !first || known.length < lost.length || Math.min(...known) <= promised) continue;
    const message = `backup ${first.object.manifest.metadata.name} must lose at most ${store.rpo} of ${store.object.manifest.metadata.name}, got ${Math.min(...known)}s`;
    yield { subject: first.object, at: ['spec', 'schedule'], message };
  }
}

const isSuspended = (spec: unknown): boolean => (spec as CronJobSpec | undefined)?.suspend === true;

/** Most that is lost at worst, in seconds; undefined where the schedule says nothing of it. */
function lostBy({ schedule = '', startingDeadlineSeconds = 0, jobTemplate }: CronJobSpec): number | undefined {
  const gap = longestGap(schedule);
  return gap === undefined
    ? undefined
    : gap * 60 + startingDeadlineSeconds + (jobTemplate?.spec?.activeDeadlineSeconds ?? 0);
}

function secondsOf(duration: string): number | undefined {
  if (!/^(?:\d+[dhms])+$/.test(duration)) return undefined;
  const units = { d: 86_400, h: 3600, m: 60, s: 1 };
  return [...duration.matchAll(/(\d+)([dhms])/g)].reduce(
    (sum, [, digits, unit]) => sum + Number(digits) * units[unit as keyof typeof units],
    0,
  );
}
