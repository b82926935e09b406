import { defineElasticsearch, ELASTICSEARCH, ElasticsearchOverrides } from './elasticsearch-support';

const timing = ELASTICSEARCH.probes.readiness;

interface Templated {
  readonly template: { readonly metadata: { readonly annotations: Record<string, string> } };
}

test('all props: nodes keep a volume each, start together, and are replaced when the last one has caught up', () => {
  expect(defineElasticsearch().find()('StatefulSet').spec).toMatchObject({
    replicas: 3,
    serviceName: 'search-headless',
    podManagementPolicy: 'Parallel',
    minReadySeconds: 60,
    volumeClaimTemplates: [
      { metadata: { name: 'data' }, spec: { storageClassName: 'fast', resources: { requests: { storage: '30Gi' } } } },
    ],
    template: {
      spec: {
        terminationGracePeriodSeconds: 180,
        priorityClassName: 'platform-data',
        securityContext: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch' },
      },
    },
  });
});

test.each<ElasticsearchOverrides>([
  { clusterName: 'other' },
  {
    users: { ...ELASTICSEARCH.users, reader: { roles: ['viewer'], password: { secret: 'readers', key: 'password' } } },
  },
])('a change of its files rolls the nodes: %j', (overrides) => {
  const checksumOf = (changes: ElasticsearchOverrides) => {
    const { template } = defineElasticsearch(changes).find()('StatefulSet').spec as Templated;
    return template.metadata.annotations['checksum/search'];
  };
  expect(checksumOf(overrides)).not.toBe(checksumOf({}));
});

test('nodes reach each other and clients reach only the REST interface', () => {
  const { search, find } = defineElasticsearch();
  expect(search.endpoint().ports).toEqual([{ port: 9200 }]);
  expect(find()('NetworkPolicy', 'search').spec).toMatchObject({
    ingress: [{ from: [{ podSelector: { matchLabels: search.peer.labels } }], ports: [{ port: 9300 }] }],
  });
});

test('one node talks to no other and has no budget', () => {
  const find = defineElasticsearch({ nodes: 1 }).find();
  expect(find('NetworkPolicy', 'search').spec).not.toHaveProperty('ingress');
  expect(() => find('PodDisruptionBudget')).toThrow('no PodDisruptionBudget');
});

test('of three nodes one at a time may be taken away', () => {
  expect(defineElasticsearch().find()('PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
});

test('tells clients its address and the authority to trust', () => {
  const { search } = defineElasticsearch();
  expect(search.url).toBe('https://search.data.svc.cluster.local:9200');
  expect(search.authority).toEqual({ secret: 'search-tls', key: 'ca.crt' });
});

test('starts after its certificate was issued', () => {
  const { search, certificate } = defineElasticsearch();
  expect(search.node.dependencies).toEqual([certificate]);
});

test.each<[ElasticsearchOverrides, string]>([
  [{ nodes: 0 }, 'nodes must be 1 or an odd number, so that a majority survives the loss of one, got 0'],
  [{ nodes: 2 }, 'nodes must be 1 or an odd number, so that a majority survives the loss of one, got 2'], // a split is even
  [{ drain: '180s' }, 'drain must be shorter than terminationGrace 180s, got 180s'],
  [
    { probes: { ...ELASTICSEARCH.probes, readiness: { ...timing, timeout: '10s' } } },
    'probes.readiness.timeout must be shorter than its period 10s, got 10s',
  ],
  [{ users: {} }, 'users must name at least one user, got none; there is no built-in one'],
])('fails for %j', (overrides, problem) => {
  expect(() => defineElasticsearch(overrides).find()).toThrow(`[test/search] ${problem}`);
});

test('fails for a certificate of another name', () => {
  expect(() => defineElasticsearch({}, ['search.data.svc']).find()).toThrow(
    '[test/search] certificate must name search.data.svc.cluster.local, got search.data.svc; issue it for Elasticsearch.dnsNames',
  );
});
