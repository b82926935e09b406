import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { PlacedContainer } from './pods';

/** A text that a container is given, and where it is written: in its own object or in a ConfigMap. */
export interface Setting {
  /** Name of the variable, or of the file in its folder. */
  readonly name: string;
  readonly value: string;
  readonly subject: RenderedObject;
  readonly at: FieldPath;
}

/** Of containers that were looked at: rules of several families ask for the same. */
const variablesSeen: View<WeakMap<PlacedContainer, readonly Setting[]>> = () => new WeakMap();
const filesSeen: View<WeakMap<PlacedContainer, readonly Setting[]>> = () => new WeakMap();

function remembered(
  seen: WeakMap<PlacedContainer, readonly Setting[]>,
  placed: PlacedContainer,
  read: () => readonly Setting[],
): readonly Setting[] {
  const known = seen.get(placed) ?? read();
  seen.set(placed, known);
  return known;
}

/** Environment variables of a container whose values are written in the bundle; later ones of a name win. */
export function variablesOf(index: ObjectIndex, placed: PlacedContainer): readonly Setting[] {
  return remembered(index.view(variablesSeen), placed, () => readVariables(index, placed));
}

/** Files of a container that are keys of a ConfigMap. */
export function filesOf(index: ObjectIndex, placed: PlacedContainer): readonly Setting[] {
  return remembered(index.view(filesSeen), placed, () => readFiles(index, placed));
}

function readVariables(index: ObjectIndex, { pod, at, container }: PlacedContainer): Setting[] {
  const found = new Map<string, Setting>();
  for (const { prefix = '', configMapRef } of container.envFrom ?? []) {
    for (const setting of keysOf(index, pod.namespace, configMapRef?.name)) {
      found.set(prefix + setting.name, { ...setting, name: prefix + setting.name });
    }
  }
  for (const [position, { name, value, valueFrom }] of (container.env ?? []).entries()) {
    const { name: source, key } = valueFrom?.configMapKeyRef ?? {};
    const referred = keysOf(index, pod.namespace, source).find((setting) => setting.name === key);
    const own = { name, subject: pod.owner, at: [...at, 'env', position, 'value'] };
    if (typeof value === 'string') found.set(name, { ...own, value });
    else if (referred) found.set(name, { ...referred, name });
    else found.delete(name);
  }
  return [...found.values()];
}

function readFiles(index: ObjectIndex, { pod, container }: PlacedContainer): Setting[] {
  const mounted = new Set((container.volumeMounts ?? []).map(({ name }) => name));
  return (pod.spec.volumes ?? [])
    .filter(({ name }) => mounted.has(name))
    .flatMap(({ configMap, projected }) => [configMap, ...(projected?.sources ?? []).map((source) => source.configMap)])
    .flatMap((source) => keysOf(index, pod.namespace, source?.name));
}

/** Words of a container's command and arguments. */
export function wordsOf({ pod, at, container }: PlacedContainer): Setting[] {
  return (['command', 'args'] as const).flatMap((list) =>
    (container[list] ?? []).map((value, position) => {
      return { name: list, value: String(value), subject: pod.owner, at: [...at, list, position] };
    }),
  );
}

function keysOf(index: ObjectIndex, namespace: string | undefined, name: string | undefined): Setting[] {
  const subject = name === undefined ? undefined : index.find('ConfigMap', namespace, name);
  if (subject === undefined) return [];
  return Object.entries((subject.manifest.data ?? {}) as Readonly<Record<string, string>>)
    .filter(([, value]) => typeof value === 'string')
    .map(([key, value]) => ({ name: key, value, subject, at: ['data', key] }));
}
