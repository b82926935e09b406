/** Name, namespace and labels of an object that belongs to one workload. */
export function objectMeta(namespace: string, name: string, labels: Readonly<Record<string, string>> = {}) {
  return { name, namespace, labels: { 'app.kubernetes.io/name': name, ...labels } };
}
