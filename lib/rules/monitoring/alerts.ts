import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { ruleGroups } from './rule-files';

/** An alert waits before it fires. */
export const patientAlerts: Rule = {
  id: 'monitoring/patient-alerts',
  title: 'An alert waits before it fires',
  severity: 'warning',
  why: 'Without for, one late scrape wakes somebody.',
  cure: 'write how long it must hold, like for: 5m',
  sources: ['Prometheus: Alerting rules'],
  judge: findHastyAlerts,
};

function* findHastyAlerts(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, rules } of index.view(ruleGroups)) {
    for (const { alert, at, expr, for: wait } of rules) {
      // What looks back over a time of its own has waited.
      if (alert === undefined || wait !== undefined || /\[\w+(?::\w*)?\]|^\s*vector\(/.test(expr)) continue;
      yield { subject, at, message: `alert ${alert} must wait before it fires, got no for` };
    }
  }
}

/** An alert says what is wrong and how urgent it is. */
export const explainedAlerts: Rule = {
  id: 'monitoring/explained-alerts',
  title: 'An alert says what is wrong, and how urgent it is',
  severity: 'warning',
  why: 'Who is woken, and by what, is decided by the label severity; who reads it at night has only the annotations.',
  cure: 'add the label severity and the annotation summary',
  sources: ['Prometheus: Alerting rules'],
  judge: findUnexplained,
};

const EXPLANATIONS = ['summary', 'description', 'message'] as const;

function* findUnexplained(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, rules } of index.view(ruleGroups)) {
    for (const { alert, at, labels, annotations } of rules) {
      if (alert === undefined) continue;
      if (labels['severity'] === undefined) {
        yield { subject, at, message: `alert ${alert} must have the label severity, got none` };
      }
      if (EXPLANATIONS.every((name) => annotations[name] === undefined)) {
        yield { subject, at, message: `alert ${alert} must have the annotation summary, got none` };
      }
    }
  }
}

/** No alert stands twice in a group. */
export const uniqueAlerts: Rule = {
  id: 'monitoring/unique-alerts',
  title: 'No alert stands twice in a group with the same labels',
  severity: 'warning',
  why: 'Both are one alert to Alertmanager: it is resolved by one while the other still fires.',
  cure: 'remove one of the two, or give it another name or severity',
  sources: ['promtool check rules --lint=duplicate-rules'],
  judge: findTwins,
};

function* findTwins(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, name, rules } of index.view(ruleGroups)) {
    const seen = new Set<string>();
    for (const { alert, at, labels } of rules) {
      if (alert === undefined) continue;
      const key = JSON.stringify([alert, Object.entries(labels).sort()]);
      if (seen.has(key))
        yield { subject, at, message: `alert ${alert} must stand once in group ${name}, got it twice` };
      seen.add(key);
    }
  }
}
