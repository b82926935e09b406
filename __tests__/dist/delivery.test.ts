import { ENVIRONMENTS, EnvironmentName } from '../../lib/model/environment';
import { environments } from '../../lib/environments';
import { platforms } from '../../lib/platforms';
import { all, Any, DistObject, distOf, find, finderOf, pods } from './read-dist';
import { nameOf, waveOf } from '../objects';

// Rows "order of deployment" and "backup: configuration by GitOps" of the warehouse platform.

const PLATFORMS = platforms.map(({ name }) => name).filter((name) => name !== 'cluster');

const groupKind = ({ apiVersion, kind }: Any) => `${apiVersion.includes('/') ? apiVersion.split('/')[0] : ''}/${kind}`;
const folderOf = ({ file }: DistObject) => file.split('/')[1] ?? '';

const applications = (environment: EnvironmentName) => all(environment, 'Application');
const platformsOf = (environment: EnvironmentName) =>
  applications(environment).filter(({ metadata, spec }) => spec.source.path && metadata.name !== 'root');
const heldBy = (environment: EnvironmentName, { spec }: Any) =>
  distOf(environment).filter(({ file }) => `dist/${file}`.startsWith(`${spec.source.path}/`));

/** Objects of a folder by name: what an Application can wait for. */
const index = (objects: readonly DistObject[]) => new Map(objects.map(({ object }) => [nameOf(object), object]));

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('every object is in exactly one Application, but for the root, which is applied by hand', () => {
    for (const object of distOf(environment)) {
      const holders = applications(environment).filter(
        ({ spec }) =>
          `dist/${object.file}`.startsWith(`${spec.source.path}/`) &&
          !object.file.endsWith(`/${spec.source.directory?.exclude}`),
      );
      expect([object.file, holders.length]).toEqual([object.file, object.file.endsWith('/argocd/root.yaml') ? 0 : 1]);
    }
  });

  test('no folder is deeper than an Application reads', () => {
    expect(distOf(environment).filter(({ file }) => file.split('/').length !== 3)).toEqual([]);
  });

  test('every namespace has one owner: a platform that makes it, or an add-on', () => {
    const objects = all(environment, 'Namespace').map(({ metadata }) => metadata.name);
    const managed = applications(environment)
      .filter(({ spec }) => spec.syncPolicy.managedNamespaceMetadata)
      .map(({ spec }) => spec.destination.namespace);
    expect(managed.length).toBeGreaterThan(0);
    expect(new Set([...objects, ...managed]).size).toBe(objects.length + managed.length);
    const used = distOf(environment).map(({ object }) => object.metadata.namespace).filter(Boolean);
    expect([...new Set(used)].filter((name) => ![...objects, ...managed, 'argocd'].includes(name))).toEqual([]);
  });

  test('a namespace that nothing makes any more is kept, with the data in it', () => {
    for (const { metadata } of all(environment, 'Namespace')) {
      expect(metadata.annotations['argocd.argoproj.io/sync-options']).toBe('Delete=false,Prune=false');
    }
  });

  test('every project admits what its Application holds, and nothing more', () => {
    const { delivery } = environments[environment];
    for (const application of [...platformsOf(environment), find(environment, 'Application', 'root')]) {
      const { spec } = find(environment, 'AppProject', application.spec.project);
      const objects = heldBy(environment, application).map(({ object }) => object);
      const kinds = (namespaced: boolean) =>
        [...new Set(objects.filter(({ metadata }) => (metadata.namespace !== undefined) === namespaced).map(groupKind))].sort();
      const list = (kindsOf: Any[] = []) => kindsOf.map(({ group, kind }) => `${group}/${kind}`).sort();
      expect(spec.sourceRepos).toEqual([delivery.repository]);
      expect(list(spec.clusterResourceWhitelist)).toEqual(kinds(false));
      expect(list(spec.namespaceResourceWhitelist)).toEqual(kinds(true));
      expect(spec.namespaceResourceBlacklist).toEqual(kinds(true).length > 0 ? undefined : [{ group: '*', kind: '*' }]);
      const namespaces = [...new Set(objects.map(({ metadata }) => metadata.namespace).filter(Boolean))].sort();
      expect(spec.destinations).toEqual([
        { server: delivery.server },
        ...namespaces.map((namespace) => ({ server: delivery.server, namespace })),
      ]);
    }
  });

  test('no Application is in a project of another or in the one that allows everything', () => {
    for (const { metadata, spec } of applications(environment)) {
      expect(spec.project).toBe(metadata.name);
      expect(find(environment, 'AppProject', spec.project).spec.sourceRepos).toEqual([spec.source.repoURL]);
      expect(metadata).not.toHaveProperty('finalizers');
    }
  });

  test('projects come first, then add-ons, then the cluster, then platforms and what watches them', () => {
    expect(new Set(all(environment, 'AppProject').map(waveOf))).toEqual(new Set([0]));
    const waves = Object.fromEntries(applications(environment).map((each) => [each.metadata.name, waveOf(each)]));
    expect(waves).toEqual({
      root: 1,
      'cert-manager': 1,
      'external-secrets': 1,
      'ingress-nginx': 1,
      'metrics-server': 1,
      cluster: 2,
      ...Object.fromEntries(PLATFORMS.map((name) => [name, 3])),
    });
  });

  test('every add-on is an exact version of a chart in a restricted namespace', () => {
    const charts = applications(environment).filter(({ spec }) => spec.source.chart);
    expect(charts.map(({ spec }) => `${spec.source.chart} ${spec.source.targetRevision}`).sort()).toEqual([
      'cert-manager v1.21.1',
      'external-secrets 2.9.0',
      'ingress-nginx 4.15.1',
      'metrics-server 3.13.1',
    ]);
    for (const { spec } of charts) {
      const { labels } = spec.syncPolicy.managedNamespaceMetadata;
      expect(labels['pod-security.kubernetes.io/enforce']).toBe('restricted');
      expect(spec.syncPolicy.syncOptions).toContain('CreateNamespace=true');
    }
  });

  test('the account that the store trusts is the one that the add-on runs under', () => {
    const { source, destination } = find(environment, 'Application', 'external-secrets').spec;
    const account = { name: source.helm.valuesObject.serviceAccount.name, namespace: destination.namespace };
    const { provider } = find(environment, 'ClusterSecretStore', 'platform-secrets').spec;
    expect([account, undefined]).toContainEqual(provider.aws?.auth.jwt.serviceAccountRef);
    expect(Boolean(provider.aws)).toBe(environment !== 'dev');
  });

  test('a Secret is made in an earlier wave than every pod that reads it', () => {
    const made = new Map<string, number>([
      ...all(environment, 'ExternalSecret').map((each) => [`${each.metadata.namespace}/${each.spec.target.name}`, waveOf(each)] as const),
      ...all(environment, 'Certificate').map((each) => [`${each.metadata.namespace}/${each.spec.secretName}`, waveOf(each)] as const),
    ]);
    const read = pods(environment).flatMap(({ owner, spec }) =>
      [...JSON.stringify(spec).matchAll(/"(?:secretName|secretKeyRef":\{"key":"[^"]*","name)":"([^"]+)"/g)].map(([, name]) => ({
        owner,
        made: made.get(`${owner.metadata.namespace}/${name}`),
      })),
    );
    expect(read.length).toBeGreaterThan(10);
    expect(read.filter((each) => !((each.made ?? Infinity) < waveOf(each.owner))).map(({ owner }) => nameOf(owner))).toEqual([]);
  });

  test('servers that keep data are up before Jobs that prepare them, and those before the services', () => {
    const wave = (kind: string, name: string | RegExp) => waveOf(finderOf('wms')(environment, kind, name));
    const chains = [
      [wave('StatefulSet', 'mongodb'), wave('Job', /^mongodb-replica-set-/), wave('Deployment', 'inventory-service')],
      [wave('StatefulSet', 'kafka-broker'), wave('Job', /^kafka-topics-/), wave('Deployment', 'routing-service')],
      [
        wave('StatefulSet', 'temporal-postgresql'),
        wave('Job', /^temporal-schema-/),
        wave('Deployment', 'temporal-frontend'),
        wave('Job', /^temporal-namespaces-/),
        wave('Deployment', 'orchestrator'),
      ],
      [wave('StatefulSet', 'temporal-elasticsearch'), wave('Job', /^temporal-index-/), wave('Deployment', 'temporal-history')],
    ];
    for (const chain of chains) expect(chain).toEqual([...new Set(chain)].sort((a, b) => a - b));
  });

  test('an init or preparing pod that names the host of a Service comes after it, and no Service is named too early', () => {
    const services = all(environment, 'Service');
    const hostsIn = (text: string) => services.filter(({ metadata: { name, namespace } }) => new RegExp(`\\b${name}\\.${namespace}\\.svc\\b`).test(text));
    const jobs = pods(environment).filter(({ owner }) => owner.kind === 'Job');
    const named = jobs.flatMap(({ owner, spec }) => hostsIn(JSON.stringify(spec)).map((service) => ({ owner, service })));
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter(({ owner, service }) => waveOf(service) >= waveOf(owner)).map(({ owner }) => nameOf(owner))).toEqual([]);
  });

  test('ConfigMaps and accounts stand no later than the pods that name them, in one Application', () => {
    for (const application of platformsOf(environment)) {
      const held = heldBy(environment, application);
      const known = index(held);
      const workloads = held.filter(({ object }) => object.spec?.template?.spec?.serviceAccountName);
      for (const { object } of workloads) {
        const { serviceAccountName, volumes = [] } = object.spec.template.spec;
        const maps = volumes.filter(({ configMap }: Any) => configMap).map(({ configMap }: Any) => `ConfigMap ${object.metadata.namespace}/${configMap.name}`);
        for (const name of [`ServiceAccount ${object.metadata.namespace}/${serviceAccountName}`, ...maps]) {
          expect([name, waveOf(known.get(name)) <= waveOf(object)]).toEqual([name, true]);
        }
      }
    }
  });

  test('every folder of an environment is one Application, and the bundle of Applications has a file for each', () => {
    const folders = [...new Set(distOf(environment).map(folderOf))].sort();
    const paths = applications(environment).map(({ spec }) => spec.source.path).filter(Boolean).map((path: string) => path.split('/')[2]);
    expect(paths.sort()).toEqual(folders);
  });
});
