import { EnvironmentFacts } from '../../../lib/rules/environment-facts';
import { judge, Judgement } from '../../../lib/rules/judge';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { formatField } from '../../../lib/rules/rule';
import { schema } from '../../../lib/rules/schema';
import { objectsIn } from '../cases/real-bundle';

/** What the rules about schemas say of YAML. */
export function judgeText(text: string, facts: EnvironmentFacts = {}): Judgement {
  return judge(new ObjectIndex(objectsIn([{ path: 'example.yaml', text }]), facts), schema.rules);
}

/** The same, a line each: `<rule> <field>: <message>; <cure>`. */
export function findingsIn(text: string, facts: EnvironmentFacts = {}): string[] {
  return judgeText(text, facts).verdicts.map(({ rule, finding: { at = [], message, cure } }) => {
    return `${rule.id.replace('schema/', '')} ${formatField(at)}: ${message}${cure === undefined ? '' : `; ${cure}`}`;
  });
}

/** A pod whose container has some more lines, or whose spec has. */
export function pod(container: string, spec = ''): string {
  return `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  containers:
    - name: api
      image: shop/api:1
${indent(container, 6)}
${indent(spec, 2)}
`;
}

function indent(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => `${' '.repeat(by)}${line}`)
    .join('\n');
}
