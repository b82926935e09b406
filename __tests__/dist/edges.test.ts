import { findAnnotationProblems } from '../../lib/constructs/edge/known-annotations';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any, find, pods } from './read-dist';

const TIER = 'platform-manifests/tier';
const CONTROLLER = 'ingress-nginx/ingress-nginx';
/** The document of the order platform opens no Ingress in dev. */
const PUBLIC = {
  dev: ['onboarding/onboarding-workflow', 'wms-platform/order-service', 'wms-platform/waving-service'],
  staging: ['onboarding/onboarding-workflow', 'order-platform/api-gateway', 'wms-platform/order-service', 'wms-platform/waving-service'],
  prod: ['onboarding/onboarding-workflow', 'order-platform/api-gateway', 'wms-platform/order-service', 'wms-platform/waving-service'],
};
const HOSTS = {
  dev: ['api.onboarding.dev.example.com', 'orders.wms.dev.example.com', 'waves.wms.dev.example.com'],
  staging: ['api-staging.orderplatform.com', 'api.onboarding.staging.example.com', 'orders.wms.staging.example.com', 'waves.wms.staging.example.com'],
  prod: ['api.onboarding.example.com', 'api.orderplatform.com', 'orders.wms.example.com', 'waves.wms.example.com'],
};
/** Open to some only: an Ingress of its own, by the certificate of the host. */
const GUARDED = ['onboarding/onboarding-workflow-admin'];
/** The one that a load balancer leads to, with nothing between: it is a gateway itself. */
const DIRECT = 'mes-production/kong';
const limits = { dev: '20', staging: '50', prod: '100' };

const nameOf = ({ metadata }: Any): string => `${metadata.namespace}/${metadata.name}`;
const peerName = ({ ipBlock, namespaceSelector, podSelector }: Any): string =>
  ipBlock
    ? ipBlock.cidr
    : `${namespaceSelector.matchLabels['kubernetes.io/metadata.name']}/${podSelector.matchLabels['app.kubernetes.io/name'] ?? podSelector.matchLabels['k8s-app']}`;

describe.each(ENVIRONMENTS)('%s', (environment) => {
  const tiers = new Map(
    pods(environment).map(({ owner, metadata }) => [
      `${owner.metadata.namespace}/${metadata.labels['app.kubernetes.io/name']}`,
      metadata.labels[TIER],
    ]),
  );
  const policies = all(environment, 'NetworkPolicy').filter(({ spec }) => spec.podSelector.matchLabels?.['app.kubernetes.io/name']);
  const clients = (policy: Any): string[] => (policy.spec.ingress ?? []).flatMap(({ from }: Any) => from.map(peerName));
  const servers = (policy: Any): string[] => (policy.spec.egress ?? []).flatMap(({ to }: Any) => to.map(peerName));
  const inTier = (tier: string): string[] => [...tiers].filter(([, value]) => value === tier).map(([name]) => name);

  test('few hosts are public through an Ingress with firewall, limit and TLS, and nothing else is', () => {
    const ingresses = all(environment, 'Ingress');
    expect(ingresses.map(nameOf).sort()).toEqual([...PUBLIC[environment], ...GUARDED].sort());
    const hosts = [...new Set(ingresses.map(({ spec }) => spec.tls[0].hosts[0]))].sort();
    expect(hosts).toEqual(HOSTS[environment]);
    for (const { metadata, spec } of ingresses) {
      expect(spec.ingressClassName).toBe('nginx');
      expect(metadata.annotations).toMatchObject({
        'nginx.ingress.kubernetes.io/enable-modsecurity': 'true',
        'nginx.ingress.kubernetes.io/enable-owasp-core-rules': 'true',
        'nginx.ingress.kubernetes.io/modsecurity-transaction-id': '$request_id',
        'nginx.ingress.kubernetes.io/limit-rps': limits[environment],
        'nginx.ingress.kubernetes.io/limit-burst-multiplier': '5',
        'nginx.ingress.kubernetes.io/ssl-redirect': 'true',
      });
    }
    const issuer = find(environment, 'ClusterIssuer', /./).metadata.name;
    const asking = ingresses.filter(({ metadata }) => metadata.annotations['cert-manager.io/cluster-issuer'] === issuer);
    expect(asking.map(nameOf).sort()).toEqual(PUBLIC[environment]);
    const services = all(environment, 'Service');
    const direct = services.filter(({ spec }) => spec.type !== 'ClusterIP').map(nameOf);
    expect(direct).toEqual([DIRECT]);
    expect(all(environment, 'Gateway', 'HTTPRoute')).toEqual([]);
  });

  test('every annotation of an Ingress is one that a controller knows and accepts', () => {
    for (const { metadata } of all(environment, 'Ingress')) {
      const names = Object.keys(metadata.annotations).filter((name) => !/^(?:platform-manifests|argocd)/.test(name));
      expect(names.length).toBeGreaterThan(5);
      expect(findAnnotationProblems(Object.fromEntries(names.map((name) => [name, ''])))).toEqual([]);
    }
  });

  test('the firewall refuses what it finds, and a client over its limit is told so', () => {
    const { config: data } = find(environment, 'Application', 'ingress-nginx').spec.source.helm.valuesObject.controller;
    expect(data).toMatchObject({
      'enable-modsecurity': 'true',
      'enable-owasp-modsecurity-crs': 'true',
      'limit-req-status-code': '429',
      'annotations-risk-level': 'High',
    });
    expect(data['modsecurity-snippet'].trim().split('\n')).toEqual([
      'Include /etc/nginx/modsecurity/modsecurity.conf',
      'SecRuleEngine On',
    ]);
  });

  test('certificates are asked for over HTTP, and the answers get through policy and quota', () => {
    const { spec } = find(environment, 'ClusterIssuer', /^letsencrypt/);
    expect(spec.acme).toEqual({
      email: 'platform-operators@example.com',
      server: `https://acme-${environment === 'dev' ? 'staging-' : ''}v02.api.letsencrypt.org/directory`,
      privateKeySecretRef: { name: expect.stringMatching(/^letsencrypt(?:-staging)?-account$/) },
      solvers: [{ http01: { ingress: { ingressClassName: 'nginx', serviceType: 'ClusterIP' } } }],
    });
    const solvers = all(environment, 'NetworkPolicy').filter(({ metadata }) => metadata.name === 'acme-solver');
    const namespaces = new Set(PUBLIC[environment].map((name) => name.split('/')[0]));
    expect(solvers.map(({ metadata }) => metadata.namespace).sort()).toEqual([...namespaces]);
    for (const policy of solvers) {
      expect(policy.spec.podSelector).toEqual({ matchLabels: { 'acme.cert-manager.io/http01-solver': 'true' } });
      expect([clients(policy), policy.spec.ingress[0].ports]).toEqual([[CONTROLLER], [{ port: 8089, protocol: 'TCP' }]]);
    }
  });

  test('every pod has one tier, which no selector goes by', () => {
    const ownPods = pods(environment).map(({ owner, metadata }) => [nameOf(owner), metadata.labels[TIER]]);
    expect(ownPods.filter(([, tier]) => !['public', 'internal', 'data'].includes(tier ?? ''))).toEqual([]);
    expect(inTier('public').sort()).toEqual([DIRECT, ...PUBLIC[environment]]);
    const stores = ['mongodb/mongodb', 'kafka/kafka-broker', 'temporal/temporal-postgresql', 'temporal/temporal-frontend'];
    expect(inTier('data')).toEqual(expect.arrayContaining(stores));
    expect(inTier('data').filter((name) => name.startsWith('wms-platform/'))).toEqual([]);
    const selectors = all(environment, 'Deployment', 'StatefulSet', 'Service', 'NetworkPolicy', 'PodDisruptionBudget');
    selectors.forEach(({ spec }) => {
      expect(JSON.stringify([spec.selector, spec.podSelector, spec.ingress, spec.egress])).not.toContain(TIER);
    });
  });

  test('the way in from the internet ends at public services', () => {
    const entered = policies.filter((policy) => clients(policy).includes(CONTROLLER)).map(nameOf);
    expect([...entered, DIRECT].sort()).toEqual(inTier('public').sort());
    const byAddress = all(environment, 'NetworkPolicy').filter((policy) => nameOf(policy) !== DIRECT).flatMap(clients).filter((client) => /^[\d.]+\/\d+$/.test(client));
    expect(byAddress).toEqual([]);
  });

  test('data is reached only by workloads of the cluster that declare it, and admits nobody who does not', () => {
    const data = new Set(inTier('data'));
    const declared = new Set(policies.flatMap((policy) => servers(policy).map((server) => `${nameOf(policy)} > ${server}`)));
    const admitted = policies
      .filter((policy) => data.has(nameOf(policy)))
      .flatMap((policy) => clients(policy).map((client) => `${client} > ${nameOf(policy)}`))
      .filter((pair) => !pair.startsWith('observability/'));
    expect(admitted.length).toBeGreaterThan(20);
    expect(admitted.filter((pair) => !declared.has(pair))).toEqual([]);
    const strangers = admitted.map((pair) => pair.split(' > ')[0] ?? '').filter((client) => !tiers.has(client));
    expect(strangers).toEqual([]);
  });

  test('nothing of the data tier reaches the internet; shipping reaches the carriers on 443, and says whom', () => {
    const outward = policies.filter((policy) => servers(policy).includes('0.0.0.0/0'));
    expect(outward.map((policy) => tiers.get(nameOf(policy)))).not.toContain('data');
    const policy = find(environment, 'NetworkPolicy', 'shipping-service');
    expect(outward.map(nameOf)).toContain(nameOf(policy));
    expect(policy.metadata.annotations['platform-manifests/reaches']).toBe('carrier APIs: api.carriers.example.com:443');
    const internet = policy.spec.egress.filter(({ to }: Any) => to[0].ipBlock);
    expect(internet.map(({ ports }: Any) => ports)).toEqual([[{ port: 443, protocol: 'TCP' }]]);
  });

  test('the mesh is off, and nothing of it is there', () => {
    expect(all(environment, 'PeerAuthentication')).toEqual([]);
    const labels = all(environment, 'Namespace').flatMap(({ metadata }) => Object.keys(metadata.labels));
    expect(labels.filter((label) => label.includes('istio'))).toEqual([]);
  });
});
