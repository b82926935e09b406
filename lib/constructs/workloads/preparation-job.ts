import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { contentHash } from '../objects/content-hash';
import { footprintOfPods } from './footprint';
import { PodProps } from '../pods/pod';
import { Workload, WorkloadProps } from './workload';
import { KubernetesObject } from '../objects/kubernetes-object';

type FailureRule = k8s.PodFailurePolicyRule;

/** Exit code of a script that was refused and would be refused again: the Job fails at once, without retries. */
export const REFUSED_EXIT_CODE = 2;

/** Properties for `PreparationJob`. */
export interface PreparationJobProps extends WorkloadProps {
  readonly pod: PodProps;

  /** What the pod mounts or reads beyond its own spec: a change of it, too, makes a new Job. */
  readonly content: unknown;

  /** Tries after the first, each in a new pod. */
  readonly backoffLimit: number;

  /** Time for all tries together, after which the Job has failed. */
  readonly deadline: Duration;
}

/**
 * A Job that prepares something: topics, a schema, a replica set.
 *
 * Its name ends in a hash of its content, so it runs again exactly when that changes, and nothing immutable is ever
 * changed in place. There is no ttl: a Job that vanished would be out of sync and run for ever. The script converges;
 * exit code 2 says that it was refused and that another try is of no use.
 */
export class PreparationJob extends Workload {
  constructor(scope: Construct, id: string, props: PreparationJobProps) {
    super(scope, id, props);
    const { pod, content, backoffLimit, deadline } = props;
    const spec: k8s.JobSpec = {
      backoffLimit,
      activeDeadlineSeconds: seconds(deadline),
      completions: 1,
      parallelism: 1,
      podFailurePolicy: {
        // The schema of 1.27 calls `onPodConditions` required; the server wants one of the two.
        rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [REFUSED_EXIT_CODE] } } as FailureRule],
      },
      template: this.renderTemplate(pod, { name: id, labels: this.labels, restartPolicy: 'Never', spread: false }),
    };
    new KubernetesObject(this, 'Job', k8s.KubeJob, {
      metadata: this.meta(`${id}-${contentHash({ spec, content })}`),
      spec,
    });
    this.namespace.makeRoomFor(footprintOfPods(2, pod));
  }
}
