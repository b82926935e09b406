import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { containersOf, PodTemplate, podTemplates } from '../views/pods';

/** No list has two items with one key. */
export const uniqueMergeKeys: Rule = {
  id: 'argo-cd/unique-merge-keys',
  title: 'No list has two items with the key by which they are merged',
  severity: 'error',
  why: 'A patch merges such lists by this key: one of the two is lost, or the server refuses the object.',
  cure: 'remove one of the two, or give it a key of its own',
  sources: ['G25'],
  judge: findTwins,
};

interface Key {
  readonly at: FieldPath;
  readonly what: string;
  readonly key: string;
}

function* findTwins(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    for (const list of listsOf(pod)) yield* findRepeated(pod.owner, list);
  }
  for (const service of index.ofKind('Service')) {
    const { ports = [] } = (service.manifest['spec'] ?? {}) as {
      ports?: readonly { port: number; protocol?: string }[];
    };
    yield* findRepeated(
      service,
      ports.map(({ port, protocol = 'TCP' }, i) => ({
        at: ['spec', 'ports', i],
        what: 'port',
        key: `${port}/${protocol}`,
      })),
    );
  }
}

function listsOf(pod: PodTemplate): Key[][] {
  const { at, spec } = pod;
  const containers = containersOf(pod);
  return [
    containers.map((placed) => ({ at: placed.at, what: 'container', key: placed.container.name })),
    (spec.volumes ?? []).map(({ name }, i) => ({ at: [...at, 'volumes', i], what: 'volume', key: name })),
    ...containers.flatMap(({ at: place, container: { name, ports = [], volumeMounts = [] } }) => [
      ports.map(({ containerPort, protocol = 'TCP' }, i) => ({
        at: [...place, 'ports', i],
        what: `port of ${name}`,
        key: `${containerPort}/${protocol}`,
      })),
      volumeMounts.map(({ mountPath }, i) => ({
        at: [...place, 'volumeMounts', i],
        what: `mount of ${name}`,
        key: mountPath,
      })),
    ]),
  ];
}

function* findRepeated(subject: RenderedObject, list: readonly Key[]): Iterable<Finding> {
  const seen = new Set<string>();
  for (const { at, what, key } of list) {
    if (seen.has(key)) yield { subject, at, message: `${what} must stand once, got ${key} twice` };
    seen.add(key);
  }
}
