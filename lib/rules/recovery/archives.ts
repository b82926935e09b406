import { ObjectIndex, View } from '../object-index';
import { Container } from '../views/pod-spec';
import { containersOf, PodTemplate, podTemplates } from '../views/pods';
import { engines } from '../views/engines';
import { Store, stores } from './stores';
import { DEFAULT_NAMESPACE } from '../views/network-policies';

/** A pod that runs and ends, and everything that can be read of what it runs. */
export interface Task {
  readonly pod: PodTemplate;
  readonly namespace: string;

  /** Commands, arguments, variables and scripts from ConfigMaps, without comments. */
  readonly text: string;

  /** Whether it is called a backup, or runs a tool that makes one. */
  readonly dumps: boolean;

  /** Whether it is called a restore. */
  readonly restores: boolean;
}

/** Every Job, CronJob and Pod, and every server that is no store and dumps. */
export const tasks: View<readonly Task[]> = (index) => {
  const owners = new Set(index.view(stores).map(({ object }) => object));
  return index.view(podTemplates).flatMap((pod): Task[] => {
    if (owners.has(pod.owner)) return [];
    const text = textOf(index, pod);
    const names = [pod.owner.manifest.metadata.name, ...imagesOf(pod)].join(' ');
    const restores = /(?:^|[-_/])restore(?:$|[-_:\s])/.test(names);
    const tool = engines.some(({ dump }) => dump.test(text));
    return [
      {
        pod,
        namespace: pod.namespace ?? DEFAULT_NAMESPACE,
        text,
        dumps: !restores && (tool || /backup|dump|snapshot/.test(names)),
        restores,
      },
    ];
  });
};

const imagesOf = (pod: PodTemplate) => containersOf(pod).map(({ container }) => container.image ?? '');

/** Everything that can be read of what a pod runs. */
function textOf(index: ObjectIndex, pod: PodTemplate): string {
  const volumes = (pod.spec.volumes ?? []).flatMap(({ configMap, projected }) => [
    configMap?.name,
    ...(projected?.sources ?? []).map((source) => source.configMap?.name),
  ]);
  const scripts = volumes.flatMap((name) => dataOf(index, pod.namespace, name));
  const text = [...containersOf(pod).map(({ container }) => linesOf(index, pod, container)), ...scripts].join('\n');
  return text.replace(/^\s*#.*$/gm, '');
}

function linesOf(index: ObjectIndex, pod: PodTemplate, container: Container): string {
  const { command = [], args = [], env = [], envFrom = [] } = container;
  return [
    [...command, ...args].join(' '),
    ...env.map(({ name, value = '' }) => `${name}=${value}`),
    ...envFrom.flatMap(({ configMapRef }) => dataOf(index, pod.namespace, configMapRef?.name)),
  ].join('\n');
}

function dataOf(index: ObjectIndex, namespace: string | undefined, name: string | undefined): string[] {
  if (name === undefined) return [];
  const data = index.find('ConfigMap', namespace, name)?.manifest['data'];
  return Object.entries((data ?? {}) as Readonly<Record<string, unknown>>).map(
    ([key, text]) => `${key}=${String(text)}`,
  );
}

/** What is kept of each store, and how it comes back. */
export interface Archive {
  readonly store: Store;
  readonly backups: readonly Task[];
  readonly restores: readonly Task[];

  /** Whether something that is not in the bundle, or that has a language of its own, backs it up. */
  readonly elsewhere: boolean;
}

/** Every store with its backups and restores. */
export const archives: View<readonly Archive[]> = (index) => {
  const all = index.view(stores);
  const dumps = index.view(tasks).filter((task) => task.dumps);
  const restores = index.view(tasks).filter((task) => task.restores);
  return all.map((store) => {
    const others = all.filter((other) => other !== store).flatMap(({ names }) => names);
    const isOf = (task: Task) => isAbout(task, store, others);
    return {
      store,
      backups: dumps.filter(isOf),
      restores: restores.filter(isOf),
      elsewhere: isBackedUpElsewhere(index, store),
    };
  });
};

/** Whether a task names a store, or can mean no other. */
function isAbout({ text, namespace, pod }: Task, store: Store, others: readonly string[]): boolean {
  const said = `${pod.owner.manifest.metadata.name}\n${text}`;
  const isNear = namespace === store.namespace;
  if (!isNear && !said.includes(`.${store.namespace}`)) return false;
  const names = store.names.some((name) =>
    isNear ? hasWord(said, name) : said.includes(`${name}.${store.namespace}`) || hasHost(said, name, store.namespace),
  );
  if (names) return true;
  const tool = store.engine.dump.test(text) || store.engine.restore.test(text);
  return isNear && tool && !others.some((name) => hasWord(said, name));
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a name stands in a text, also as the start of a longer one: `postgres` in `postgres-backup`. */
const hasWord = (text: string, name: string): boolean =>
  new RegExp(`(?<![a-z0-9])${escape(name)}(?![a-z0-9])`).test(text);

const hasHost = (text: string, name: string, namespace: string): boolean =>
  new RegExp(`(?<![a-z0-9-])${escape(name)}(?:-\\d+)?\\.(?:[a-z0-9-]+\\.)?${escape(namespace)}(?![a-z0-9-])`).test(
    text,
  );

/** Kinds of programs that back up whole namespaces or volumes. */
const BACKUP_KINDS = [
  'BackupConfiguration',
  'BackupPlan',
  'RecurringJob',
  'ReplicationSource',
  'Schedule',
  'ScheduledBackup',
  'SnapshotSchedule',
] as const;

function isBackedUpElsewhere(index: ObjectIndex, { object, pod, namespace }: Store): boolean {
  const { name } = object.manifest.metadata;
  const provided = [`Backup ${namespace}/${name}`, `Backup ${namespace}/*`, 'Backup *'];
  return (
    (index.facts.provided ?? []).some((line) => provided.includes(line)) ||
    Object.keys(pod.annotations).some((key) => key.startsWith('backup.velero.io/') || key.includes('k8up.io/')) ||
    index.ofKind(...BACKUP_KINDS).some(({ manifest }) => {
      const own = manifest.metadata.namespace ?? DEFAULT_NAMESPACE;
      return own === namespace || /^(?:velero|longhorn)\./.test(manifest.apiVersion);
    })
  );
}
