import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { select } from '../select';
import { critical } from './alert-scope';

/** How long Prometheus may not do what its configuration says. */
export interface PrometheusLimits {
  readonly reloadFailed: Duration;
  readonly rulesFail: Duration;
}

/** Alerts of a Prometheus about itself: while these fire, others may be silent. */
export function prometheusAlerts(namespace: string, limits: PrometheusLimits): Alert[] {
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
      expr: `increase(${select('prometheus_rule_evaluation_failures_total', namespace)}[15m]) > 0`,
      for: limits.rulesFail,
      summary: '{{ $labels.pod }} cannot evaluate {{ $labels.rule_group }}',
      description: 'Alerts of this group do not fire. Its log names the rule and what is wrong with it.',
    }),
  ];
}
