import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Rule } from '../rule';
import { grouped } from '../views/grouped';
import { DEFAULT_NAMESPACE } from '../views/network-policies';
import { LabelSelector, selects } from '../views/selectors';
import { Service, services } from '../views/services';
import { cluster } from './cluster';
import { Connectivity, connectivity, isPods, Party, portsAt, ResolvedRule } from './connectivity';
import { isForeign, namedPort, PodGroup } from './pod-group';
import { PortSet } from './port-set';

export const scraperShutOut: Rule = {
  id: 'network/scraper-shut-out',
  title: 'Policies let in who scrapes the pods that ask for it',
  severity: 'error',
  why: 'A scrape that policies shut times out: the target is down for ever, and its alerts with it.',
  cure: 'allow ingress to the metrics port from the pods of the scraper',
  sources: ['N18'],
  *judge(index) {
    const found = index.view(connectivity);
    for (const { group, ports, subject, at } of scrapes(index)) {
      if (ports.isEmpty || !found.isIsolated('ingress', group) || admitsScraper(found, group, ports)) continue;
      const message = `${group.text}:${ports.toString()} must be open to a scraper, got no rule that admits one`;
      yield { subject, at, message };
    }
  },
};

interface Scrape {
  readonly group: PodGroup;

  /** Any of them is enough. */
  readonly ports: PortSet;
  readonly subject: RenderedObject;
  readonly at: FieldPath;
}

function* scrapes(index: ObjectIndex): Iterable<Scrape> {
  const { workloads } = index.view(cluster);
  for (const group of workloads) {
    for (const { annotations, owner, templateAt } of group.pods) {
      if (annotations['prometheus.io/scrape'] !== 'true') continue;
      const port = PortSet.parse(annotations['prometheus.io/port'] ?? '') ?? everyPort(group);
      const at = [...templateAt, 'metadata', 'annotations', 'prometheus.io/scrape'];
      yield { group, ports: inMesh(group) ? port.union(MERGED) : port, subject: owner, at };
    }
  }
  yield* monitored(index);
}

/** Where a sidecar of Istio answers for its pod. */
const MERGED = PortSet.of('TCP', 15_020).union(PortSet.of('TCP', 15_090));

function inMesh({ labels, pods }: PodGroup): boolean {
  const terms = pods.flatMap(({ annotations }) => Object.keys({ ...labels, ...annotations }));
  return terms.some((key) => key.includes('istio.io/'));
}

function everyPort({ ports }: PodGroup): PortSet {
  return ports.reduce<PortSet>((sum, { containerPort }) => sum.union(PortSet.of('TCP', containerPort)), PortSet.NONE);
}

/** Pods that ServiceMonitors and PodMonitors of the Prometheus operator choose. */
function* monitored(index: ObjectIndex): Iterable<Scrape> {
  const world = index.view(cluster);
  const own = (groups: readonly PodGroup[]) => groups.filter((group) => !isForeign(group));
  for (const subject of index.ofKind('PodMonitor')) {
    const { selector = {}, namespaces, podMetricsEndpoints = [] } = monitorOf(subject);
    for (const namespace of namespaces ?? [...world.namespaces.keys()]) {
      for (const group of own(world.select(namespace, selector))) {
        for (const [position, endpoint] of podMetricsEndpoints.entries()) {
          const ports = endpoint.port === undefined ? PortSet.NONE : namedPort(group, endpoint.port, 'TCP');
          yield { group, ports, subject, at: ['spec', 'podMetricsEndpoints', position] };
        }
      }
    }
  }
  for (const subject of index.ofKind('ServiceMonitor')) {
    const { selector = {}, namespaces, endpoints = [] } = monitorOf(subject);
    const chosen = (namespaces ?? [...world.namespaces.keys()])
      .flatMap((namespace) => index.view(servicesByNamespace).get(namespace) ?? [])
      .filter(({ object }) => selects(selector, object.manifest.metadata.labels ?? {}));
    for (const service of chosen) {
      const groups = service.selector
        ? own(world.select(service.namespace ?? DEFAULT_NAMESPACE, { matchLabels: service.selector }))
        : [];
      for (const group of groups) {
        for (const [position, { port }] of endpoints.entries()) {
          yield { group, ports: targetOf(service, port, group), subject, at: ['spec', 'endpoints', position] };
        }
      }
    }
  }
}

const servicesByNamespace: View<ReadonlyMap<string, readonly Service[]>> = (index) =>
  grouped(index.view(services), ({ namespace }) => namespace ?? DEFAULT_NAMESPACE);

interface Monitor {
  readonly selector?: LabelSelector;
  readonly namespaceSelector?: { readonly any?: boolean; readonly matchNames?: readonly string[] };
  readonly endpoints?: readonly { readonly port?: string }[];
  readonly podMetricsEndpoints?: readonly { readonly port?: string }[];
}

/** A monitor looks at its own namespace, unless it says otherwise; undefined is all of them. */
function monitorOf({ manifest }: RenderedObject): Monitor & { readonly namespaces: readonly string[] | undefined } {
  const spec = (manifest['spec'] ?? {}) as Monitor;
  const { any, matchNames } = spec.namespaceSelector ?? {};
  const own = [manifest.metadata.namespace ?? DEFAULT_NAMESPACE];
  return { ...spec, namespaces: any === true ? undefined : matchNames?.length ? matchNames : own };
}

function targetOf({ ports }: Service, name: string | undefined, group: PodGroup): PortSet {
  const entry = name === undefined ? undefined : ports.find((own) => own.name === name);
  if (entry === undefined) return PortSet.NONE;
  const { target } = entry;
  return typeof target === 'number' ? PortSet.of('TCP', target) : namedPort(group, target, 'TCP');
}

function admitsScraper(found: Connectivity, group: PodGroup, ports: PortSet): boolean {
  return found
    .rulesOf('ingress', group)
    .filter(({ rule }) => !portsAt(rule, group).intersect(ports).isEmpty)
    .some(mayScrape);
}

/** Programs that collect metrics, by the names that their images and labels have. */
const SCRAPER =
  /prometheus|vmagent|victoria|alloy|grafana-agent|otel|opentelemetry|telegraf|datadog|metricbeat|thanos|monitor|observab|metrics/i;

/** Pods of others that only pass requests on. */
const EDGE = /ingress|kong|traefik|gateway|haproxy|contour|envoy/i;

/** Whether a rule admits anybody who could be a scraper. Of pods of others little is known, so most could. */
function mayScrape({ peers }: ResolvedRule): boolean {
  return peers?.some(({ parties }) => parties.some(couldScrape)) ?? true;
}

function couldScrape(party: Party): boolean {
  if (!isPods(party)) return true;
  if (SCRAPER.test(party.text)) return true;
  if (isForeign(party)) return !EDGE.test(party.text);
  const images = party.pods.flatMap(({ spec }) => (spec.containers ?? []).map(({ image }) => image ?? ''));
  return images.some((image) => SCRAPER.test(image));
}
