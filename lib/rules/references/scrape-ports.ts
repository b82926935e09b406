import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { podTemplates } from '../views/pods';
import { podsSelected } from '../views/selections';
import { LabelSelector, selects } from '../views/selectors';
import { declaredPorts, namedPorts, services } from '../views/services';
import { text, Tree, tree, treeAt, trees } from '../views/tree';

/** A scrape asks a port that pods listen on. */
export const scrapePort: Rule = {
  id: 'references/scrape-port',
  title: 'A scrape asks a port that the pods declare',
  severity: 'warning',
  why: 'The target is down, or there is none at all, and no alert of it ever fires.',
  cure: 'name the port that serves metrics',
  sources: ['L63', 'class b', 'class d', 'kube-linter: dangling-servicemonitor'],
  judge: findWrongScrapes,
};

function* findWrongScrapes(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    const value = pod.annotations['prometheus.io/port'];
    const known = declaredPorts(pod);
    if (value === undefined || !/^\d+$/.test(value) || known.length === 0 || known.includes(Number(value))) continue;
    const at = [...pod.templateAt, 'metadata', 'annotations', 'prometheus.io/port'];
    yield {
      subject: pod.owner,
      at,
      message: `prometheus.io/port must be a port of the pod (${known.join(', ')}), got ${value}`,
    };
  }
  for (const subject of index.ofKind('ServiceMonitor')) {
    const spec = tree(subject.manifest['spec']);
    const selector = tree(spec['selector']) as LabelSelector;
    const found = index.view(services).filter(({ object, namespace }) => {
      return (
        inScope(spec, subject.manifest.metadata.namespace, namespace) &&
        selects(selector, object.manifest.metadata.labels ?? {})
      );
    });
    const names = new Set(found.flatMap(({ ports }) => ports.flatMap(({ name }) => name ?? [])));
    if (found.length > 0) yield* findWrongEndpoints(subject, 'endpoints', names, 'Services');
  }
  for (const subject of index.ofKind('PodMonitor')) {
    const spec = tree(subject.manifest['spec']);
    const found = podsSelected(index, undefined, tree(spec['selector']) as LabelSelector).filter(({ namespace }) =>
      inScope(spec, subject.manifest.metadata.namespace, namespace),
    );
    const names = new Set(found.flatMap((pod) => [...namedPorts(pod).keys()]));
    if (found.length > 0) yield* findWrongEndpoints(subject, 'podMetricsEndpoints', names, 'pods');
  }
}

/** A monitor looks into its own namespace, into some that it lists, or into all. */
function inScope(spec: Tree, own: string | undefined, namespace: string | undefined): boolean {
  const { any, matchNames } = treeAt(spec, 'namespaceSelector');
  if (any === true || namespace === undefined || own === undefined) return true;
  return Array.isArray(matchNames) ? matchNames.includes(namespace) : namespace === own;
}

function* findWrongEndpoints(
  subject: RenderedObject,
  list: string,
  names: ReadonlySet<string>,
  what: string,
): Iterable<Finding> {
  for (const [i, endpoint] of trees(tree(subject.manifest['spec'])[list]).entries()) {
    const port = text(endpoint['port']);
    if (port === undefined || names.has(port)) continue;
    const known = [...names].sort().join(', ') || 'none';
    yield {
      subject,
      at: ['spec', list, i, 'port'],
      message: `port '${port}' must be one of the ${what} that the monitor selects, got ${known}`,
    };
  }
}
