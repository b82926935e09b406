import { EnvironmentFacts } from '../../lib/rules/environment-facts';
import { ObjectIndex } from '../../lib/rules/object-index';
import { formatField, Rule } from '../../lib/rules/rule';
import { objectsIn } from './cases/real-bundle';

/** What a rule says of some YAML, field by field, without what it says of the cure. */
export const judgeYaml = (rule: Rule, text: string, facts: EnvironmentFacts = {}): string[] =>
  [...rule.judge(new ObjectIndex(objectsIn([{ path: 'example.yaml', text }]), facts))].map(
    ({ at = [], message }) => `${formatField(at)}: ${message}`,
  );

/** Lines of a pod's owner in the namespace `shop`; the pod's spec is one line of YAML. */
export const owner = (pod: string, kind = 'Deployment', spec = 'selector: { matchLabels: { app: api } }') => `
---
apiVersion: ${kind === 'Job' ? 'batch/v1' : 'apps/v1'}
kind: ${kind}
metadata: { name: api, namespace: shop }
spec:
  ${spec}
  template:
    metadata: { labels: { app: api } }
    spec: ${pod}
`;

/** Any other object of the namespace `shop`, with fields in one line of YAML. */
export const other = (apiVersion: string, kind: string, name: string, fields = '', metadata = '') => `
---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name}, namespace: shop, ${metadata} }
${fields}
`;
