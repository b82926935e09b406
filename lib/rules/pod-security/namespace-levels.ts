import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { ENFORCE_LABEL } from './control';

const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];

/** Each namespace says which pods it lets in. */
export const namespaceLevels: Rule = {
  id: 'pod-security/namespace-levels',
  title: 'Every namespace says which pods it lets in',
  severity: 'warning',
  why: 'Without the label, or with one that the server does not know, any pod is let in, a privileged one, too.',
  cure: `label it ${ENFORCE_LABEL}: restricted, or baseline`,
  sources: ['L24', 'Kubernetes: Pod Security admission'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const subject of index.ofKind('Namespace')) {
      const { name, labels } = subject.manifest.metadata;
      if (name.startsWith('kube-')) continue;
      const level = labels?.[ENFORCE_LABEL];
      if (level !== undefined && LEVELS.includes(level)) continue;
      const got = level === undefined ? 'none' : `'${level}'`;
      const at = level === undefined ? ['metadata'] : ['metadata', 'labels', ENFORCE_LABEL];
      yield { subject, at, message: `namespace '${name}' must enforce a Pod Security level, got ${got}` };
    }
  },
};
