import { Alert } from '../../model/alert';
import { Duration, milliseconds } from '../../model/duration';
import { select } from '../select';
import { AlertScope, critical, warning } from './alert-scope';

/** When a mirror of Kafka is not well. */
export interface MirrorLimits {
  /** Time that a record may take until it is in the target. */
  readonly late: Duration;

  /** Topics that it copies from the brokers of this namespace; none where it copies towards them. */
  readonly copied: readonly string[];
}

/** Time that a task may be without a worker: as long as a roll-out hands over. */
const HANDOVER: Duration = '5m';

/** Alerts of a mirror: what it has not copied is lost with its source. */
export function mirrorAlerts(scope: AlertScope, { late, copied }: MirrorLimits): Alert[] {
  const { prefix, namespace } = scope;
  const stopped = select('kafka_mirror_tasks', namespace, 'state=~"failed|unassigned"');
  const latency = select('kafka_mirror_replication_latency_max_ms', namespace);
  return [
    ...(copied.length === 0 ? [] : [silenceAlert(scope, copied)]),
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

/** A mirror that cannot reach the target waits for it without an end, and then measures no latency either. */
function silenceAlert({ prefix, namespace }: AlertScope, topics: readonly string[]): Alert {
  const taken = select('kafka_server_brokertopicmetrics_bytesin_total', namespace, `topic=~"${topics.join('|')}"`);
  const copied = select('kafka_mirror_records_total', namespace);
  const flows = (series: string) => `sum by (namespace) (rate(${series}[5m])) > 0`;
  return critical({
    name: `${prefix}KafkaMirrorSilent`,
    expr: `${flows(taken)} unless ${flows(copied)}`,
    for: HANDOVER,
    summary: 'brokers in {{ $labels.namespace }} take records, and the mirror copies none',
    description:
      'What is not copied is lost with the source. Does the mirror run, does it reach the target, does its login hold?',
  });
}
