import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { contentHash } from '../objects/content-hash';
import { footprintOfPods } from './footprint';
import { JOB_PLACEMENT, JobTries, renderJobSpec } from './job-spec';
import { PodProps } from '../pods/pod';
import { Workload, WorkloadProps } from './workload';
import { KubernetesObject } from '../objects/kubernetes-object';

/** Properties for `PreparationJob`. */
export interface PreparationJobProps extends WorkloadProps, JobTries {
  readonly pod: PodProps;

  /** What the pod mounts or reads beyond its own spec: a change of it, too, makes a new Job. */
  readonly content: unknown;
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
    const { pod, content } = props;
    const template = this.renderTemplate(pod, { ...JOB_PLACEMENT, name: id, labels: this.labels });
    const spec = renderJobSpec(props, template);
    new KubernetesObject(this, 'Job', k8s.KubeJob, {
      metadata: this.meta(`${id}-${contentHash({ spec, content })}`),
      spec,
    });
    this.namespace.makeRoomFor(footprintOfPods(2, pod));
  }
}
