import { EnvironmentFacts } from '../../../lib/rules/environment-facts';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { Rule } from '../../../lib/rules/rule';
import { objectsIn } from '../cases/real-bundle';

/** A bundle of some YAML. */
export const bundleOf = (text: string, facts: EnvironmentFacts = {}) =>
  new ObjectIndex(objectsIn([{ path: 'example.yaml', text }]), facts);

/** What a rule says of some YAML. */
export const saysOf = (rule: Rule, text: string, facts: EnvironmentFacts = {}): string[] =>
  [...rule.judge(bundleOf(text, facts))].map(({ message }) => message);

/** A Deployment of a namespace whose pods have the label `app` and one port `http`, 8080. */
export const deployment = (name: string, namespace = 'shop', extra = '') => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      ${extra}
      containers: [{ name: main, image: example.com/${name}:1.0.0, ports: [{ name: http, containerPort: 8080 }] }]
`;

/** A NetworkPolicy about the pods of one Deployment, with the rest of its spec. */
export const policyOf = (app: string, rest: string, namespace = 'shop') => `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${app}, namespace: ${namespace} }
spec: { podSelector: { matchLabels: { app: ${app} } }, ${rest} }
`;

/** A Service before the pods of one Deployment: port 80 leads to the port `http`. */
export const serviceOf = (app: string, namespace = 'shop', rest = '') => `
---
apiVersion: v1
kind: Service
metadata: { name: ${app}, namespace: ${namespace}, labels: { app: ${app} } }
spec: { selector: { app: ${app} }, ports: [{ name: web, port: 80, targetPort: http }]${rest} }
`;

/** A peer by the label `app`. */
export const pods = (app: string) => `{ podSelector: { matchLabels: { app: ${app} } } }`;

/** A peer that is a namespace of any name. */
export const namespace = (name: string) =>
  `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }`;
