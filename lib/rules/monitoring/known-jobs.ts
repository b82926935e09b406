import { ObjectIndex, View } from '../object-index';
import { Finding, Rule } from '../rule';
import { containers } from '../views/pods';
import { Matcher, Selector } from './promql';
import { queries } from './queries';
import { anchored, Relabeling, ScrapeConfig, scrapeConfigs } from './scrape-configs';

/** The values that a label can have; undefined where they are not known. */
type Values = ReadonlySet<string> | undefined;

/** What series of one scrape are labelled with. */
interface Producer {
  readonly job: Values;
  readonly namespace: Values;
}

/** A query asks for a job that is scraped. */
export const knownJobs: Rule = {
  id: 'monitoring/known-jobs',
  title: 'A query asks for a job, in a namespace, that something scrapes',
  severity: 'error',
  why: 'No series has these labels: the alert never fires, the panel stays empty.',
  cure: 'write the job and the namespace as the scrape labels its series',
  sources: ['Prometheus: Configuration, relabel_config'],
  judge: findUnknownJobs,
};

function* findUnknownJobs(index: ObjectIndex): Iterable<Finding> {
  const known = index.view(producers);
  if (known === undefined) return;
  for (const { subject, at, name, selectors, templated } of index.view(queries)) {
    const told = new Set<string>();
    for (const selector of selectors) {
      const asked = selector.matchers.filter(({ label }) => label === 'job' || label === 'namespace');
      if (isAnswerable(selector, asked, templated) || known.some((producer) => answers(producer, asked))) continue;
      const text = asked.map(({ label, operator, value }) => `${label}${operator}"${value}"`).join(', ');
      if (told.has(text)) continue;
      told.add(text);
      yield { subject, at, message: `query of ${name} must ask for a job that is scraped, got {${text}}` };
    }
  }
}

/** Whether nothing can be said: no job is asked for, a variable of Grafana is, or what a rule made is. */
function isAnswerable({ metric }: Selector, asked: readonly Matcher[], templated: boolean): boolean {
  if (metric.includes(':') || /^ALERTS(?:_FOR_STATE)?$/.test(metric)) return true;
  if (templated && asked.some(({ value }) => /[$[]/.test(value))) return true;
  return !asked.some(({ label, operator, value }) => label === 'job' && !operator.startsWith('!') && value !== '');
}

function answers(producer: Producer, asked: readonly Matcher[]): boolean {
  return asked.every(({ label, operator, value }) => {
    const values = producer[label as keyof Producer];
    const pattern = operator.endsWith('~') ? anchored(value) : undefined;
    if (values === undefined || (operator.endsWith('~') && pattern === undefined)) return true;
    const matches = (each: string) => (pattern ? pattern.test(each) : each === value);
    return [...values].some((each) => matches(each) !== operator.startsWith('!'));
  });
}

/** Kinds from which an operator makes scrapes. */
const OPERATED = ['Prometheus', 'PrometheusAgent', 'PodMonitor', 'Probe', 'ScrapeConfig', 'ServiceMonitor'] as const;

/** Everything that brings series; undefined where the bundle has no Prometheus, or one that others bring series to. */
const producers: View<readonly Producer[] | undefined> = (index) => {
  const configs = index.view(scrapeConfigs);
  const args = index.view(containers).flatMap(({ container: { command = [], args = [] } }) => [...command, ...args]);
  if (configs.length === 0 || index.ofKind(...OPERATED).length > 0) return undefined;
  if (args.some((arg) => /remote-write-receiver/.test(arg)) || hasOtherSources(configs)) return undefined;
  return [
    ...configs.map(producerOf),
    ...(args.some((arg) => /otlp-(?:write-)?receiver/.test(arg))
      ? [{ job: namesOf(index), namespace: undefined }]
      : []),
  ];
};

function hasOtherSources(configs: readonly ScrapeConfig[]): boolean {
  return configs.some(({ subject, key }) => {
    const text = (subject.manifest['data'] as Readonly<Record<string, string>> | undefined)?.[key] ?? '';
    return /^(?:scrape_config_files|remote_read):/m.test(text);
  });
}

/** Names by which programs that push their metrics may call themselves. */
function namesOf(index: ObjectIndex): Values {
  const names = new Set<string>();
  for (const { manifest } of index.objects) {
    names.add(manifest.metadata.name);
    const own = manifest.metadata.labels?.['app.kubernetes.io/name'];
    if (own !== undefined) names.add(own);
  }
  for (const { container } of index.view(containers)) {
    names.add(container.name);
    for (const { value = '' } of container.env ?? []) {
      names.add(value);
      for (const [, name = ''] of value.matchAll(/service\.name=([^,]+)/g)) names.add(name);
    }
  }
  return names;
}

function producerOf(config: ScrapeConfig): Producer {
  const { relabelings, metricRelabelings, staticLabels, honorLabels, metricsPath, discoveries } = config;
  const steps = [...relabelings, ...metricRelabelings];
  const gathers = honorLabels && /federate|push/.test(`${metricsPath} ${config.job} ${config.addresses.join(' ')}`);
  const jobs = staticLabels.flatMap((labels) => (labels['job'] === undefined ? [] : [String(labels['job'])]));
  const namespaces = discoveries.flatMap((discovery) => discovery.namespaces);
  const named = discoveries.length > 0 && discoveries.every((discovery) => discovery.namespaces.length > 0);
  return {
    job: gathers ? undefined : labelValues('job', new Set([config.job, ...jobs]), steps),
    namespace: honorLabels || !named ? undefined : namespaceValues(new Set(namespaces), steps),
  };
}

/** Values of a label after relabeling, from those that it has before. */
function labelValues(label: string, before: Values, steps: readonly Relabeling[]): Values {
  let values = before;
  for (const { action, sources, regex, target, replacement } of steps) {
    if (action === 'labelmap') return undefined;
    if (target !== label) continue;
    if (action !== 'replace' || replacement.includes('$')) return undefined;
    const always = sources.length === 0 || regex === '(.*)';
    values = new Set([...(always ? [] : (values ?? [])), replacement]);
  }
  return values;
}

/** Values of the label `namespace`, known where it is a copy of the target's. */
function namespaceValues(namespaces: Values, steps: readonly Relabeling[]): Values {
  const setters = steps.filter(({ action, target }) => action === 'labelmap' || target === 'namespace');
  const [only] = setters;
  const copies =
    setters.length === 1 &&
    only?.action === 'replace' &&
    only.sources.join() === '__meta_kubernetes_namespace' &&
    only.replacement === '$1' &&
    only.regex === '(.*)';
  return copies ? namespaces : undefined;
}
