import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { exclusiveClaims } from '../views/claims';
import { rollout, Workload, workloads } from '../views/scale';
import { treeAt } from '../views/tree';

/** A volume for one node has one pod. */
export const claimOfOne: Rule = {
  id: 'availability/claim-of-one',
  title: 'A ReadWriteOnce claim has one pod',
  severity: 'error',
  why: 'The pods that come to another node wait for the volume for ever: Multi-Attach error.',
  cure: 'make it a StatefulSet with claim templates, or a claim with ReadWriteMany',
  sources: ['V14', 'class i'],
  judge: findShared,
};

/** The old pod lets its volume go before the new one comes. */
export const claimRollout: Rule = {
  id: 'availability/claim-rollout',
  title: 'An update of a pod with a ReadWriteOnce claim stops the old pod first',
  severity: 'warning',
  why: 'The new pod may come to another node and waits there for a volume that the old one holds until it is ready.',
  cure: 'set `strategy: {type: Recreate}`',
  sources: ['V14', 'class i'],
  judge: findStuckRollouts,
};

function* findShared(index: ObjectIndex): Iterable<Finding> {
  const holders = new Map<string, Workload>();
  for (const workload of index.view(workloads)) {
    const { object: subject, pod, max } = workload;
    for (const { name, volume } of exclusiveClaims(index, pod)) {
      const at = [...pod.at, 'volumes', volume, 'persistentVolumeClaim', 'claimName'];
      const id = `${pod.namespace ?? ''}/${name}`;
      const holder = holders.get(id);
      holders.set(id, workload);
      if (max > 1) yield { subject, at, message: `ReadWriteOnce claim ${name} must have one pod, got up to ${max}` };
      else if (holder !== undefined && !staysNear(workload) && !staysNear(holder)) {
        const { kind, metadata } = holder.object.manifest;
        const message = `ReadWriteOnce claim ${name} must have one pod, got also those of ${kind} ${metadata.name}`;
        yield { subject, at, message };
      }
    }
  }
}

/** Whether a pod asks for the node of another one. */
function staysNear({ pod: { spec } }: Workload): boolean {
  return Object.keys(treeAt(spec.affinity, 'podAffinity')).length > 0 || 'nodeName' in spec || 'nodeSelector' in spec;
}

function* findStuckRollouts(index: ObjectIndex): Iterable<Finding> {
  for (const workload of index.view(workloads)) {
    const { object: subject, pod, max } = workload;
    const [claim] = exclusiveClaims(index, pod);
    const surge = rollout(workload)?.surge ?? 0;
    if (claim === undefined || max !== 1 || surge === 0) continue;
    const message = `an update must stop the pod that holds ReadWriteOnce claim ${claim.name} first, got maxSurge ${surge}`;
    yield { subject, at: ['spec', 'strategy'], message };
  }
}
