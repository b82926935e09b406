import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { Limit } from '../limit';
import { select } from '../select';
import { AlertScope, critical, RATE_WINDOW, warning } from './alert-scope';
import { nothingReady } from './availability';

/** When a workflow engine is not well. */
export interface WorkflowLimits {
  /** Errors of workflows in a minute, over all pods. */
  readonly errors: Limit;

  /** Workflows that have begun and not ended. */
  readonly active: Limit;

  /** Events that are written and not yet published. */
  readonly outbox: Limit;

  /** Time that the engine may be without any pod that is ready. */
  readonly unavailable: Duration;
}

const MINUTE = 60;

/** Which engine the alerts are about. */
export interface EngineScope extends AlertScope {
  /** Name of its Deployment. */
  readonly deployment: string;
}

/** Alerts of the engine. Its pods share one database, so that each counts the same workflows: the highest stands. */
export function workflowAlerts({ prefix, namespace, deployment }: EngineScope, limits: WorkflowLimits): Alert[] {
  const errors = `sum by (job) (rate(${select('workflow_error_total', namespace)}[${RATE_WINDOW}]))`;
  const highest = (metric: string) => `max by (job) (${select(metric, namespace)})`;
  return [
    critical({
      name: `${prefix}HighErrorRate`,
      expr: `${errors} * ${MINUTE} > ${limits.errors.bound}`,
      for: limits.errors.for,
      summary: '{{ $labels.job }} fails in {{ $value | humanize }} steps of workflows a minute',
      description:
        'Applicants wait or are turned away. Look at the error codes on the dashboard and at the log of the engine; a provider of checks that is down shows as one code.',
    }),
    warning({
      name: `${prefix}InstanceStuck`,
      expr: `${highest('workflow_instances_active')} > ${limits.active.bound}`,
      for: limits.active.for,
      summary: '{{ $value }} workflows of {{ $labels.job }} have begun and not ended',
      description:
        'More begin than end. Look at the transitions on the dashboard for the state that nobody leaves, then at the lag of the callback topics.',
    }),
    warning({
      name: `${prefix}OutboxLag`,
      expr: `${highest('outbox_event_pending_total')} > ${limits.outbox.bound}`,
      for: limits.outbox.for,
      summary: '{{ $value }} events of {{ $labels.job }} are written and not published',
      description:
        'Others do not learn what happened. Look at the log of the publisher for errors of Kafka: brokers that are out of sync refuse writes, a wrong password all of them.',
    }),
    critical({
      name: `${prefix}EngineUnavailable`,
      ...nothingReady(namespace, { deployments: [deployment], statefulSets: [] }),
      for: limits.unavailable,
      description:
        'Nobody can begin or go on. Look at the events and the last log lines of its pods: an image that is missing, a start that fails, a store that is not reached.',
    }),
  ];
}
