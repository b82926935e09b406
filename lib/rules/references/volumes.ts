import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { claimTemplates } from '../views/claims';
import { containersOf, podTemplates } from '../views/pods';
import { text, trees } from '../views/tree';

/** Everything that is mounted is a volume of the pod. */
export const mountDeclared: Rule = {
  id: 'references/mount-declared',
  title: 'What is mounted is a volume of the pod',
  severity: 'error',
  why: 'The server refuses the pod.',
  cure: 'add the volume, or mend the name of the mount',
  sources: ['Y27', 'class k'],
  judge: findLooseMounts,
};

/** Every volume of a pod is mounted. */
export const volumeMounted: Rule = {
  id: 'references/volume-mounted',
  title: 'A volume of a pod is mounted',
  severity: 'warning',
  why: 'Somebody meant it to be somewhere: the container writes to a file system that is read-only, or reads defaults.',
  cure: 'mount it, or remove it',
  sources: ['Y27', 'class k'],
  judge: findIdleVolumes,
};

function* findLooseMounts(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    const declared = new Set([...(pod.spec.volumes ?? []).map(({ name }) => name), ...claimTemplates(pod)]);
    for (const { container, at } of containersOf(pod)) {
      for (const list of ['volumeMounts', 'volumeDevices']) {
        for (const [i, mount] of trees(container[list]).entries()) {
          const name = text(mount['name']) ?? '';
          if (declared.has(name)) continue;
          const all = [...declared].sort().join(', ') || 'none';
          const message = `volume '${name}' that ${container.name} mounts must be declared, got ${all}`;
          yield { subject: pod.owner, at: [...at, list, i, 'name'], message };
        }
      }
    }
  }
}

function* findIdleVolumes(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    const mounted = new Set(
      containersOf(pod).flatMap(({ container }) => [
        ...(container.volumeMounts ?? []).map(({ name }) => name),
        ...trees(container['volumeDevices']).map(({ name }) => name),
      ]),
    );
    for (const [i, { name }] of (pod.spec.volumes ?? []).entries()) {
      if (mounted.has(name)) continue;
      const message = `volume '${name}' must be mounted by a container, got no mount`;
      yield { subject: pod.owner, at: [...pod.at, 'volumes', i, 'name'], message };
    }
  }
}
