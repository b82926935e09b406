import { Any } from '../__tests__/dist/read-dist';

const isOfJob = ({ metadata }: Any): boolean =>
  metadata.ownerReferences?.some(({ kind }: Any) => kind === 'Job') === true;

/** Ids of the pods of every workload that runs on, by its namespace and name. */
export function podsByWorkload(pods: readonly Any[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const pod of pods.filter((each) => !isOfJob(each))) {
    const { namespace, labels, uid } = pod.metadata;
    const workload = `${namespace}/${labels['app.kubernetes.io/name']}`;
    ids.set(workload, [...(ids.get(workload) ?? []), uid]);
  }
  return ids;
}

/** Workloads whose pods are all others than before, and those that lost none. */
export function compare(before: Map<string, string[]>, after: Map<string, string[]>) {
  const remain = (workload: string, ids: readonly string[]) =>
    ids.filter((id) => after.get(workload)?.includes(id) === true).length;
  const workloads = [...before].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    rolled: workloads.filter(([name, ids]) => remain(name, ids) === 0).map(([name]) => name),
    kept: workloads.filter(([name, ids]) => remain(name, ids) === ids.length).map(([name]) => name),
  };
}

/** Workloads with a pod that takes its variables or files from a ConfigMap. */
export function readersOf(pods: readonly Any[], namespace: string, configMap: string): string[] {
  const reads = ({ metadata, spec }: Any): boolean =>
    metadata.namespace === namespace &&
    (spec.volumes?.some((volume: Any) => volume.configMap?.name === configMap) === true ||
      [...(spec.initContainers ?? []), ...spec.containers].some(
        ({ env = [], envFrom = [] }: Any) =>
          envFrom.some((source: Any) => source.configMapRef?.name === configMap) ||
          env.some((variable: Any) => variable.valueFrom?.configMapKeyRef?.name === configMap),
      ));
  return [...podsByWorkload(pods.filter(reads)).keys()].sort();
}
