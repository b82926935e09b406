import { load } from 'js-yaml';
import { bytes } from '../../lib/model/quantity';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any, find } from './read-dist';

/** Alerts of an environment by their names. */
function rulesOf(environment: (typeof ENVIRONMENTS)[number]): Map<string, Any> {
  const { data } = find(environment, 'ConfigMap', 'prometheus-config') as { data: Record<string, string> };
  const groups = Object.entries(data)
    .filter(([file]) => file.endsWith('.rules.yaml'))
    .flatMap(([, text]) => (load(text) as Any).groups);
  return new Map(groups.flatMap(({ rules }) => rules).map((rule: Any) => [rule.alert, rule]));
}

// Row 'observability' of the platforms' tables: whatever watches is watched, with 7 days of metrics, logs and traces.
test.each(ENVIRONMENTS)(
  '%s: each program that watches has an alert that somebody gets up for, or one for the morning',
  (environment) => {
    const rules = rulesOf(environment);
    const severities = Object.fromEntries([...rules].map(([name, { labels }]) => [name, labels.severity]));
    expect(severities).toMatchObject({
      CollectorLosesSignals: 'critical',
      CollectorQueueFull: 'warning',
      CollectorRefuses: 'warning',
      GrafanaErrors: 'warning',
      GrafanaPostgresDown: 'critical',
      LokiErrors: 'warning',
      LokiFlushFails: 'critical',
      LokiRefusesLines: 'warning',
      PrometheusLogCorrupt: 'warning',
      PrometheusReloadFailed: 'critical',
      PrometheusRulesFail: 'critical',
      PrometheusRulesMissed: 'warning',
      PrometheusScrapesRefused: 'warning',
      PrometheusStorageFails: 'critical',
      TempoFlushFails: 'critical',
      TempoRefusesSpans: 'warning',
      VolumeAlmostFull: 'critical',
    });
  },
);

test.each(ENVIRONMENTS)(
  '%s: whatever runs is missed where it does not, and somebody is woken for what services need',
  (environment) => {
    const rules = rulesOf(environment);
    for (const name of ['DeploymentReplicasMissing', 'StatefulSetReplicasMissing', 'TargetDown']) {
      expect(rules.get(name).expr).not.toContain('{');
    }
    const named = [
      'WmsServiceUnavailable',
      'OrderServiceUnavailable',
      'OrderProgramUnavailable',
      'MesServiceUnavailable',
      'MesProgramUnavailable',
    ];
    expect(named.map((name) => rules.get(name).labels.severity)).toEqual(named.map(() => 'critical'));
    expect(rules.get('MesToolUnavailable').labels.severity).toBe('warning');
  },
);

// What no scrape tells of, neither its own nor that of an exporter, is watched by whether it is ready.
test.each(ENVIRONMENTS)('%s: a program that reports nothing is named by an alert', (environment) => {
  const { data } = find(environment, 'ConfigMap', 'prometheus-config') as { data: Record<string, string> };
  const scrapes: Any[] = (load(data['prometheus.yml'] ?? '') as Any).scrape_configs;
  const asked = scrapes.map(({ job_name: job }) => (job as string).replace(/(-exporter)?:\d+$/, ''));
  const silent = all(environment, 'Deployment', 'StatefulSet')
    .map(({ metadata: { namespace, name } }) => ({ namespace, name, job: `${namespace}/${name}` }))
    .filter(({ namespace }) => ['order-platform', 'mes-production'].includes(namespace))
    .filter(({ job }) => !asked.includes(job) && !asked.includes(job.replace(/-exporter$/, '')));
  const queries: string[] = [...rulesOf(environment).values()].map(({ expr }) => expr);
  const unnamed = silent.filter(
    ({ namespace, name }) =>
      !queries.some((expr) => expr.includes(`namespace="${namespace}"`) && new RegExp(`["|]${name}["|]`).test(expr)),
  );
  expect(silent.map(({ name }) => name).sort()).toEqual(['kafka-ui', 'kibana', 'logstash', 'schema-registry']);
  expect(unnamed).toEqual([]);
});

test.each(ENVIRONMENTS)('%s: a target that would fill Prometheus is refused', (environment) => {
  const config = load(find(environment, 'ConfigMap', 'prometheus-config').data['prometheus.yml']) as Any;
  expect(config.global.sample_limit).toBe(50_000);
});

// Row 'backup': RTO 15 min is promised for dumps of an estimated size, so somebody is told once a store outgrows it.
test.each(['staging', 'prod'] as const)(
  '%s: every volume that is dumped is compared with the room for its dump',
  (environment) => {
    const { expr } = rulesOf(environment).get('BackupOutgrown');
    const compared = new Map(
      [...expr.matchAll(/namespace="([^"]+)",\s*persistentvolumeclaim="([^"]+)"\}\) > (\d+)/g)].map(
        ([, namespace, claim, most]) => [`${namespace}/${claim}`, Number(most)],
      ),
    );
    const dumped = all(environment, 'CronJob').filter(({ metadata }) => metadata.name.endsWith('-backup'));
    const expected = dumped.flatMap(({ metadata, spec }): [string, number][] => {
      const name = metadata.name.replace(/-backup$/, '');
      const { namespace } = metadata;
      const owner = all(environment, 'StatefulSet').find(
        (set) => set.metadata.namespace === namespace && set.metadata.name === name,
      );
      const { replicas, volumeClaimTemplates } = owner.spec;
      const { volumes } = spec.jobTemplate.spec.template.spec;
      const { resources } = volumes.find(({ ephemeral }: Any) => ephemeral).ephemeral.volumeClaimTemplate.spec;
      return Array.from({ length: replicas }, (_, index) => [
        `${namespace}/${volumeClaimTemplates[0].metadata.name}-${name}-${index}`,
        bytes(resources.requests.storage),
      ]);
    });
    expect(expected.length).toBeGreaterThan(3);
    expect(compared).toEqual(new Map(expected));
  },
);

test('dev keeps no backups, so none can be outgrown', () => {
  expect([...rulesOf('dev').keys()].filter((name) => name.startsWith('Backup'))).toEqual([]);
});
