import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { select } from '../select';
import { critical, warning } from './alert-scope';

/** How long Prometheus may not do what its configuration says. */
export interface PrometheusLimits {
  readonly reloadFailed: Duration;
  readonly rulesFail: Duration;

  /** Time that evaluations may be left out because the one before took too long. */
  readonly rulesMissed: Duration;

  /** Time that blocks may be neither read anew nor made. */
  readonly storageFails: Duration;

  /** Time that a target may have more samples than one may have. */
  readonly scrapesRefused: Duration;
}

/** Alerts of a Prometheus about itself: while these fire, others may be silent. */
export function prometheusAlerts(namespace: string, limits: PrometheusLimits): Alert[] {
  const increase = (metric: string, over: Duration) => `increase(${select(metric, namespace)}[${over}])`;
  return [
    critical({
      name: 'PrometheusReloadFailed',
      expr: `${select('prometheus_config_last_reload_successful', namespace)} == 0`,
      for: limits.reloadFailed,
      summary: '{{ $labels.pod }} runs with an old configuration',
      description: 'It refused the new one. Its log names the file and the line.',
    }),
    critical({
      name: 'PrometheusRulesFail',
      expr: `${increase('prometheus_rule_evaluation_failures_total', '15m')} > 0`,
      for: limits.rulesFail,
      summary: '{{ $labels.pod }} cannot evaluate {{ $labels.rule_group }}',
      description: 'Alerts of this group do not fire. Its log names the rule and what is wrong with it.',
    }),
    warning({
      name: 'PrometheusRulesMissed',
      expr: `${increase('prometheus_rule_group_iterations_missed_total', '15m')} > 0`,
      for: limits.rulesMissed,
      summary: '{{ $labels.pod }} is too slow for {{ $labels.rule_group }}',
      description: 'Its alerts come late. Look at its CPU, and at what it is asked besides.',
    }),
    critical({
      name: 'PrometheusStorageFails',
      expr: `sum by (pod) (${increase('prometheus_tsdb_reloads_failures_total', '1h')} + ${increase('prometheus_tsdb_compactions_failed_total', '1h')}) > 0`,
      for: limits.storageFails,
      summary: '{{ $labels.pod }} cannot make or read the blocks of its volume',
      description: 'Its log grows until the volume is full. Look at its log, and at the room on its volume.',
    }),
    // Counted once while it starts, before its first scrape: an increase would never be seen.
    warning({
      name: 'PrometheusLogCorrupt',
      expr: `${select('prometheus_tsdb_wal_corruptions_total', namespace)} > 0`,
      for: '1m',
      summary: '{{ $labels.pod }} found its log corrupt when it started',
      description:
        'Samples of its last hours may be missing. Look at how it ended and at the disk of its node; the next good start ends this alert.',
    }),
    warning({
      name: 'PrometheusScrapesRefused',
      expr: `${increase('prometheus_target_scrapes_exceeded_sample_limit_total', '15m')} > 0`,
      for: limits.scrapesRefused,
      summary: '{{ $labels.pod }} refuses a target that has too many samples',
      description:
        'TargetDown names it. Look for a label with ever new values; if all of them are wanted, raise the row prometheus.samplesOfTarget.',
    }),
  ];
}
