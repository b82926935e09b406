import { ObjectIndex } from '../object-index';
import { FieldPath, Finding, Rule } from '../rule';
import { resourcesOf } from '../views/container-resources';
import { containers, PlacedContainer, podTemplates } from '../views/pods';

/** The field where there is one, the container where there is none. */
function nearest({ at, container }: PlacedContainer): FieldPath {
  return container.resources === undefined ? at : [...at, 'resources'];
}

/** The scheduler knows what a container needs. */
export const requests: Rule = {
  id: 'pod-security/requests',
  title: 'Every container asks for the CPU and memory that it needs',
  severity: 'warning',
  why: 'The scheduler takes it for nothing and fills the node; it is the first to be starved or evicted, and no HPA can read it.',
  cure: 'set resources.requests.cpu and .memory, or a LimitRange with defaults',
  sources: ['L40'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const placed of index.view(containers)) {
      const got = resourcesOf(index, placed).requests;
      const missing = ['cpu', 'memory'].filter((name) => got[name] === undefined);
      if (missing.length === 0) continue;
      const message = `container '${placed.container.name}' must request ${missing.join(' and ')}, got none`;
      yield { subject: placed.pod.owner, at: nearest(placed), message };
    }
  },
};

/** A leak kills its own container. */
export const memoryLimits: Rule = {
  id: 'pod-security/memory-limits',
  title: 'Every container has a limit of memory',
  severity: 'warning',
  why: 'A leak takes the memory of the node, and the kernel ends whatever it likes, other pods, too.',
  cure: 'set resources.limits.memory, or a LimitRange with defaults',
  sources: ['L41'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const placed of index.view(containers)) {
      if (resourcesOf(index, placed).limits.memory !== undefined) continue;
      const message = `container '${placed.container.name}' must have a limit of memory, got none`;
      yield { subject: placed.pod.owner, at: nearest(placed), message };
    }
  },
};

/** Scratch files fill no node. */
export const sizedScratch: Rule = {
  id: 'pod-security/sized-scratch',
  title: 'Every emptyDir has a size',
  severity: 'warning',
  why: 'It takes the disk of the node until the kubelet evicts pods, or, in memory, counts against the limit of the pod.',
  cure: 'set sizeLimit',
  sources: ['L43'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { owner, at, spec } of index.view(podTemplates)) {
      for (const [position, { name, emptyDir }] of (spec.volumes ?? []).entries()) {
        if (emptyDir === undefined || emptyDir.sizeLimit !== undefined) continue;
        const message = `volume '${name}' must have a sizeLimit, got none`;
        yield { subject: owner, at: [...at, 'volumes', position, 'emptyDir'], message };
      }
    }
  },
};
