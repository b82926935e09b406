import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { boundAccounts } from '../views/bound-accounts';
import { podTemplates, PodTemplate } from '../views/pods';

/** Who has no business with the API server has no token for it. */
export const tokenMounts: Rule = {
  id: 'pod-security/token-mounts',
  title: 'A token of the API server is mounted only where a role is bound to its account',
  severity: 'warning',
  why: 'Whoever gets into the container can ask the API server, and what its account may do is decided elsewhere, later.',
  cure: 'set automountServiceAccountToken: false on the pod',
  sources: ['L25', 'S10'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const pod of index.view(podTemplates)) {
      if (!mountsToken(index, pod) || usesToken(index, pod)) continue;
      const name = pod.spec.serviceAccountName ?? 'default';
      const message = `a token must be mounted only where it is used, got one of '${name}', which no role is bound to`;
      const stated = pod.spec.automountServiceAccountToken !== undefined;
      yield { subject: pod.owner, at: stated ? [...pod.at, 'automountServiceAccountToken'] : pod.at, message };
    }
  },
};

function mountsToken(index: ObjectIndex, { namespace, spec }: PodTemplate): boolean {
  const account = index.find('ServiceAccount', namespace, spec.serviceAccountName ?? 'default');
  const inherited = account?.manifest.automountServiceAccountToken as boolean | undefined;
  return spec.automountServiceAccountToken ?? inherited ?? true;
}

/** An account that is not part of the bundle may have roles that are not part of it, either. */
function usesToken(index: ObjectIndex, { namespace = '', annotations, spec }: PodTemplate): boolean {
  const name = spec.serviceAccountName ?? 'default';
  const bound = index.view(boundAccounts);
  if (bound.has(`${namespace}/${name}`) || bound.has(`${namespace}/*`) || bound.has('*/*')) return true;
  if (annotations['vault.hashicorp.com/agent-inject'] === 'true') return true;
  return name !== 'default' && index.find('ServiceAccount', namespace || undefined, name) === undefined;
}
