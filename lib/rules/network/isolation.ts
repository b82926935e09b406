import { Rule } from '../rule';
import { connectivity } from './connectivity';

export const notIsolated: Rule = {
  id: 'network/not-isolated',
  title: 'Every pod is selected by a NetworkPolicy',
  severity: 'warning',
  why: 'A pod that no policy selects accepts connections from everywhere and may open them to everywhere.',
  cure: 'add a policy that selects it, or one that closes its whole namespace',
  sources: ['N02', 'N14', 'N22'],
  *judge(index) {
    const found = index.view(connectivity);
    for (const group of found.cluster.workloads) {
      if (found.isIsolated('ingress', group) || found.isIsolated('egress', group)) continue;
      for (const { owner, templateAt } of group.pods) {
        const message = `pods of ${owner.manifest.kind} ${group.text} must be selected by a NetworkPolicy, got none`;
        yield { subject: owner, at: [...templateAt, 'metadata', 'labels'], message };
      }
    }
  },
};
