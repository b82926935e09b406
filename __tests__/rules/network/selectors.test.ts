import { selectsNothing, unknownNamespaceLabel } from '../../../lib/rules/network/selectors';
import { deployment, pods, policyOf, saysOf } from './yaml';

const web = deployment('web');

describe('network/selects-nothing', () => {
  const says = (rest: string, more = '') =>
    saysOf(selectsNothing, web + more + policyOf('web', `policyTypes: [Ingress], ingress: [{ from: [${rest}] }]`));

  test('a policy and a peer that no pod has the labels of are found', () => {
    expect(saysOf(selectsNothing, web + policyOf('wbe', 'policyTypes: [Ingress]'))).toEqual([
      'podSelector app=wbe must select pods of namespace shop, got none',
    ]);
    expect(says(pods('aip'))).toEqual(['podSelector app=aip must select pods of namespace shop, got none']);
    expect(says('{ podSelector: { matchExpressions: [{ key: app, operator: In, values: [a, b] }] } }')).toEqual([
      'podSelector app In (a b) must select pods of namespace shop, got none',
    ]);
  });

  test.each([
    [
      'pods of a namespace of others',
      `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: other } }, podSelector: { matchLabels: { app: x } } }`,
    ],
    [
      'pods of namespaces by their labels',
      `{ namespaceSelector: { matchLabels: { team: a } }, podSelector: { matchLabels: { app: x } } }`,
    ],
    ['all pods', '{ podSelector: {} }'],
    ['one pod of a StatefulSet', '{ podSelector: { matchLabels: { statefulset.kubernetes.io/pod-name: db-0 } } }'],
    ['pods of cert-manager', "{ podSelector: { matchLabels: { acme.cert-manager.io/http01-solver: 'true' } } }"],
    ['pods of an operator', '{ podSelector: { matchLabels: { cnpg.io/cluster: db } } }'],
  ])('%s are not looked for', (_, peer) => {
    expect(says(peer)).toEqual([]);
  });

  test('in a namespace with custom resources that may make pods nothing is said', () => {
    const rollout = '---\napiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: api, namespace: shop }\n';
    expect(says(pods('api'), rollout)).toEqual([]);
    expect(says(pods('api'), rollout.replace('Rollout', 'Application'))).toHaveLength(1);
  });

  test('pods in the network of their node, and those of a Job by its name, count', () => {
    expect(
      saysOf(
        selectsNothing,
        deployment('web', 'shop', 'hostNetwork: true') + policyOf('web', 'policyTypes: [Ingress]'),
      ),
    ).toEqual([]);
    const job =
      '---\napiVersion: batch/v1\nkind: Job\nmetadata: { name: load, namespace: shop }\nspec: { template: { spec: { containers: [] } } }\n';
    expect(says('{ podSelector: { matchLabels: { job-name: load } } }', job)).toEqual([]);
  });
});

describe('network/unknown-namespace-label', () => {
  const selector = (text: string) =>
    policyOf('web', `policyTypes: [Ingress], ingress: [{ from: [{ namespaceSelector: ${text} }] }]`);
  const team = '---\napiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { team: a } }\n';

  test('a label that no namespace has is found, by pair and by expression', () => {
    expect(saysOf(unknownNamespaceLabel, team + selector('{ matchLabels: { name: kube-system } }'))).toEqual([
      'namespaceSelector must be on a label that a namespace has, got name=kube-system',
    ]);
    expect(
      saysOf(
        unknownNamespaceLabel,
        team + selector('{ matchExpressions: [{ key: team, operator: In, values: [b, c] }] }'),
      ),
    ).toEqual(['namespaceSelector must be on a label that a namespace has, got team=b or team=c']);
  });

  test.each([
    ['the name that the API server sets', '{ matchLabels: { kubernetes.io/metadata.name: anything } }'],
    ['a label of the bundle', '{ matchLabels: { team: a } }'],
    ['one of several values', '{ matchExpressions: [{ key: team, operator: In, values: [a, b] }] }'],
    ['a key of the bundle', '{ matchExpressions: [{ key: team, operator: Exists }] }'],
    ['the absence of a label', '{ matchExpressions: [{ key: other, operator: DoesNotExist }] }'],
    ['a label of OpenShift', '{ matchLabels: { policy-group.network.openshift.io/ingress: "" } }'],
    ['everything', '{}'],
  ])('%s is known', (_, text) => {
    expect(saysOf(unknownNamespaceLabel, team + selector(text))).toEqual([]);
  });
});
