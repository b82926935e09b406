import { Duration } from './duration';

/** Something that a person must know: a query of Prometheus that gives no result as long as all is well. */
export interface Alert {
  /** Name in UpperCamelCase, once in a cluster: `KafkaUnderReplicated`. */
  readonly name: string;

  /** Query in PromQL. Each series that it gives is one alert. */
  readonly expr: string;

  /** Time that the query must give a result before somebody is told. */
  readonly for: Duration;

  /** `critical`: somebody gets up for it; `warning`: somebody looks at it in the morning. */
  readonly severity: 'critical' | 'warning';

  /** One line; may name labels of the series: `{{ $labels.topic }}`. */
  readonly summary: string;

  /** What it means and what to do first. */
  readonly description: string;
}

/** Alerts of one subject, evaluated together. */
export interface AlertGroup {
  /** Name in kebab case, once in a cluster: `wms-kafka`. */
  readonly name: string;
  readonly alerts: readonly Alert[];
}
