import { readFileSync } from 'node:fs';
import { VERSIONS } from '../../e2e/harness/versions';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { kubeStateMetrics, prometheus } from '../../lib/monitoring/metrics/cluster';
import { TARGET_LABELS } from '../../lib/monitoring/metrics/metric-source';
import { metricSources } from '../../lib/monitoring/metrics/metric-sources';
import { loki, otelCollector } from '../../lib/monitoring/metrics/signals';
import { elasticsearchExporter } from '../../lib/monitoring/metrics/stores';
import { temporalServer } from '../../lib/monitoring/metrics/temporal';
import { images } from '../../lib/platforms/images';
import { parseQuery, Selector } from '../../lib/rules/monitoring/promql';
import { pods } from '../dist/read-dist';
import { telemetryOf } from './telemetry-of';

const sourceOf = new Map(
  metricSources.flatMap((source) => Object.entries(source.metrics).map(([name, labels]) => [name, { source, labels }])),
);

/** Labels that a selector asks for. */
const labelsOf = ({ matchers }: Selector) => matchers.map(({ label }) => label);

/** Labels that a legend or a summary names. */
const named = (text: string) => [...text.matchAll(/\{\{ ?(?:\$labels\.)?(\w+) ?\}\}/g)].map(([, label = '']) => label);

describe.each(ENVIRONMENTS)('every query of %s', (environment) => {
  const { alerts, dashboards, targets } = telemetryOf(environment);
  const queries = [
    ...alerts.flatMap((group) => group.alerts.map(({ expr, summary }) => ({ expr, names: named(summary) }))),
    ...dashboards.flatMap(({ panels }) =>
      panels.flatMap((panel) => panel.queries.map(({ expr, legend }) => ({ expr, names: named(legend) }))),
    ),
  ].map(({ expr, names }) => ({ expr, names, ...parseQuery(expr) }));
  const selectors = queries.flatMap((query) => query.selectors);
  const known = (metric: string) => [...TARGET_LABELS, ...(sourceOf.get(metric)?.labels ?? [])] as readonly string[];

  test('is PromQL and reads something', () => {
    expect(queries.length).toBeGreaterThan(60);
    expect(queries.filter(({ errors, selectors: read }) => errors.length > 0 || read.length === 0)).toEqual([]);
  });

  test('reads metrics that a program reports', () => {
    expect(selectors.map(({ metric }) => metric).filter((metric) => !sourceOf.has(metric))).toEqual([]);
  });

  test('asks for labels, groups by labels and names labels that its metrics have', () => {
    const strangers = queries.flatMap(({ expr, names, selectors: read, grouping }) => [
      ...read.flatMap((selector) => labelsOf(selector).filter((label) => !known(selector.metric).includes(label))),
      ...[...grouping, ...names]
        .filter((label) => !read.some(({ metric }) => known(metric).includes(label)))
        .map((label) => `${label} in ${expr}`),
    ]);
    expect(strangers).toEqual([]);
  });

  test('reads from a workload that is scraped and runs the program', () => {
    const scraped = targets.map(({ workload }) => `${workload.namespace.name}/${workload.name}`);
    const unreported = selectors.filter(({ metric, matchers }) => {
      const namespace = matchers.find(({ label, operator }) => label === 'namespace' && operator === '=')?.value;
      const reporter = sourceOf.get(metric)?.source.reportedBy;
      if (reporter === undefined || reporter === 'cluster') return false;
      return !pods(environment).some(
        ({ owner, spec }) =>
          owner.metadata.namespace === namespace &&
          scraped.includes(`${owner.metadata.namespace}/${owner.metadata.name}`) &&
          spec.containers.some(({ image }: { image: string }) =>
            [reporter.image].flat().some((part) => image.includes(part)),
          ),
      );
    });
    expect(unreported).toEqual([]);
  });
});

test('a metric has one source', () => {
  const names = metricSources.flatMap(({ metrics }) => Object.keys(metrics));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

/** Images of our own stand in a folder of the registry, whichever that is. */
const isOwn = (image: string) => image.startsWith('/');

test('names were read in the version that runs', () => {
  const ofMakers = metricSources.flatMap(({ reportedBy, version }) =>
    reportedBy === 'cluster'
      ? []
      : [reportedBy.image].flat().flatMap((image) => (isOwn(image) ? [] : [{ image, version }])),
  );
  const running = Object.values(images);
  const stale = ofMakers.filter(
    ({ image, version }) => !running.some(({ repository, tag }) => repository.endsWith(image) && tag === version),
  );
  expect(ofMakers.length).toBeGreaterThan(5);
  expect(stale).toEqual([]);
});

test('what a test runs to compare names is the version that runs', () => {
  const [, minor = '', patch = ''] = /^0\.3(\d+)\.(\d+)$/.exec(VERSIONS.prometheus) ?? [];
  expect(prometheus.version).toBe(`v3.${minor}.${patch}`);
  expect(kubeStateMetrics.version).toBe(`v${VERSIONS.kubeStateMetrics}`);
  expect(prometheus.version).toBe(images.prometheus.tag);
  expect(kubeStateMetrics.version).toBe(images.kubeStateMetrics.tag);
  expect(elasticsearchExporter.version).toBe(`v${VERSIONS.elasticsearchExporter}`);
  expect(temporalServer.version).toBe(VERSIONS.temporalServer);
  expect(loki.version).toBe(VERSIONS.loki);
  expect(otelCollector.version).toBe(VERSIONS.otelCollector.unstable);
});

test.each(metricSources.map((source) => [source.program, source] as const))(
  'the names of %s were compared by a test that is there, or with named sources',
  (_, { comparedBy }) => {
    const [kind, rest = ''] = comparedBy.split(/[/:] ?(.*)/s);
    expect(['e2e', 'source']).toContain(kind);
    expect(kind === 'source' ? rest.length > 10 : readFileSync(comparedBy, 'utf8').includes('findUnreported(')).toBe(
      true,
    );
  },
);

test('what is no PromQL is found', () => {
  expect(parseQuery('sum by (job) (up').errors).not.toEqual([]);
  expect(parseQuery('sum by (job) (rate(a_total{b="c",namespace="d"}[5m])) / on (x) e')).toEqual({
    errors: [],
    selectors: [
      {
        metric: 'a_total',
        matchers: [
          { label: 'b', operator: '=', value: 'c' },
          { label: 'namespace', operator: '=', value: 'd' },
        ],
      },
      { metric: 'e', matchers: [] },
    ],
    grouping: ['job', 'x'],
  });
});
