import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { archives, tasks } from './archives';
import { engines } from '../views/engines';

/** What is backed up can be brought back. */
export const preparedRestores: Rule = {
  id: 'recovery/prepared-restores',
  title: 'What is backed up has a restore that is ready to be started',
  severity: 'warning',
  why: 'A restore that is first written when it is needed takes hours longer, and nobody knows whether the backup is good.',
  cure: 'add a suspended CronJob called <name>-restore that puts a backup back; start it by hand',
  sources: ['D10'],
  judge: findMissingRestores,
};

function* findMissingRestores(index: ObjectIndex): Iterable<Finding> {
  for (const { backups, restores, store } of index.view(archives)) {
    const [backup] = backups;
    if (!backup || restores.length > 0) continue;
    const { name } = store.object.manifest.metadata;
    const message = `backup ${backup.pod.owner.manifest.metadata.name} of ${name} must have a restore, got none`;
    yield { subject: backup.pod.owner, message };
  }
}

/** A restore starts by hand. */
export const waitingRestores: Rule = {
  id: 'recovery/waiting-restores',
  title: 'A restore does not start by itself',
  severity: 'error',
  why: 'It would put old data over new as soon as it is applied, and again with each sync.',
  cure: 'make it a CronJob with suspend: true, and start it with kubectl create job --from=cronjob/<name>',
  sources: ['D10', 'G09'],
  judge: findStartingRestores,
};

/** Tools whose work overwrites data, besides those of databases. */
const OTHER_TOOLS = /\b(?:restic\s+(?:\S+\s+)*restore|velero\s+restore|redis-cli)\b/;

function* findStartingRestores(index: ObjectIndex): Iterable<Finding> {
  for (const { pod, text, restores } of index.view(tasks)) {
    const { owner: subject } = pod;
    const { kind, metadata } = subject.manifest;
    const { suspend } = (subject.manifest['spec'] ?? {}) as { suspend?: boolean };
    // One that is tried out restores into a place of its own.
    if (!restores || suspend === true || /test|drill|verif|check|rehears/.test(metadata.name)) continue;
    if (kind !== 'CronJob' && kind !== 'Job') continue;
    if (!OTHER_TOOLS.test(text) && !engines.some(({ restore }) => restore.test(text))) continue;
    const at = suspend === undefined ? ['spec'] : ['spec', 'suspend'];
    const got = kind === 'Job' ? 'a Job that runs when it is applied' : 'a schedule that is not suspended';
    yield { subject, at, message: `restore ${metadata.name} must be started by hand, got ${got}` };
  }
}
