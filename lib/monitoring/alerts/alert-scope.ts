import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';

/** What a set of alerts is about. */
export interface AlertScope {
  /** Begin of the alerts' names, which are unique in a cluster, in UpperCamelCase: `Wms`. */
  readonly prefix: string;

  /** Namespace of the workloads. */
  readonly namespace: string;
}

/** An alert as those who write many of them say it: without its severity. */
export type AlertText = Omit<Alert, 'severity'>;

/** An alert that somebody gets up for. */
export const critical = (alert: AlertText): Alert => ({ ...alert, severity: 'critical' });

/** An alert that somebody looks at in the morning. */
export const warning = (alert: AlertText): Alert => ({ ...alert, severity: 'warning' });

/** The value of a query that gives a share of a whole, in percent. */
export const PERCENT = '{{ $value | humanizePercentage }}';

/** Time over which rates are taken: long enough for several scrapes, some of which may be lost. */
export const RATE_WINDOW: Duration = '5m';
