import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { grouped } from './grouped';
import { Host, hostsIn } from './hosts';
import { DEFAULT_NAMESPACE } from './network-policies';
import { containers, PlacedContainer, podTemplates, PodTemplate } from './pods';
import { tree } from './tree';
import { usages } from './usages';

/** A host in the configuration of pods, and where it stands. */
export interface Address extends Host {
  readonly subject: RenderedObject;
  readonly at: FieldPath;

  /** Namespace that a short name is looked up in. */
  readonly namespace: string | undefined;

  /** Pods that read it. */
  readonly readers: readonly PodTemplate[];
}

/** Every host in variables, commands and ConfigMaps, whoever reads these, in the order of the objects. */
export const addresses: View<readonly Address[]> = (index) => [
  ...index.view(containers).flatMap(inContainer),
  ...inConfigMaps(index),
];

function inContainer({ pod, at, container: { env = [], command = [], args = [] } }: PlacedContainer): Address[] {
  const { owner: subject, namespace } = pod;
  const texts = [
    ...env.map(({ value }, position) => ({ text: value, at: [...at, 'env', position, 'value'] })),
    ...command.map((text, position) => ({ text, at: [...at, 'command', position] })),
    ...args.map((text, position) => ({ text, at: [...at, 'args', position] })),
  ];
  return texts.flatMap(({ text, at: place }) =>
    typeof text === 'string'
      ? hostsIn(text).map((host) => ({ ...host, subject, at: place, namespace, readers: [pod] }))
      : [],
  );
}

function inConfigMaps(index: ObjectIndex): Address[] {
  const readers = index.view(readersOfConfigMaps);
  return index.ofKind('ConfigMap').flatMap((subject) => {
    const { name, namespace } = subject.manifest.metadata;
    const all = readers.get(idOf(namespace, name)) ?? [];
    return Object.entries(tree(subject.manifest['data'])).flatMap(([key, text]) => {
      const found = typeof text === 'string' ? hostsIn(text) : [];
      if (found.length === 0) return [];
      const own = all.filter((reader) => reader.key === undefined || reader.key === key).map(({ pod }) => pod);
      return found.map((host) => ({ ...host, subject, at: ['data', key], namespace, readers: [...new Set(own)] }));
    });
  });
}

interface Reader {
  readonly configMap: string;
  readonly pod: PodTemplate;

  /** Undefined: all keys. */
  readonly key: string | undefined;
}

const readersOfConfigMaps: View<ReadonlyMap<string, readonly Reader[]>> = (index) => {
  const pods = new Map(index.view(podTemplates).map((pod) => [pod.owner, pod]));
  const readers = index.view(usages).flatMap(({ kind, namespace, name, key, subject }): Reader[] => {
    const pod = kind === 'ConfigMap' ? pods.get(subject) : undefined;
    return pod === undefined ? [] : [{ configMap: idOf(namespace, name), pod, key }];
  });
  return grouped(readers, ({ configMap }) => configMap);
};

function idOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? DEFAULT_NAMESPACE}/${name}`;
}
