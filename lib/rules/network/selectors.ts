import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Rule } from '../rule';
import { DEFAULT_NAMESPACE, networkPolicies, Policy } from '../views/network-policies';
import { podTemplates } from '../views/pods';
import { LabelSelector, selects } from '../views/selectors';
import { cluster, describeSelector, namesPods } from './cluster';
import { isForeign, labelsOf, NAMESPACE_NAME_LABEL } from './pod-group';
import { unseenPodsIn } from './unseen-pods';

export const selectsNothing: Rule = {
  id: 'network/selects-nothing',
  title: 'Selectors of NetworkPolicies select pods',
  severity: 'warning', // pods of other bundles may stand in the same namespace
  why: 'A selector that selects no pod is no error to a cluster: the policy or the peer has no effect.',
  cure: 'select labels that pods have',
  sources: ['N04', 'N24'],
  *judge(index) {
    const known = index.view(namespacesOfPods);
    const fails = (namespace: string, selector: LabelSelector) =>
      known.has(namespace) && !index.view(unseenPodsIn)(namespace, selector) && !selectsAny(index, namespace, selector);
    for (const policy of index.view(networkPolicies)) {
      const { object, namespace, podSelector, rules } = policy;
      if (fails(namespace, podSelector))
        yield { subject: object, at: ['spec', 'podSelector'], message: messageOf(podSelector, namespace) };
      for (const { peers = [] } of rules) {
        for (const peer of peers.filter(namesPods)) {
          const target = peer.namespaceSelector === undefined ? namespace : namedNamespace(peer.namespaceSelector);
          const pods = peer.podSelector ?? {};
          if (target !== undefined && fails(target, pods))
            yield { subject: object, at: peer.at, message: messageOf(pods, target) };
        }
      }
    }
  },
};

function messageOf(selector: LabelSelector, namespace: string): string {
  return `podSelector ${describeSelector(selector)} must select pods of namespace ${namespace}, got none`;
}

/** Namespaces that the bundle has pods for. */
const namespacesOfPods: View<ReadonlySet<string>> = (index) =>
  new Set(index.view(podTemplates).map(({ namespace }) => namespace ?? DEFAULT_NAMESPACE));

function selectsAny(index: ObjectIndex, namespace: string, selector: LabelSelector): boolean {
  if (
    index
      .view(cluster)
      .select(namespace, selector)
      .some((group) => !isForeign(group))
  )
    return true;
  return index
    .view(podsOfNodes)
    .some((pod) => (pod.namespace ?? DEFAULT_NAMESPACE) === namespace && selects(selector, labelsOf(pod)));
}

/** Pods in the network of their node: a selector may mean them, whatever comes of it. */
const podsOfNodes = (index: ObjectIndex) => index.view(podTemplates).filter(({ spec }) => spec.hostNetwork === true);

/** The one namespace that a selector selects by name alone. */
function namedNamespace({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string | undefined {
  return matchExpressions.length === 0 && Object.keys(matchLabels).length === 1
    ? matchLabels[NAMESPACE_NAME_LABEL]
    : undefined;
}

export const unknownNamespaceLabel: Rule = {
  id: 'network/unknown-namespace-label',
  title: 'Policies select namespaces by labels that somebody sets',
  severity: 'error',
  why: 'A label that no namespace has selects none: what the rule should open stays shut.',
  cure: `select a namespace by ${NAMESPACE_NAME_LABEL}, which the API server sets to its name`,
  sources: ['N05'],
  *judge(index) {
    const namespaces = index.ofKind('Namespace').map(({ manifest }) => manifest.metadata.labels ?? {});
    const set = new Set(
      namespaces.flatMap((labels) => Object.entries(labels).flatMap(([key, value]) => [key, `${key}=${value}`])),
    );
    for (const policy of index.view(networkPolicies)) {
      for (const { subject, at, label } of namespaceLabels(policy)) {
        if (label.some((term) => set.has(term))) continue;
        const message = `namespaceSelector must be on a label that a namespace has, got ${label.join(' or ')}`;
        yield { subject, at, message };
      }
    }
  },
};

interface NamespaceLabel {
  readonly subject: RenderedObject;
  readonly at: FieldPath;

  /** Any of them must be set, as `key=value` or `key`. */
  readonly label: readonly string[];
}

/** Keys that the API server and distributions set themselves. */
const SET_BY_SERVERS = /^kubernetes\.io\/metadata\.name$|(?:^|\.)openshift\.io\/|^field\.cattle\.io\//;

function namespaceLabels({ object, rules }: Policy): NamespaceLabel[] {
  const selectors = rules.flatMap(({ peers = [] }) =>
    peers.flatMap(({ at, namespaceSelector }) => (namespaceSelector ? [{ at, namespaceSelector }] : [])),
  );
  return selectors.flatMap(({ at, namespaceSelector: { matchLabels = {}, matchExpressions = [] } }) => {
    const base = [...at, 'namespaceSelector'];
    const pairs = Object.entries(matchLabels).filter(([key]) => !SET_BY_SERVERS.test(key));
    const needed = matchExpressions.filter(
      ({ key, operator }) => !SET_BY_SERVERS.test(key) && (operator === 'In' || operator === 'Exists'),
    );
    return [
      ...pairs.map(([key, value]) => ({
        subject: object,
        at: [...base, 'matchLabels', key],
        label: [`${key}=${value}`],
      })),
      ...needed.map(({ key, operator, values = [] }) => {
        return {
          subject: object,
          at: [...base, 'matchExpressions'],
          label: operator === 'In' ? values.map((value) => `${key}=${value}`) : [key],
        };
      }),
    ];
  });
}
