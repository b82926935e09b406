import { load } from 'js-yaml';
import { ENVIRONMENTS, EnvironmentName } from '../../lib/model/environment';
import { metricSources } from '../../lib/monitoring/metrics/metric-sources';
import { platforms } from '../../lib/platforms';
import { parseQuery, Selector } from '../../lib/rules/monitoring/promql';
import { all, Any, find, pods } from './read-dist';

const config = (environment: EnvironmentName, name: string, file: string): Any =>
  load(find(environment, 'ConfigMap', name).data[file]);

/** Pages by the folders that hold them. */
const dashboards = (environment: EnvironmentName): [folder: string, dashboard: Any][] =>
  all(environment, 'ConfigMap').flatMap(({ metadata, data }): [string, Any][] => {
    const [, folder] = /^grafana-dashboards-(.+)$/.exec(metadata.name) ?? [];
    if (folder === undefined) return [];
    return Object.values(data as Record<string, string>).map((text) => [folder, JSON.parse(text)]);
  });

const targets = (environment: EnvironmentName): Any[] =>
  dashboards(environment).flatMap(([, { panels }]) => panels.flatMap((panel: Any) => panel.targets));

/** Workloads that Prometheus asks, as `namespace/name`. */
const scraped = (environment: EnvironmentName): string[] =>
  config(environment, 'prometheus-config', 'prometheus.yml').scrape_configs.map(({ job_name: job }: Any) =>
    (job as string).replace(/:\d+$/, ''),
  );

/** Workloads that report what a selector reads, among those that are asked; the cluster's own metrics have no workload. */
function reporters(environment: EnvironmentName, { metric, matchers }: Selector): string[] {
  const source = metricSources.find(({ metrics }) => metric in metrics);
  if (!source) return [];
  if (source.reportedBy === 'cluster') return ['the cluster'];
  const images = [source.reportedBy.image].flat();
  const wanted = (label: string) =>
    matchers.find((matcher) => matcher.label === label && matcher.operator === '=')?.value;
  // Micrometer gives both the same names.
  if (source.program.includes('Spring Boot')) images.push('keycloak/keycloak');
  return pods(environment)
    .filter(({ owner: { metadata } }) => wanted('namespace') === metadata.namespace)
    .filter(({ owner: { metadata } }) => wanted('job') === undefined || wanted('job') === metadata.name)
    .filter(({ spec }) => spec.containers.some(({ image }: Any) => images.some((part) => image.includes(part))))
    .map(({ owner: { metadata } }) => `${metadata.namespace}/${metadata.name}`)
    .filter((name) => scraped(environment).includes(name));
}

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('every platform that serves somebody has pages in a folder of its own', () => {
    const folders = new Set(dashboards(environment).map(([folder]) => folder));
    const serving = platforms.map(({ name }) => name).filter((name) => !['cluster', 'delivery'].includes(name));
    expect([...folders].sort()).toEqual(serving.sort());
  });

  test('every panel asks a data source that is there', () => {
    const { datasources } = config(environment, 'grafana-datasources', 'datasources.yaml');
    const known = datasources.map(({ uid, type }: Any) => `${type} ${uid}`);
    const asked = dashboards(environment).flatMap(([, { panels }]) =>
      panels.flatMap((panel: Any) => [panel.datasource, ...panel.targets.map(({ datasource }: Any) => datasource)]),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(
      [...new Set(asked.map(({ uid, type }: Any) => `${type} ${uid}`))].filter((uid) => !known.includes(uid)),
    ).toEqual([]);
  });

  test('every panel reads what a workload reports that Prometheus asks', () => {
    const silent = targets(environment).flatMap(({ expr }) =>
      parseQuery(expr)
        .selectors.filter((selector) => reporters(environment, selector).length === 0)
        .map(({ metric }) => `${metric} in ${expr}`),
    );
    expect(silent).toEqual([]);
  });

  test('every panel of a platform asks for one of its namespaces', () => {
    const namespaces = (platform: string) =>
      all(environment, 'Namespace')
        .filter(({ metadata }) => metadata.labels['app.kubernetes.io/part-of'] === platform)
        .map(({ metadata }) => metadata.name);
    const strangers = dashboards(environment)
      .filter(([folder]) => folder !== 'observability')
      .flatMap(([folder, { panels }]) =>
        panels.flatMap((panel: Any) => panel.targets).map(({ expr }: Any) => [folder, expr]),
      )
      .filter(([folder, expr]) =>
        parseQuery(expr).selectors.some(
          ({ matchers }) =>
            !namespaces(folder).includes(matchers.find(({ label }) => label === 'namespace')?.value ?? ''),
        ),
      );
    expect(strangers).toEqual([]);
  });
});
