import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { containersOf, PodTemplate, podTemplates } from '../views/pods';

/** Kinds whose pods go on running when a ConfigMap changes. */
const SERVERS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Pods that read a ConfigMap once are replaced when it changes. */
export const rollingConfiguration: Rule = {
  id: 'argo-cd/rolling-configuration',
  title: 'Pods that can read a ConfigMap only once are replaced when it changes',
  severity: 'warning',
  why: 'Variables and files mounted by subPath never change in a pod that runs: Argo CD is green, and the pods go on with what was.',
  cure: 'annotate the pod template with a checksum of the ConfigMap, or let its name carry one',
  sources: ['V43'],
  judge: findStaleReaders,
};

function* findStaleReaders(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    if (!SERVERS.has(pod.owner.manifest.kind) || isRolled(pod)) continue;
    const told = new Set<string>();
    for (const { name, at } of readOnce(pod)) {
      const configMap = index.find('ConfigMap', pod.namespace, name);
      if (told.has(name) || configMap === undefined || isFixed(configMap)) continue;
      told.add(name);
      yield {
        subject: pod.owner,
        at,
        message: `pods that read ConfigMap ${name} at their start must change with it, got no checksum among their annotations`,
      };
    }
  }
}

/** Whether a checksum is among the annotations of the pods, or a controller is told to restart them. */
function isRolled({ annotations, owner }: PodTemplate): boolean {
  const names = [...Object.keys(annotations), ...Object.keys(owner.manifest.metadata.annotations ?? {})];
  return (
    Object.keys(annotations).some((name) => /checksum|hash|sha|digest|revision|version|rollme|timestamp/i.test(name)) ||
    names.some((name) => /reloader\.|configmap-reload|wave\.pusher\.com/.test(name))
  );
}

/** Whether a ConfigMap never changes: by its own word, or because its name is made from its content. */
function isFixed({ manifest }: RenderedObject): boolean {
  return manifest['immutable'] === true || /-(?=[a-z]*\d)[a-z0-9]{8,}$/.test(manifest.metadata.name);
}

/** ConfigMaps whose change a running pod cannot see, and where it names them. */
function* readOnce(pod: PodTemplate): Iterable<{ name: string; at: FieldPath }> {
  const volumes = new Map((pod.spec.volumes ?? []).map(({ name, configMap }) => [name, configMap?.name]));
  for (const { at, container } of containersOf(pod)) {
    const { env = [], envFrom = [], volumeMounts = [] } = container;
    for (const [i, { valueFrom }] of env.entries()) {
      const name = valueFrom?.configMapKeyRef?.name;
      if (name !== undefined) yield { name, at: [...at, 'env', i] };
    }
    for (const [i, { configMapRef }] of envFrom.entries()) {
      if (configMapRef?.name !== undefined) yield { name: configMapRef.name, at: [...at, 'envFrom', i] };
    }
    for (const [i, { name: volume, subPath }] of volumeMounts.entries()) {
      const name = volumes.get(volume);
      if (subPath !== undefined && name !== undefined) yield { name, at: [...at, 'volumeMounts', i] };
    }
  }
}
