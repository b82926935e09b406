import { Alert } from '../../model/alert';
import { Duration, milliseconds } from '../../model/duration';
import { select } from '../select';
import { AlertScope, critical, warning } from './alert-scope';

/** When a mirror of Kafka is not well. */
export interface MirrorLimits {
  /** Time that a record may take until it is in the target. */
  readonly late: Duration;
}

/** Time that a task may be without a worker: as long as a roll-out hands over. */
const HANDOVER: Duration = '5m';

/** Alerts of a mirror: what it has not copied is lost with its source. */
export function mirrorAlerts({ prefix, namespace }: AlertScope, { late }: MirrorLimits): Alert[] {
  const stopped = select('kafka_mirror_tasks', namespace, 'state=~"failed|unassigned"');
  const latency = select('kafka_mirror_replication_latency_max_ms', namespace);
  return [
    critical({
      name: `${prefix}KafkaMirrorStopped`,
      expr: `max by (namespace, connector) (${stopped}) > 0`,
      for: HANDOVER,
      summary: '{{ $value }} tasks of {{ $labels.connector }} in {{ $labels.namespace }} copy nothing',
      description:
        'What they would copy is lost with the source. The log of the mirror says why; a task that failed runs again when its pod is replaced.',
    }),
    warning({
      name: `${prefix}KafkaMirrorLate`,
      expr: `max by (namespace, topic) (${latency}) > ${milliseconds(late)}`,
      for: HANDOVER,
      summary: `records of {{ $labels.topic }} are copied later than ${late}`,
      description:
        'So much is lost with the source. Look at the CPU of the mirror and at the way to the other cluster, then at more tasks.',
    }),
  ];
}
