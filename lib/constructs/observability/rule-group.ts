import { AlertGroup } from '../../model/alert';

/** Renders a group of alerts as Prometheus reads it, from a file or from an operator's object. */
export function renderRuleGroup({ name, alerts }: AlertGroup) {
  return {
    name,
    rules: alerts.map(({ name: alert, expr, for: duration, severity, summary, description }) => ({
      alert,
      expr,
      for: duration,
      labels: { severity },
      annotations: { summary, description },
    })),
  };
}
