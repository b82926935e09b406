import { k8s } from 'cdk8s-plus-27';

/** A key of a Secret in the namespace of its reader. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly secret: string;
  readonly key: string;
}

/** The value of an environment variable: written out, a key of a Secret, or a field of the pod itself. */
export type EnvValue =
  | string
  | SecretKey
  | { readonly field: 'metadata.name' | 'metadata.namespace' | 'status.podIP' | `metadata.labels['${string}']` };

/** Environment variables by name, in the order in which they are rendered. */
export type Env = Readonly<Record<string, EnvValue>>;

/**
 * Renders variables. A literal `$(NAME)` is escaped: the kubelet would expand it. An empty value is left out, as the API
 * server stores it.
 */
export function renderEnv(env: Env): k8s.EnvVar[] {
  return Object.entries(env).map(([name, value]) => {
    if (value === '') return { name };
    if (typeof value === 'string') return { name, value: value.replaceAll('$(', '$$$$(') };
    if ('secret' in value) return { name, valueFrom: { secretKeyRef: { name: value.secret, key: value.key } } };
    return { name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: value.field } } };
  });
}
