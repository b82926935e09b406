import { Any } from '../__tests__/dist/read-dist';
import { kubectl } from './applied';
import { Cluster } from './cluster';

/** A Job for each CronJob, as its schedule would make it. */
export function jobsOfCronJobs(objects: readonly Any[]): Any[] {
  return objects
    .filter(({ kind }) => kind === 'CronJob')
    .map(({ metadata: { name, namespace }, spec: { jobTemplate } }) => ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { ...jobTemplate.metadata, name: `${name}-now`, namespace },
      spec: jobTemplate.spec,
    }));
}

/** Gives everything that an autoscaler scales the fewest or most pods that it may. Without measurements it leaves them. */
export async function scaleAll(
  { kubernetes }: Cluster,
  objects: readonly Any[],
  bound: 'minReplicas' | 'maxReplicas',
): Promise<void> {
  for (const { metadata, spec } of objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')) {
    const { kind, name } = spec.scaleTargetRef;
    const args = ['scale', `${kind}/${name}`, `--replicas=${spec[bound]}`, '-n', metadata.namespace];
    const { code, stderr } = await kubectl(kubernetes, [], ...args);
    if (code !== 0) throw new Error(stderr);
  }
}

/** Rolls every Deployment out anew, all of them at once. */
export async function rollOutAll({ kubernetes, api }: Cluster): Promise<void> {
  const deployments = await api.list('/apis/apps/v1/deployments');
  const namespaces = new Set<string>(deployments.map(({ metadata }) => metadata.namespace));
  await Promise.all(
    [...namespaces].map((namespace) => kubernetes.kubectl(['rollout', 'restart', 'deployment', '-n', namespace])),
  );
}
