import { all, Any, find } from '../__tests__/dist/read-dist';
import { environments } from '../lib/environments';
import { ENVIRONMENTS, EnvironmentName } from '../lib/model/environment';
import { apply, kubectl } from './applied';
import { ChartName, openChart } from './harness/charts';
import { forAllTests } from './harness/for-all-tests';
import { startKubernetes } from './harness/kubernetes';
import { VERSIONS } from './harness/versions';

/** Charts that a Go module carries, with the kinds that their makers add when they pack a release. */
const charts: readonly (readonly [ChartName, readonly string[]])[] = [
  ['cert-manager', []],
  ['external-secrets', ['apiextensions.k8s.io/CustomResourceDefinition']],
];

/** Kinds that must be known before objects of others, and those after which the server asks somebody who is not there. */
const FIRST = ['CustomResourceDefinition', 'ServiceAccount'];
const LAST = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];
const rank = ({ kind }: Any) => Number(LAST.includes(kind)) - Number(FIRST.includes(kind));

const groupKind = ({ apiVersion, kind }: Any) => `${apiVersion.includes('/') ? apiVersion.split('/')[0] : ''}/${kind}`;
const listed = (kinds: Any[] = []): string[] => kinds.map(({ group, kind }) => `${group}/${kind}`);

/** The paths of all values that are no maps. */
const leavesOf = (values: Any, path: string[] = []): string[][] =>
  typeof values === 'object' ? Object.keys(values).flatMap((key) => leavesOf(values[key], [...path, key])) : [path];

/** Values of which one is another. */
function alter(values: Any, [key = '', ...rest]: string[]): Any {
  const value = values[key];
  if (rest.length > 0) return { ...values, [key]: alter(value, rest) };
  const other = typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${value}x`;
  return { ...values, [key]: other };
}

describe.each(charts)('the chart %s', (name, packed) => {
  const chart = forAllTests(() => openChart(name), 10);

  const application = (environment: EnvironmentName) => find(environment, 'Application', name).spec;
  const render = (environment: EnvironmentName, values?: Any): Promise<Any[]> => {
    const { destination, source } = application(environment);
    return chart().render({
      name: source.helm.releaseName,
      namespace: destination.namespace,
      kubernetes: `${environments[environment].kubernetesMinor.slice(1)}.0`,
      values: values ?? source.helm.valuesObject,
    });
  };

  test.each(ENVIRONMENTS)(
    'every value that we set changes what is rendered for %s',
    async (environment) => {
      const { valuesObject } = application(environment).source.helm;
      const rendered = JSON.stringify(await render(environment));
      const leaves = leavesOf(valuesObject);
      expect(leaves.length).toBeGreaterThan(10);
      const unread: string[] = [];
      for (const leaf of leaves) {
        const changed = JSON.stringify(await render(environment, alter(valuesObject, leaf)));
        if (changed === rendered) unread.push(leaf.join('.'));
      }
      expect(unread).toEqual([]);
    },
    120_000,
  );

  test.each(ENVIRONMENTS)(
    'the project of %s admits every object, where it is',
    async (environment) => {
      const { spec } = find(environment, 'AppProject', name);
      const objects = await render(environment);
      const admitted = [...listed(spec.clusterResourceWhitelist), ...listed(spec.namespaceResourceWhitelist)];
      const refused = objects.map(groupKind).filter((kind) => !admitted.includes(kind));
      expect(refused).toEqual([]);
      const namespaces = spec.destinations.map(({ namespace }: Any) => namespace);
      const elsewhere = objects.map(({ metadata }) => metadata.namespace).filter((each) => !namespaces.includes(each));
      expect(elsewhere).toEqual([]);
      // What staging and prod have more of than dev: budgets.
      const rendered = [...(await render('prod')), ...objects].map(groupKind);
      expect(admitted.filter((kind) => !rendered.includes(kind)).sort()).toEqual([...packed, '/Namespace'].sort());
    },
    30_000,
  );

  describe('on a server', () => {
    const kubernetes = forAllTests(() => startKubernetes({ version: VERSIONS.kubernetes.newest }), 25);

    test('every object is taken into a namespace as restricted as ours, and nothing changes the second time', async () => {
      const { destination, syncPolicy } = application('prod');
      const metadata = { name: destination.namespace, ...syncPolicy.managedNamespaceMetadata };
      await apply(kubernetes(), [{ apiVersion: 'v1', kind: 'Namespace', metadata }]);
      const objects = (await render('prod')).sort((a, b) => rank(a) - rank(b));
      expect(objects.length).toBeGreaterThan(15);
      const applied = await apply(kubernetes(), objects);
      expect({ code: applied.code, stderr: applied.stderr }).toEqual({ code: 0, stderr: '' });
      const versions = async () =>
        JSON.parse((await kubectl(kubernetes(), objects, 'get', '-f', '-', '-o', 'json')).stdout).items.map(
          ({ kind, metadata: { name: object, resourceVersion } }: Any) => `${kind} ${object} ${resourceVersion}`,
        );
      const before = await versions();
      expect(before).toHaveLength(objects.length);
      expect((await apply(kubernetes(), objects)).code).toBe(0);
      expect(await versions()).toEqual(before);
    }, 120_000);
  });
});

test('an add-on whose chart is not here is named', () => {
  const named = all('prod', 'Application').flatMap(({ spec }) => spec.source.chart ?? []);
  expect(named.filter((name) => !charts.some(([chart]) => chart === name)).sort()).toEqual([
    'ingress-nginx',
    'metrics-server',
  ]);
});
