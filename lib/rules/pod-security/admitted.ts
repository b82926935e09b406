import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { podTemplates } from '../views/pods';
import { enforcedLevel } from './control';
import { restrictedControls } from './restricted';

/** The server lets in every pod that the bundle makes. */
export const admitted: Rule = {
  id: 'pod-security/admitted',
  title: 'Every pod is what its namespace lets in',
  severity: 'error',
  why:
    'The server takes the Deployment and refuses each of its pods: it stays at no replica, and only an event of its ' +
    'ReplicaSet says why.',
  cure: 'mend the pod, or move it to a namespace of another level',
  sources: ['L24', 'Kubernetes: Pod Security Standards'],
  judge: findRefused,
};

function* findRefused(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    if (enforcedLevel(index, pod) !== 'restricted') continue;
    const where = `namespace '${pod.namespace ?? ''}' enforces restricted: `;
    for (const { find, cure } of restrictedControls) {
      for (const { at, message } of find(pod)) yield { subject: pod.owner, at, message: where + message, cure };
    }
  }
}
