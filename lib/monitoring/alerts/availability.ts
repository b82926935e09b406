import { Alert } from '../../model/alert';
import { select } from '../select';

/** Programs of one namespace, by what keeps their pods running. */
export interface Programs {
  /** Names of Deployments. */
  readonly deployments: readonly string[];

  /** Names of StatefulSets. */
  readonly statefulSets: readonly string[];
}

/** What an alert says that fires for each of some programs of which no pod is ready. */
export function nothingReady(
  namespace: string,
  { deployments, statefulSets }: Programs,
): Pick<Alert, 'expr' | 'summary'> {
  const kinds = [
    { metric: 'kube_deployment_status_replicas_available', label: 'deployment', names: deployments },
    { metric: 'kube_statefulset_status_replicas_ready', label: 'statefulset', names: statefulSets },
  ].filter(({ names }) => names.length > 0);
  const series = kinds.map(({ metric, label, names }) => select(metric, namespace, `${label}${oneOf(names)}`));
  return {
    expr: series.map((each) => `${each} == 0`).join(' or '),
    // A series has the label of its kind alone.
    summary: `${kinds.map(({ label }) => `{{ $labels.${label} }}`).join('')} has no pod that is ready`,
  };
}

const oneOf = (names: readonly string[]) => (names.length === 1 ? `="${names[0]}"` : `=~"${names.join('|')}"`);
