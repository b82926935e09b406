import { Cluster, isTrue } from './cluster';
import { Live } from './harness/api-server';

/** Pods that take room: those that are neither done nor about to go. */
export async function podsOf({ api }: Cluster): Promise<Live[]> {
  const pods = await api.list('/api/v1/pods');
  return pods.filter(({ metadata, status }) => !metadata.deletionTimestamp && !isDone(status));
}

const isDone = ({ phase }: Live): boolean => phase === 'Succeeded' || phase === 'Failed';

/** Whether a pod takes part in the work of its service. */
export const isReady = ({ metadata, status }: Live): boolean => !metadata.deletionTimestamp && isTrue(status, 'Ready');

export const nameOf = ({ metadata: { namespace, name } }: Live): string => `${namespace}/${name}`;

/** Pods that are not ready, each with what the scheduler says of it. */
export async function findWaiting(cluster: Cluster): Promise<string[]> {
  return (await podsOf(cluster)).filter((pod) => !isReady(pod)).map((pod) => `${nameOf(pod)}: ${reasonOf(pod)}`);
}

function reasonOf({ status, spec }: Live): string {
  const scheduled = (status.conditions ?? []).find(({ type }: Live) => type === 'PodScheduled');
  return scheduled?.message ?? (spec.nodeName ? `not ready on ${spec.nodeName}` : 'no node yet');
}

/** What controllers were told when they could not make a pod: by quotas, by limit ranges, by Pod Security. */
export async function findRefused({ api }: Cluster): Promise<string[]> {
  const refused = (await api.list('/api/v1/events')).filter(({ reason }) => reason === 'FailedCreate');
  return refused.map(({ message }) => message).filter((message) => !message.includes(CONFLICT));
}

/** Two pods were counted into a quota at once, and one of them is made again at once. */
const CONFLICT = 'the object has been modified; please apply your changes to the latest version';

/** How many pods stand behind each controller that should have pods, where it is not as many as it is to have. */
export async function findIncomplete(cluster: Cluster): Promise<string[]> {
  const { api } = cluster;
  const deployments = await api.list('/apis/apps/v1/deployments');
  const statefulSets = await api.list('/apis/apps/v1/statefulsets');
  return [...deployments, ...statefulSets].flatMap((object) => {
    const { spec, status, metadata } = object;
    const { replicas } = spec;
    const { readyReplicas = 0, updatedReplicas = 0, replicas: present = 0, observedGeneration } = status;
    const isWhole = readyReplicas === replicas && updatedReplicas === replicas && present === replicas;
    if (isWhole && observedGeneration === metadata.generation) return [];
    return [`${nameOf(object)}: ${readyReplicas} ready, ${updatedReplicas} new, ${present} in all of ${replicas}`];
  });
}

/** Jobs that have failed for good, each with the reason. */
export async function findFailedJobs({ api }: Cluster): Promise<string[]> {
  return (await api.list('/apis/batch/v1/jobs')).flatMap((job) =>
    (job.status.conditions ?? [])
      .filter(({ type, status }: Live) => type === 'Failed' && status === 'True')
      .map(({ reason }: Live) => `${nameOf(job)}: ${reason}`),
  );
}
