/** Two workloads of a namespace, each on port 8080: what the policies of a case are about. */
export const PODS = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0, ports: [{ name: http, containerPort: 8080 }] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers: [{ name: api, image: example.com/api:1.0.0, ports: [{ name: http, containerPort: 8080 }] }]
`;

/** A policy of the namespace. */
export const policy = (name: string, spec: string) => `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: ${spec}
`;

/** Rules that let one talk to the other, and everybody ask for names. */
export const fromWeb = '{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 8080 }] }';
export const toApi = '{ to: [{ podSelector: { matchLabels: { app: api } } }], ports: [{ port: 8080 }] }';
export const toDns =
  '{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }], ports: [{ port: 53, protocol: UDP }, { port: 53 }] }';

/** A policy for the pods of an app: its types and its rules. */
export const closed = (app: string, rules: string) =>
  `{ podSelector: { matchLabels: { app: ${app} } }, policyTypes: ${rules} }`;

/** What the one lets in, and where the other may go. */
export const apiAdmits = (rule: string) => policy('api', closed('api', `[Ingress], ingress: [${rule}]`));
export const webReaches = (rules: string) => policy('web', closed('web', `[Egress], egress: [${rules}]`));

/** What is open is also not declared. */
export const isolated = ['network/allowed-is-declared'];
