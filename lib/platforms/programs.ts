import { StatefulWorkload } from '../constructs/workloads/stateful-workload';
import { Workload } from '../constructs/workloads/workload';
import { Programs } from '../monitoring/alerts/availability';

/** Workloads as alerts name them: by what keeps their pods running. */
export function programsOf(workloads: Iterable<Workload>): Programs {
  const all = [...workloads];
  const names = (stateful: boolean) =>
    all.filter((workload) => workload instanceof StatefulWorkload === stateful).map(({ name }) => name);
  return { deployments: names(false), statefulSets: names(true) };
}
