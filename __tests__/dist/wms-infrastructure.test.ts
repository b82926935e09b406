import { ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any, finderOf } from './read-dist';

const find = finderOf('wms');
const ofCluster = finderOf('cluster');

// Figures: 'infrastructure' of the platforms' tables, dev / staging / prod.
const columns = <T>(dev: T, staging: T, prod: T) => [
  ['dev', dev] as const,
  ['staging', staging] as const,
  ['prod', prod] as const,
];

const claims = ({ spec }: Any) => spec.volumeClaimTemplates.map((claim: Any) => claim.spec);
const storage = (object: Any) => claims(object).map(({ resources }: Any) => resources.requests.storage);
const resourcesOf = ({ spec }: Any, index = 0) => {
  const { requests, limits } = spec.template.spec.containers[index].resources;
  return [requests.cpu, requests.memory, limits.cpu, limits.memory];
};
const job = (environment: (typeof ENVIRONMENTS)[number], name: string) =>
  find(environment, 'Job', new RegExp(`^${name}-[0-9a-f]{8}$`));
const properties = (text: string) =>
  Object.fromEntries(text.split('\n').flatMap((line) => (line.includes('=') ? [line.split(/=(.*)/).slice(0, 2)] : [])));

describe('MongoDB', () => {
  test.each(columns([1, '10Gi'], [3, '50Gi'], [3, '100Gi']))('%s: members and storage are %j', (environment, [members, size]) => {
    const set = find(environment, 'StatefulSet', 'mongodb');
    expect([set.spec.replicas, ...storage(set)]).toEqual([members, size]);
    expect(claims(set)[0].storageClassName).toBe('ssd');
    expect(resourcesOf(set)).toEqual(['250m', '512Mi', '1', '1Gi']);
  });

  test.each(ENVIRONMENTS)('%s: the headless Service publishes members before they are ready', (environment) => {
    const { spec } = find(environment, 'Service', 'mongodb-headless');
    expect(spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
    expect(spec.ports.map(({ port }: Any) => port)).toEqual([27017, 9216]);
  });

  test.each(columns(1, 3, 3))('%s: the connection string lists %d members, the set and the user', (environment, members) => {
    const { namespace } = find(environment, 'ExternalSecret', 'mongodb-credentials').metadata;
    const { uri } = find(environment, 'ExternalSecret', 'mongodb-credentials').spec.target.template.data;
    const hosts = Array.from({ length: members }, (_, index) => `mongodb-${index}.mongodb-headless.mongodb.svc.cluster.local:27017`);
    expect(namespace).toBe('wms-platform');
    expect(uri).toBe(
      `mongodb://wmsuser:{{ .wmsuser_password }}@${hosts.join(',')}/wms?replicaSet=rs0&retryWrites=true&w=majority`,
    );
  });

  test.each(ENVIRONMENTS)('%s: the user may write the nine databases, and the set is rs0', (environment) => {
    job(environment, 'mongodb-replica-set');
    const desired = JSON.parse(find(environment, 'ConfigMap', 'mongodb-replica-set').data['desired.json']);
    const [user] = desired.users;
    expect(desired.replicaSet).toBe('rs0');
    expect([user.name, user.database]).toEqual(['wmsuser', 'wms']);
    expect(user.roles.map(({ role, db }: Any) => `${role} ${db}`)).toEqual(
      ['orders', 'waving', 'routing', 'picking', 'consolidation', 'packing', 'shipping', 'inventory', 'labor'].map(
        (name) => `readWrite ${name}_db`,
      ),
    );
  });
});

describe('Kafka', () => {
  test.each(columns([1, 0], [3, 3], [3, 3]))('%s: brokers and controllers are %j', (environment, [brokers, controllers]) => {
    const broker = find(environment, 'StatefulSet', 'kafka-broker');
    expect([broker.spec.replicas, ...storage(broker)]).toEqual([brokers, '50Gi']);
    expect(resourcesOf(broker)).toEqual(['500m', '1Gi', '2', '2Gi']);
    const nodes = all(environment, 'StatefulSet').filter(({ metadata }: Any) => `${metadata.namespace}/${metadata.name}` === 'kafka/kafka-controller');
    expect(nodes.map(({ spec }: Any) => spec.replicas)).toEqual(controllers === 0 ? [] : [controllers]);
    nodes.forEach((node) => expect(storage(node)).toEqual(['20Gi']));
  });

  test.each(columns([1, 1], [3, 2], [3, 2]))('%s: copies and in-sync copies are %j', (environment, [copies, inSync]) => {
    const settings = properties(find(environment, 'ConfigMap', 'kafka-broker').data['server.properties']);
    expect(settings).toMatchObject({
      'default.replication.factor': String(copies),
      'min.insync.replicas': String(inSync),
      'offsets.topic.replication.factor': String(copies),
      'transaction.state.log.replication.factor': String(copies),
      'transaction.state.log.min.isr': String(inSync),
      'log.retention.hours': '168',
      'log.segment.bytes': '1073741824',
      'auto.create.topics.enable': 'false',
      'unclean.leader.election.enable': 'false',
    });
  });

  test.each(columns(1, 3, 3))('%s: the nine topics have their partitions, a week, and %d copies', (environment, copies) => {
    job(environment, 'kafka-topics');
    const { data } = find(environment, 'ConfigMap', 'kafka-topics');
    const catalogue = Object.entries(data).find(([key]) => !key.endsWith('.sh') && String(data[key]).includes('wms.'))?.[1];
    const lines = String(catalogue).split('\n').filter((line) => line.startsWith('wms.'));
    const topics = Object.fromEntries(lines.map((line) => line.split(/\s+/)).map(([name, ...figures]) => [name, figures]));
    const figures = { orders: 6, waves: 6, routing: 6, picking: 6, consolidation: 4, packing: 4, shipping: 4, inventory: 6, labor: 4 };
    expect(Object.keys(topics).sort()).toEqual(Object.keys(figures).map((name) => `wms.${name}.events`).sort());
    for (const [name, partitions] of Object.entries(figures)) {
      const [actual, factor, ...rest] = topics[`wms.${name}.events`] ?? [];
      expect([name, actual, factor]).toEqual([name, String(partitions), String(copies)]);
      expect(rest.join(' ')).toContain('retention.ms=604800000');
      expect(rest.join(' ').includes('compression.type=gzip')).toBe(name === 'orders');
    }
  });

  test.each(ENVIRONMENTS)('%s: the exporter answers on 9308, the JMX agent on 9404', (environment) => {
    expect(find(environment, 'Deployment', 'kafka-exporter').spec.template.spec.containers[0].ports[0].containerPort).toBe(9308);
    const ports = find(environment, 'StatefulSet', 'kafka-broker').spec.template.spec.containers[0].ports;
    expect(ports).toContainEqual({ name: 'jmx', containerPort: 9404, protocol: 'TCP' });
  });
});

describe('Temporal', () => {
  const roles = ['frontend', 'history', 'matching', 'worker'];

  test.each(columns(1, 2, 3))('%s: each of the four roles has %d pods', (environment, replicas) => {
    for (const role of roles) {
      const deployment = find(environment, 'Deployment', `temporal-${role}`);
      expect(deployment.spec.replicas).toBe(replicas);
      expect(resourcesOf(deployment)).toEqual(['200m', '512Mi', '1', '1Gi']);
      const [container] = deployment.spec.template.spec.containers;
      expect(container.ports).toContainEqual(expect.objectContaining({ containerPort: 9090 }));
    }
  });

  test.each(ENVIRONMENTS)('%s: clients reach the frontend on 7233, people the web interface on 8080', (environment) => {
    expect(find(environment, 'Service', 'temporal-frontend').spec.ports).toContainEqual(expect.objectContaining({ port: 7233 }));
    expect(find(environment, 'Service', 'temporal-web').spec.ports).toContainEqual(expect.objectContaining({ port: 8080 }));
    expect(find(environment, 'Deployment', 'temporal-web').spec.replicas).toBe(1);
  });

  test.each(ENVIRONMENTS)('%s: a process opens at most 20 connections to each database', (environment) => {
    const config: string = find(environment, 'ConfigMap', 'temporal').data['config.yaml'];
    expect(config.match(/maxConns: \d+/g)).toEqual(['maxConns: 20']);
    expect(config).toContain('numHistoryShards: 512');
  });

  test.each(columns(1, 2, 3))('%s: PostgreSQL accepts every pool, also during a roll-out', (environment, replicas) => {
    const server = find(environment, 'StatefulSet', 'temporal-postgresql');
    const args: string[] = server.spec.template.spec.containers[0].args;
    const [, limit = '0'] = /max_connections=(\d+)/.exec(args.join(' ')) ?? [];
    expect(storage(server)).toEqual(['20Gi']);
    expect(resourcesOf(server)).toEqual(['250m', '512Mi', '1', '1Gi']);
    expect(Number(limit)).toBeGreaterThan(roles.length * (replicas + 1) * 20);
  });

  test.each(columns(1, 3, 3))('%s: Elasticsearch keeps visibility on %d nodes', (environment, nodes) => {
    const set = find(environment, 'StatefulSet', 'temporal-elasticsearch');
    expect([set.spec.replicas, ...storage(set)]).toEqual([nodes, '30Gi']);
    expect(resourcesOf(set)).toEqual(['500m', '1Gi', '2', '2Gi']);
    const config: string = find(environment, 'ConfigMap', 'temporal-elasticsearch').data['elasticsearch.yml'];
    expect(config).toContain('node.store.allow_mmap: false');
    expect(config).toContain('xpack.security.enabled: true');
  });

  test.each(ENVIRONMENTS)('%s: schema and index are made before the server starts', (environment) => {
    const wave = ({ metadata }: Any) => Number(metadata.annotations['argocd.argoproj.io/sync-wave'] ?? 0);
    const server = wave(find(environment, 'Deployment', 'temporal-frontend'));
    const databases = job(environment, 'temporal-schema').spec.template.spec.containers[0].env.find(
      ({ name }: Any) => name === 'DATABASES',
    );
    expect(databases.value).toBe('temporal=postgresql/v12/temporal temporal_visibility=postgresql/v12/visibility');
    expect(wave(job(environment, 'temporal-schema'))).toBeLessThan(server);
    expect(wave(job(environment, 'temporal-index'))).toBeLessThan(server);
  });

  test.each(ENVIRONMENTS)('%s: the namespace wms-platform is registered with a week of retention', (environment) => {
    const { data } = find(environment, 'ConfigMap', 'temporal-namespaces');
    expect(data['namespaces.tsv'].split('\t').slice(0, 3)).toEqual(['wms-platform', '604800', 'keep']);
    job(environment, 'temporal-namespaces');
  });
});

describe('Cluster', () => {
  test.each(columns('Delete', 'Retain', 'Retain'))('%s: the storage class is SSD, grows, and its disks are %sd', (environment, policy) => {
    expect(ofCluster(environment, 'StorageClass', 'ssd')).toMatchObject({
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3' },
      reclaimPolicy: policy,
      allowVolumeExpansion: true,
      volumeBindingMode: 'WaitForFirstConsumer',
    });
  });

  test.each(ENVIRONMENTS)('%s: the four layers are namespaces with policies, quota, limits and readers', (environment) => {
    for (const name of ['wms-platform', 'mongodb', 'kafka', 'temporal']) {
      expect(find(environment, 'Namespace', name).metadata.labels['pod-security.kubernetes.io/enforce']).toBe('restricted');
      for (const kind of ['ResourceQuota', 'LimitRange', 'RoleBinding', 'NetworkPolicy']) {
        expect(all(environment, kind).filter(({ metadata }: Any) => metadata.namespace === name)).not.toHaveLength(0);
      }
    }
  });
});
