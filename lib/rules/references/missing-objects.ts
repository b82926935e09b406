import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { exists } from '../views/existence';
import { Usage, usages } from '../views/usages';

/** Fields that name objects of some kinds name ones that exist; each pair of reader and name is said once. */
function findMissing(kinds: readonly string[]) {
  return function* (index: ObjectIndex): Iterable<Finding> {
    const said = new Set<string>();
    for (const usage of index.view(usages)) {
      const { subject, kind, name, namespace, at, optional } = usage;
      if (optional || !kinds.includes(kind) || exists(index, usage)) continue;
      const id = `${subject.path} ${subject.document ?? ''} ${kind} ${name}`;
      if (said.has(id)) continue;
      said.add(id);
      yield { subject, at, message: `${kind} '${name}' must exist, got none ${placeOf(usage, namespace)}` };
    }
  };
}

function placeOf({ subject }: Usage, namespace: string | undefined): string {
  if (namespace !== undefined) return `in namespace ${namespace}`;
  return subject.manifest.metadata.namespace === undefined ? 'in the bundle' : 'in the cluster';
}

const PROVIDED = 'or, where somebody else makes it, name it under `provided` in environment.yaml';

/** Every ConfigMap that pods read is there. */
export const configExists: Rule = {
  id: 'references/config-exists',
  title: 'A ConfigMap that is read exists',
  severity: 'error',
  why: 'The pod waits in ContainerCreating or CreateContainerConfigError until somebody makes it.',
  cure: `add it or mend the name, ${PROVIDED}`,
  sources: ['Y27', 'L63', 'class f'],
  judge: findMissing(['ConfigMap']),
};

/** Every Secret that is read is there, or something makes it. */
export const secretExists: Rule = {
  id: 'references/secret-exists',
  title: 'A Secret that is read exists, or something makes it',
  severity: 'error',
  why: 'The pod waits in ContainerCreating or CreateContainerConfigError; an Ingress serves a certificate of nobody.',
  cure: `add what makes it (ExternalSecret, Certificate), mend the name, ${PROVIDED}`,
  sources: ['Y27', 'class f', 'External Secrets: ExternalSecret', 'cert-manager: Certificate'],
  judge: findMissing(['Secret']),
};

/** Every ServiceAccount of a pod or of a binding is there. */
export const serviceAccountExists: Rule = {
  id: 'references/service-account-exists',
  title: 'A ServiceAccount that is named exists',
  severity: 'error',
  why: 'The server refuses the pods of a workload whose account is missing; a binding to one grants nothing.',
  cure: `add it or mend the name, ${PROVIDED}`,
  sources: ['L26', 'Y27', 'kube-linter: non-existent-service-account'],
  judge: findMissing(['ServiceAccount']),
};

/** Every claim that a pod mounts is there. */
export const claimExists: Rule = {
  id: 'references/claim-exists',
  title: 'A PersistentVolumeClaim that is mounted exists',
  severity: 'error',
  why: 'The pod stays Pending until somebody makes it.',
  cure: `add it or mend the name, ${PROVIDED}`,
  sources: ['Y27', 'class f'],
  judge: findMissing(['PersistentVolumeClaim']),
};

/** Every role of a binding is there. */
export const roleExists: Rule = {
  id: 'references/role-exists',
  title: 'A role that is bound exists',
  severity: 'error',
  why: 'The binding grants nothing, and the program is refused by the API server when it runs.',
  cure: `add it or mend the name, ${PROVIDED}`,
  sources: ['Y27', 'L63', 'kube-linter: dangling role bindings'],
  judge: findMissing(['Role', 'ClusterRole']),
};

/** Every workload that an autoscaler scales is there. */
export const scaleTargetExists: Rule = {
  id: 'references/scale-target-exists',
  title: 'What an autoscaler scales exists',
  severity: 'error',
  why: 'It never scales anything and says FailedGetScale for ever.',
  cure: 'mend kind and name of scaleTargetRef',
  sources: ['L49', 'L63', 'kube-linter: dangling-horizontalpodautoscaler'],
  judge: findMissing(['Deployment', 'StatefulSet', 'ReplicaSet']),
};

/** Every class, issuer and store of the cluster is there. */
export const classExists: Rule = {
  id: 'references/class-exists',
  title: 'A class, issuer or store that is named exists, or is known to be there',
  severity: 'warning',
  why: 'Nobody serves what names it: a claim stays Pending, an Ingress is ignored, a pod is refused.',
  cure: 'mend the name, or name it under `provided` in environment.yaml',
  sources: ['Y27', 'V45'],
  judge: findMissing([
    'StorageClass',
    'IngressClass',
    'GatewayClass',
    'PriorityClass',
    'Issuer',
    'ClusterIssuer',
    'SecretStore',
    'ClusterSecretStore',
  ]),
};
