import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes, bytes } from '../../model/quantity';
import { footprintOfClaims, footprintOfPods } from './footprint';
import { PodProps } from '../pods/pod';
import { JOB_PLACEMENT, JobTries, renderJobSpec } from './job-spec';
import { Workload, WorkloadProps } from './workload';
import { KubernetesObject } from '../objects/kubernetes-object';

/** Properties for `ScheduledJob`. */
export interface ScheduledJobProps extends WorkloadProps, JobTries {
  readonly pod: PodProps;

  /** Five fields of cron, in UTC. */
  readonly schedule: string;

  /** Whether it only starts by hand. */
  readonly suspended: boolean;

  /** Time after which a run that could not start is left out. */
  readonly startingDeadline: Duration;

  /** Successful runs whose pods, and their claims, are kept to be looked at. */
  readonly keptSuccesses: number;

  /** Failed runs whose pods, and their claims, are kept to be looked at. */
  readonly keptFailures: number;

  /**
   * Sizes of the claims that each pod makes for itself.
   *
   * @default - none
   */
  readonly claims?: readonly Bytes[];
}

/** The controller looks every ten seconds; a run that must start within less may never start. */
const SHORTEST_STARTING_DEADLINE: Duration = '60s';

/**
 * A CronJob that never runs twice at a time.
 *
 * Exit code 2 of its pod is a refusal and is not tried again. Claims of a pod live as long as the pod, so the quota
 * has room for those of finished runs that are kept, too.
 */
export class ScheduledJob extends Workload {
  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(scope, id, props);
    this.node.addValidation({ validate: () => findProblems(props) });
    const { pod, schedule, suspended, backoffLimit, startingDeadline } = props;
    const { keptSuccesses, keptFailures, claims = [] } = props;
    const template = this.renderTemplate(pod, { ...JOB_PLACEMENT, name: id, labels: this.labels });
    new KubernetesObject(this, 'CronJob', k8s.KubeCronJob, {
      metadata: this.meta(),
      spec: {
        schedule,
        timeZone: 'Etc/UTC',
        suspend: suspended,
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: seconds(startingDeadline),
        successfulJobsHistoryLimit: keptSuccesses,
        failedJobsHistoryLimit: keptFailures,
        jobTemplate: {
          metadata: { labels: { ...this.labels } },
          spec: renderJobSpec(props, template),
        },
      },
    });
    this.namespace.makeRoomFor(footprintOfPods(1, pod));
    const runs = 1 + keptSuccesses + keptFailures;
    const pods = runs * (1 + backoffLimit);
    claims.forEach((size) => this.namespace.makeRoomFor(footprintOfClaims(pods, bytes(size))));
  }
}

function findProblems({ startingDeadline, schedule }: ScheduledJobProps): string[] {
  const problems: string[] = [];
  if (seconds(startingDeadline) < seconds(SHORTEST_STARTING_DEADLINE)) {
    problems.push(`startingDeadline must be at least ${SHORTEST_STARTING_DEADLINE}, got ${startingDeadline}`);
  }
  if (schedule.split(' ').length !== 5) problems.push(`schedule must have five fields, got '${schedule}'`);
  return problems;
}
