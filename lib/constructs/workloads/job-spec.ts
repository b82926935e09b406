import { k8s } from 'cdk8s-plus-27';
import { Duration, seconds } from '../../model/duration';

/** How the pods of a Job stand: each runs once, and nothing is gained by spreading them. */
export const JOB_PLACEMENT = { restartPolicy: 'Never', spread: false } as const;

type FailureRule = k8s.PodFailurePolicyRule;

/** Exit code of a script that was refused and would be refused again: the Job fails at once, without retries. */
export const REFUSED_EXIT_CODE = 2;

/** How often, and for how long, a Job tries. */
export interface JobTries {
  /** Tries after the first, each in a new pod. */
  readonly backoffLimit: number;

  /** Time for all tries together, after which the Job has failed. */
  readonly deadline: Duration;
}

/**
 * The spec of a Job that is done when one pod of `template` has succeeded, and failed when one says that it was refused. A
 * pod that had to leave its node, by a drain or for one that matters more, was no try: the next one begins where there is room.
 */
export function renderJobSpec({ backoffLimit, deadline }: JobTries, template: k8s.PodTemplateSpec): k8s.JobSpec {
  return {
    backoffLimit,
    activeDeadlineSeconds: seconds(deadline),
    completions: 1,
    parallelism: 1,
    podFailurePolicy: {
      // The schema of 1.27 calls `onPodConditions` required; the server wants one of the two.
      rules: [
        { action: 'FailJob', onExitCodes: { operator: 'In', values: [REFUSED_EXIT_CODE] } } as FailureRule,
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
      ],
    },
    template,
  };
}
