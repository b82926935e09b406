import { didYouMean } from '../../model/closest';
import { ObjectIndex } from '../object-index';
import { FieldPath, Finding, Rule } from '../rule';
import { Maker, makersOf } from '../views/makers';
import { containersOf, podTemplates, PodTemplate } from '../views/pods';
import { Usage, usages } from '../views/usages';

/** Every key of a ConfigMap or Secret that is read is there. */
export const keyExists: Rule = {
  id: 'references/key-exists',
  title: 'A key that is read exists',
  severity: 'error',
  why: 'The container never starts; a file that is mounted by itself becomes an empty folder.',
  cure: 'add the key, mend its name, or say `optional: true`',
  sources: ['Y27', 'class a', 'class f'],
  judge: findMissingKeys,
};

function* findMissingKeys(index: ObjectIndex): Iterable<Finding> {
  for (const usage of index.view(usages)) {
    if (usage.key === undefined || usage.optional) continue;
    const known = keysOf(index, usage);
    if (known === undefined || known.has(usage.key)) continue;
    const at = usage.at.at(-1) === 'name' ? [...usage.at.slice(0, -1), 'key'] : usage.at;
    yield { subject: usage.subject, at, ...describe(usage.key, usage, known) };
  }
  for (const pod of index.view(podTemplates)) yield* findMissingFiles(index, pod);
}

/** Files that are mounted one by one, by the path of a key in a volume that lists no keys. */
function* findMissingFiles(index: ObjectIndex, pod: PodTemplate): Iterable<Finding> {
  const volumes = new Map((pod.spec.volumes ?? []).map((volume) => [volume.name, volume]));
  for (const placed of containersOf(pod)) {
    for (const [i, { name, subPath }] of (placed.container.volumeMounts ?? []).entries()) {
      const { configMap, secret } = volumes.get(name) ?? {};
      const source = configMap ?? secret;
      const target = configMap?.name ?? secret?.secretName;
      if (subPath === undefined || target === undefined || source?.items !== undefined || source?.optional) continue;
      const wanted = { kind: configMap ? 'ConfigMap' : 'Secret', namespace: pod.namespace, name: target };
      const known = keysOf(index, wanted);
      if (known === undefined || known.has(subPath)) continue;
      const at: FieldPath = [...placed.at, 'volumeMounts', i, 'subPath'];
      yield { subject: pod.owner, at, ...describe(subPath, wanted, known) };
    }
  }
}

/** Keys of all that make it together; undefined where there is nothing, or where one is not known. */
function keysOf(
  index: ObjectIndex,
  { kind, namespace, name }: Pick<Usage, 'kind' | 'namespace' | 'name'>,
): ReadonlySet<string> | undefined {
  if (kind !== 'ConfigMap' && kind !== 'Secret') return undefined;
  const made: readonly Maker[] = makersOf(index, kind, namespace, name);
  if (made.length === 0 || made.some(({ keys }) => keys === undefined)) return undefined;
  return new Set(made.flatMap(({ keys }) => [...(keys ?? [])]));
}

function describe(
  key: string,
  { kind, name }: Pick<Usage, 'kind' | 'name'>,
  known: ReadonlySet<string>,
): Pick<Finding, 'message' | 'cure'> {
  const keys = [...known].sort();
  const message = `key '${key}' of ${kind} ${name} must exist, got ${keys.length === 0 ? 'no keys' : shorten(keys)}`;
  const suggestion = didYouMean(key, keys);
  return suggestion === undefined ? { message } : { message, cure: suggestion };
}

function shorten(keys: readonly string[]): string {
  return keys.length > 6 ? `${keys.slice(0, 6).join(', ')} and ${keys.length - 6} more` : keys.join(', ');
}
