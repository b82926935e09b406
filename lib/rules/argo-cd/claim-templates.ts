import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { deliveredByArgoCd } from '../views/delivery';

/** The claims of a StatefulSet are written out. */
export const wholeClaimTemplates: Rule = {
  id: 'argo-cd/whole-claim-templates',
  title: 'A claim of a StatefulSet says its apiVersion and kind',
  severity: 'warning',
  why: 'The server adds them, and Argo CD finds a difference in a field that nobody may change.',
  cure: 'write apiVersion: v1 and kind: PersistentVolumeClaim into the template',
  sources: ['G26'],
  judge: findPartialTemplates,
};

interface Template {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: { readonly name?: string };
}

function* findPartialTemplates(index: ObjectIndex): Iterable<Finding> {
  if (!index.view(deliveredByArgoCd)) return;
  for (const subject of index.ofKind('StatefulSet')) {
    const { volumeClaimTemplates = [] } = (subject.manifest['spec'] ?? {}) as {
      volumeClaimTemplates?: readonly Template[];
    };
    for (const [i, template] of volumeClaimTemplates.entries()) {
      const missing = (['apiVersion', 'kind'] as const).filter((field) => template[field] === undefined);
      if (missing.length === 0) continue;
      yield {
        subject,
        at: ['spec', 'volumeClaimTemplates', i],
        message: `claim ${template.metadata?.name ?? i} must say its ${missing.join(' and ')}, got nothing`,
      };
    }
  }
}
