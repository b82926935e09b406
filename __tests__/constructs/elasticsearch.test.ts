import { Chart, Testing } from 'cdk8s';
import { CertificateAuthority } from '../../lib/constructs/certificate-authority';
import { Elasticsearch, ElasticsearchProps } from '../../lib/constructs/elasticsearch';
import { PlatformNamespace } from '../../lib/constructs/platform-namespace';
import { ServingCertificate } from '../../lib/constructs/serving-certificate';
import { namespaceIn, objectsOf, SMALL } from './support';

type Overrides = Partial<Omit<ElasticsearchProps, 'namespace' | 'certificate'>>;

const timing = { period: '10s', timeout: '3s', failures: 3 } as const;

const required: Required<Omit<ElasticsearchProps, 'namespace' | 'certificate'>> = {
  image: 'registry.example/elasticsearch:8.19.20',
  nodes: 3,
  clusterName: 'visibility',
  clusterDomain: 'cluster.local',
  storage: '30Gi',
  storageClassName: 'fast',
  resources: SMALL,
  scratch: '256Mi',
  user: 1000,
  group: 1000,
  roles: {
    temporal: {
      cluster: ['monitor', 'manage_index_templates'],
      indices: [{ names: ['temporal_visibility_v1*'], privileges: ['manage', 'read', 'write'] }],
    },
  },
  users: {
    temporal: { roles: ['temporal'], password: { secret: 'elasticsearch', key: 'temporal-password' } },
    elastic: { roles: ['superuser'], password: { secret: 'operators', key: 'password' } },
  },
  probes: { startup: { ...timing, failures: 60 }, readiness: timing, liveness: timing },
  drain: '20s',
  terminationGrace: '180s',
  minReady: '60s',
  priorityClassName: 'platform-data',
};

function certificateIn(chart: Chart, namespace: PlatformNamespace, dnsNames: readonly string[]) {
  const life = { duration: '3650d', renewBefore: '365d' } as const;
  const authority = new CertificateAuthority(chart, 'search-ca', { namespace: namespace.name, ...life });
  return new ServingCertificate(chart, 'search-tls', { authority, dnsNames, duration: '90d', renewBefore: '30d' });
}

function define(overrides: Overrides = {}, dnsNames = Elasticsearch.dnsNames('search', 'data', 'cluster.local')) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const certificate = certificateIn(chart, namespace, dnsNames);
  const search = new Elasticsearch(chart, 'search', { namespace, certificate, ...required, ...overrides });
  return { chart, search, certificate, find: objectsOf.bind(undefined, chart) };
}

interface Container {
  readonly command?: string[];
  readonly env: { name: string; value?: string }[];
  readonly volumeMounts: { name: string; mountPath: string; readOnly?: boolean }[];
  readonly [field: string]: unknown;
}

interface Set {
  readonly replicas: number;
  readonly template: {
    readonly metadata: { readonly annotations: Record<string, string> };
    readonly spec: {
      readonly initContainers: [Container];
      readonly containers: [Container];
      readonly volumes: { name: string }[];
    };
  };
}

function render(overrides: Overrides = {}) {
  const find = define(overrides).find();
  const set = find('StatefulSet').spec as Set;
  const files = (find('ConfigMap', 'search') as unknown as { data: Record<string, string> }).data;
  const [init] = set.template.spec.initContainers;
  const [node] = set.template.spec.containers;
  return { find, set, files, init, node, volumes: set.template.spec.volumes };
}

const valueOf = ({ env }: Container, name: string) => env.find((variable) => variable.name === name)?.value;

const settingsOf = (yaml = '') =>
  Object.fromEntries(
    yaml
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/))
      .map(([key, value = '']) => [key, JSON.parse(value) as unknown]),
  );

test('all props: nodes keep a volume each, start together, and are replaced when the last one has caught up', () => {
  expect(render().find('StatefulSet').spec).toMatchObject({
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

test('encrypts both layers, knows no built-in user and needs no setting of the host', () => {
  expect(settingsOf(render().files['elasticsearch.yml'])).toEqual({
    'cluster.name': 'visibility',
    'discovery.seed_hosts': ['search-headless.data.svc.cluster.local'],
    'http.port': 9200,
    'ingest.geoip.downloader.enabled': false,
    'network.host': '0.0.0.0',
    'node.name': '${POD_NAME}',
    'node.store.allow_mmap': false,
    'readiness.port': 8080,
    'transport.port': 9300,
    'xpack.ml.enabled': false,
    'xpack.security.authc.reserved_realm.enabled': false,
    'xpack.security.enabled': true,
    'xpack.security.http.ssl.certificate': 'certs/tls.crt',
    'xpack.security.http.ssl.certificate_authorities': ['certs/ca.crt'],
    'xpack.security.http.ssl.enabled': true,
    'xpack.security.http.ssl.key': 'certs/tls.key',
    'xpack.security.transport.ssl.certificate': 'certs/tls.crt',
    'xpack.security.transport.ssl.certificate_authorities': ['certs/ca.crt'],
    'xpack.security.transport.ssl.enabled': true,
    'xpack.security.transport.ssl.key': 'certs/tls.key',
    'xpack.security.transport.ssl.verification_mode': 'certificate',
  });
});

test('no setting founds a cluster: that is left to the start of the first node', () => {
  const { files, init } = render();
  expect(files['elasticsearch.yml']).not.toContain('initial_master_nodes');
  expect(files['elasticsearch.yml']).not.toContain('single-node');
  expect(valueOf(init, 'INITIAL_MASTER_NODES')).toBe('search-0,search-1,search-2');
});

test('the start marks and asks for the same file, on the volume', () => {
  const { init, node } = render();
  const marker = '/usr/share/elasticsearch/data/cluster-formed';
  expect([valueOf(init, 'FORMED_MARKER'), valueOf(node, 'FORMED_MARKER')]).toEqual([marker, marker]);
  for (const container of [init, node]) {
    expect(container.volumeMounts).toContainEqual({ name: 'data', mountPath: '/usr/share/elasticsearch/data' });
  }
});

test('a role is one line, since its reader takes each line at the margin for a new one', () => {
  expect(render().files['roles.yml']).toBe(
    'temporal: {"cluster":["monitor","manage_index_templates"],' +
      '"indices":[{"names":["temporal_visibility_v1*"],"privileges":["manage","read","write"]}]}\n',
  );
});

test('each user has a password from a Secret of its own choice', () => {
  const { files, volumes } = render();
  expect(files.users).toBe('elastic superuser\ntemporal temporal\n');
  expect(volumes).toContainEqual({
    name: 'passwords',
    projected: {
      defaultMode: 0o440,
      sources: [
        { secret: { name: 'operators', items: [{ key: 'password', path: 'elastic' }] } },
        { secret: { name: 'elasticsearch', items: [{ key: 'temporal-password', path: 'temporal' }] } },
      ],
    },
  });
});

test('the node itself sees no password', () => {
  const { node } = render();
  expect(JSON.stringify(node)).not.toContain('password');
});

test('all that a node writes is a folder of its own, on a read-only root', () => {
  const { node, volumes } = render();
  expect(node.securityContext).toMatchObject({ readOnlyRootFilesystem: true });
  const writable = node.volumeMounts.filter(({ readOnly }) => !readOnly).map(({ mountPath }) => mountPath);
  const home = '/usr/share/elasticsearch';
  expect(writable).toEqual([`${home}/config`, `${home}/data`, `${home}/logs`, '/tmp']);
  for (const name of ['config', 'logs', 'tmp']) {
    expect(volumes).toContainEqual({ name, emptyDir: { sizeLimit: '256Mi' } });
  }
});

test('the log of the collector fills none of them', () => {
  expect(render().files['logging.options']?.split('\n')[0]).toBe('-Xlog:disable');
});

test('the certificate lies inside the folder of the configuration, the only one that may be read', () => {
  const { node, volumes } = render();
  const path = '/usr/share/elasticsearch/config/certs';
  expect(node.volumeMounts).toContainEqual({ name: 'certificate', mountPath: path, readOnly: true });
  expect(volumes.find(({ name }) => name === 'certificate')).toMatchObject({
    secret: { secretName: 'search-tls', items: [{ key: 'tls.crt' }, { key: 'tls.key' }, { key: 'ca.crt' }] },
  });
});

test('is ready while it knows a master, and restarted only for a failure of its own', () => {
  const { node } = render();
  const listens = { tcpSocket: { port: 'transport' } };
  expect(node).toMatchObject({
    startupProbe: { ...listens, failureThreshold: 60 },
    readinessProbe: { exec: { command: ['/opt/elasticsearch/ready.sh'] }, timeoutSeconds: 3 },
    livenessProbe: { ...listens, failureThreshold: 3 },
    lifecycle: { preStop: { exec: { command: ['/bin/sleep', '20'] } } },
  });
  expect(valueOf(node, 'READINESS_PORT')).toBe('8080');
});

test.each<Overrides>([
  { clusterName: 'other' },
  { users: { ...required.users, reader: { roles: ['viewer'], password: { secret: 'readers', key: 'password' } } } },
])('a change of its files rolls the nodes: %j', (overrides) => {
  const checksumOf = (set: Set) => set.template.metadata.annotations['checksum/search'];
  expect(checksumOf(render(overrides).set)).not.toBe(checksumOf(render().set));
});

test('nodes reach each other and clients reach only the REST interface', () => {
  const { search, find } = define();
  expect(search.endpoint().ports).toEqual([{ port: 9200 }]);
  expect(find()('NetworkPolicy', 'search').spec).toMatchObject({
    ingress: [{ from: [{ podSelector: { matchLabels: search.peer.labels } }], ports: [{ port: 9300 }] }],
  });
});

test('one node talks to no other and has no budget', () => {
  const { find } = render({ nodes: 1 });
  expect(find('NetworkPolicy', 'search').spec).toMatchObject({ ingress: [] });
  expect(() => find('PodDisruptionBudget')).toThrow('no PodDisruptionBudget');
});

test('of three nodes one at a time may be taken away', () => {
  expect(define().find()('PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
});

test('tells clients its address and the authority to trust', () => {
  const { search } = define();
  expect(search.url).toBe('https://search.data.svc.cluster.local:9200');
  expect(search.authority).toEqual({ secret: 'search-tls', key: 'ca.crt' });
});

test('starts after its certificate was issued', () => {
  const { search, certificate } = define();
  expect(search.node.dependencies).toEqual([certificate]);
});

test.each<[Overrides, string]>([
  [{ nodes: 0 }, 'nodes must be 1 or an odd number, so that a majority survives the loss of one, got 0'],
  [{ nodes: 2 }, 'nodes must be 1 or an odd number, so that a majority survives the loss of one, got 2'], // a split is even
  [{ drain: '180s' }, 'drain must be shorter than terminationGrace 180s, got 180s'],
  [
    { probes: { ...required.probes, readiness: { ...timing, timeout: '10s' } } },
    'probes.readiness.timeout must be shorter than its period 10s, got 10s',
  ],
  [{ users: {} }, 'users must name at least one user, got none; there is no built-in one'],
])('fails for %j', (overrides, problem) => {
  expect(() => define(overrides).find()).toThrow(`[test/search] ${problem}`);
});

test('fails for a certificate of another name', () => {
  expect(() => define({}, ['search.data.svc']).find()).toThrow(
    '[test/search] certificate must name search.data.svc.cluster.local, got search.data.svc; issue it for Elasticsearch.dnsNames',
  );
});
