import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { archives } from './archives';
import { Store, stores } from './stores';

/** Old backups go. */
export const expiringBackups: Rule = {
  id: 'recovery/expiring-backups',
  title: 'A backup says how long it is kept',
  severity: 'warning',
  why: 'Backups that nobody deletes fill the place where they are, and then there are none. Data that had to be deleted is still there.',
  cure: 'delete what is too old after each run: restic forget --prune, find -mtime -delete; waive this if the bucket has a lifecycle',
  sources: ['D02'],
  judge: findEndlessBackups,
};

const EXPIRY =
  /forget|keep[-_]|retention|\bretain|\bexpir|lifecycle|prune|-mtime|-mmin|\bdelete\b|\brm\s+-|--min-age|\bremove|\bolder/i;

function* findEndlessBackups(index: ObjectIndex): Iterable<Finding> {
  const told = new Set<object>();
  for (const { store, backups } of index.view(archives)) {
    for (const { pod, text } of backups) {
      if (told.has(pod.owner) || !store.engine.dump.test(text) || EXPIRY.test(text)) continue;
      told.add(pod.owner);
      const message = `backup ${pod.owner.manifest.metadata.name} must say how long it is kept, got nothing of it in what it runs`;
      yield { subject: pod.owner, at: pod.at, message };
    }
  }
}

/** The volumes of a database outlive its objects. */
export const lastingVolumes: Rule = {
  id: 'recovery/lasting-volumes',
  title: 'The volume of a database outlives its claim, and the claim its StatefulSet',
  severity: 'warning',
  why: 'A claim that is deleted by mistake, or with its namespace, takes the data with it.',
  cure: 'use a StorageClass with reclaimPolicy: Retain, and keep persistentVolumeClaimRetentionPolicy at Retain',
  sources: ['D12'],
  judge: findVanishingVolumes,
};

interface StatefulSetSpec {
  readonly persistentVolumeClaimRetentionPolicy?: { readonly whenDeleted?: string };
  readonly volumeClaimTemplates?: readonly { readonly spec?: { readonly storageClassName?: string } }[];
}

function* findVanishingVolumes(index: ObjectIndex): Iterable<Finding> {
  for (const { object, pod, namespace } of index.view(stores)) {
    const { kind, metadata } = object.manifest;
    const spec = (object.manifest['spec'] ?? {}) as StatefulSetSpec;
    if (spec.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete') {
      const at = ['spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted'];
      yield {
        subject: object,
        at,
        message: `claims of ${kind} ${metadata.name} must outlive it, got whenDeleted: Delete`,
      };
    }
    for (const [i, template] of (spec.volumeClaimTemplates ?? []).entries()) {
      const at = ['spec', 'volumeClaimTemplates', i, 'spec', 'storageClassName'];
      yield* judgeClass(index, object, at, template.spec?.storageClassName);
    }
    for (const [i, volume] of (pod.spec.volumes ?? []).entries()) {
      const claim = volume.persistentVolumeClaim?.claimName;
      const found = claim === undefined ? undefined : index.find('PersistentVolumeClaim', namespace, claim);
      const { storageClassName } = (found?.manifest['spec'] ?? {}) as { storageClassName?: string };
      yield* judgeClass(index, object, [...pod.at, 'volumes', i], storageClassName);
    }
  }
}

function* judgeClass(
  index: ObjectIndex,
  subject: Store['object'],
  at: readonly (string | number)[],
  name: string | undefined,
): Iterable<Finding> {
  const storageClass = name === undefined ? undefined : index.view(storageClasses).get(name);
  const policy = storageClass && (storageClass.manifest['reclaimPolicy'] ?? 'Delete');
  if (policy !== 'Delete') return;
  const { kind, metadata } = subject.manifest;
  const message = `volumes of ${kind} ${metadata.name} must outlive their claims, got StorageClass ${name} with reclaimPolicy Delete`;
  yield { subject, at, message };
}

const storageClasses: View<ReadonlyMap<string, RenderedObject>> = (index) =>
  new Map(index.ofKind('StorageClass').map((object) => [object.manifest.metadata.name, object]));
