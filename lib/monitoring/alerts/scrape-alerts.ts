import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { select } from '../select';
import { warning } from './alert-scope';

/** A workload that Prometheus scrapes: the labels that its series carry. */
export interface ScrapedJob {
  readonly namespace: string;
  readonly job: string;
}

/** How long a target may not answer. */
export interface ScrapeLimits {
  readonly down: Duration;
  readonly missing: Duration;
}

/** Alerts of what is scraped: pods that do not answer, and workloads of which there is no pod at all. */
export function scrapeAlerts(jobs: readonly ScrapedJob[], { down, missing }: ScrapeLimits): Alert[] {
  const absent = jobs.map(({ namespace, job }) => `absent(${select('up', namespace, `job="${job}"`)})`);
  const alerts = [
    warning({
      name: 'TargetDown',
      expr: 'up == 0',
      for: down,
      summary: '{{ $labels.namespace }}/{{ $labels.pod }} ({{ $labels.job }}) does not answer Prometheus',
      description:
        'What it reports is not known, and alerts about it are silent. Look at whether the pod runs, and at the policies between both.',
    }),
  ];
  if (jobs.length === 0) return alerts;
  return [
    ...alerts,
    warning({
      name: 'TargetMissing',
      expr: absent.join(' or '),
      for: missing,
      summary: 'Prometheus finds no pod of {{ $labels.namespace }}/{{ $labels.job }}',
      description: 'Alerts about it are silent. Look at whether the workload has pods, and at its labels.',
    }),
  ];
}
