import { Editable } from './rule-case';

/** A Deployment `api` in the namespace `shop`, with these lines for its pod. */
export const deployment = (spec: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: ${spec}
`;

/** A pod of one container, with fields of it. */
export const container = (fields: string) => `{ containers: [{ name: api, image: example.com/api:1.0.0, ${fields} }] }`;

/** A ConfigMap with one key. */
export const settings = `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { COLOUR: red }
`;

/** The pod of a workload. */
export const podOf = (object: Editable): Editable => object.spec.template.spec;

/** Its first container. */
export const containerOf = (object: Editable): Editable => podOf(object).containers[0];
