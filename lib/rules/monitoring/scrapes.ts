import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { relabel } from './relabeling';
import { ScrapeConfig, scrapeConfigs } from './scrape-configs';
import { podsOf, servicesOf, specOf, targetsOf } from './targets';
import { chartNamespaces } from '../views/chart-namespaces';
import { DEFAULT_NAMESPACE } from '../views/network-policies';

/** A scrape finds something. */
export const findingScrapes: Rule = {
  id: 'monitoring/finding-scrapes',
  title: 'A scrape of pods or Services of the bundle finds at least one',
  severity: 'error',
  why: 'Prometheus says nothing of a job without targets: panels are empty, alerts on it never fire.',
  cure: 'let its relabelings, or the address, name labels and ports that pods and Services have',
  sources: ['Prometheus: Configuration, kubernetes_sd_config'],
  judge: findEmptyScrapes,
};

function* findEmptyScrapes(index: ObjectIndex): Iterable<Finding> {
  for (const config of index.view(scrapeConfigs)) {
    const { subject, key, job, discoveries, foreign, addresses } = config;
    const at = ['data', key];
    if (discoveries.length > 0 && !foreign && addresses.length === 0 && findsNothing(index, config)) {
      const where = discoveries.flatMap(({ namespaces }) => namespaces).join(', ');
      yield { subject, at, message: `scrape ${job} must find a target in ${where || namespaceKept(config)}, got none` };
    }
    for (const address of addresses) {
      const problem = findAddressProblem(index, address, subject.manifest.metadata.namespace);
      if (problem !== undefined) yield { subject, at, message: `scrape ${job} must ${problem}` };
    }
  }
}

/** Whether it is sure that no object of the bundle becomes a target, and that the bundle is where they would be. */
function findsNothing(index: ObjectIndex, config: ScrapeConfig): boolean {
  const { discoveries, relabelings } = config;
  for (const discovery of discoveries) {
    const kept = namespaceKept(config);
    const namespaces = discovery.namespaces.length > 0 ? discovery.namespaces : kept === undefined ? [] : [kept];
    if (namespaces.length === 0 || discovery.narrowed) return false;
    for (const namespace of namespaces) {
      if (!index.view(podsOf).has(namespace) || index.view(chartNamespaces).has(namespace)) return false;
      const targets = targetsOf(index, discovery, namespace);
      if (targets === undefined || targets.some((target) => relabel(target, relabelings) !== undefined)) return false;
    }
  }
  return true;
}

/** The one namespace that the relabelings keep, if they say so in a word. */
function namespaceKept({ relabelings }: ScrapeConfig): string | undefined {
  for (const { action, sources, separator, regex } of relabelings) {
    const position = sources.indexOf('__meta_kubernetes_namespace');
    if (action !== 'keep' || position < 0) continue;
    const parts = regex.split(separator);
    const part = parts.length === sources.length ? parts[position] : undefined;
    if (part !== undefined && /^[a-z0-9-]+$/.test(part)) return part;
  }
  return undefined;
}

/** What is wrong with a static target, if it names a Service of a namespace that the bundle fills. */
function findAddressProblem(index: ObjectIndex, address: string, own: string | undefined): string | undefined {
  const [, host = '', port] = /^(?:https?:\/\/)?([^:/]+)(?::(\d+))?(?:\/.*)?$/.exec(address) ?? [];
  const [name = '', namespace = own ?? DEFAULT_NAMESPACE, svc] = host.split('.');
  const isShort = !host.includes('.');
  if (name === '' || name === 'localhost' || (!isShort && svc !== 'svc') || /^\d+$/.test(name)) return undefined;
  const services = index.view(servicesOf).get(namespace);
  if (services === undefined) return undefined;
  const service = services.find(({ manifest }) => manifest.metadata.name === name);
  if (!service) return `name a Service of ${namespace}, got ${address}`;
  const { ports = [], clusterIP, type } = specOf(service);
  if (port === undefined || clusterIP === 'None' || type === 'ExternalName') return undefined;
  if (ports.some((each) => String(each.port) === port)) return undefined;
  return `name a port of Service ${name} (${ports.map((each) => each.port).join(', ')}), got ${address}`;
}
