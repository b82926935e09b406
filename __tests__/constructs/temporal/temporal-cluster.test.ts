import { Testing } from 'cdk8s';
import { StatelessWorkload } from '../../../lib/constructs/workloads/stateless-workload';
import { TEMPORAL_PORTS, TEMPORAL_ROLES } from '../../../lib/constructs/temporal/temporal-roles';
import { SyncWaves } from '../../../lib/gitops/sync-waves';
import { fixed } from '../../../lib/model/scale';
import { namespaceIn, objectsOf } from '../support';
import { defineCluster } from './temporal-cluster-support';
import { podOf } from './temporal-support';

test.each(TEMPORAL_ROLES)('%s runs in pods of its own, started without a shell', (role) => {
  const { chart } = defineCluster();
  expect(objectsOf(chart)('Deployment', `temporal-${role}`).spec).toMatchObject({ replicas: 3 });
  expect(podOf(chart, 'Deployment', `temporal-${role}`).containers[0]).toMatchObject({
    command: ['temporal-server'],
    args: ['--config-file', '/etc/temporal/files/config.yaml', '--allow-no-auth', 'start', '--service', role],
  });
});

test('each role may have a number of pods of its own', () => {
  const { chart } = defineCluster({ replicas: { frontend: 2, history: 4, matching: 3, worker: 1 } });
  const replicasOf = (role: string) => objectsOf(chart)('Deployment', `temporal-${role}`).spec;
  expect(replicasOf('history')).toMatchObject({ replicas: 4 });
  expect(replicasOf('worker')).toMatchObject({ replicas: 1 });
});

test('all roles read the same files, and roll when these change', () => {
  const { chart } = defineCluster();
  const annotationsOf = (role: string) =>
    (objectsOf(chart)('Deployment', `temporal-${role}`).spec as { template: { metadata: { annotations: object } } })
      .template.metadata.annotations;
  expect(annotationsOf('frontend')).toEqual(annotationsOf('worker'));
  expect(Object.keys(annotationsOf('frontend'))).toEqual(['checksum/temporal']);
  expect(Object.keys(objectsOf(chart)('ConfigMap', 'temporal').data as object)).toEqual([
    'config.yaml',
    'dynamic.yaml',
  ]);
});

test('passwords come from Secrets and the address from the pod itself', () => {
  expect(podOf(defineCluster().chart, 'Deployment', 'temporal-history').containers[0].env).toEqual([
    { name: 'CONFIG_FOLDER', value: '/etc/temporal/files' },
    { name: 'POD_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } } },
    { name: 'BIND_IP', value: '0.0.0.0' },
    { name: 'SQL_PASSWORD', valueFrom: { secretKeyRef: { name: 'postgresql', key: 'password' } } },
    {
      name: 'ELASTICSEARCH_PASSWORD',
      valueFrom: { secretKeyRef: { name: 'elasticsearch', key: 'temporal-password' } },
    },
  ]);
});

test('the authority of Elasticsearch is mounted where the configuration looks for it', () => {
  const { chart } = defineCluster();
  expect(podOf(chart, 'Deployment', 'temporal-worker').containers[0].volumeMounts).toContainEqual({
    name: 'elasticsearch-ca',
    mountPath: '/etc/temporal/elasticsearch-ca',
    readOnly: true,
  });
});

test('with PostgreSQL alone, nothing speaks of Elasticsearch', () => {
  const { chart } = defineCluster({ visibility: { kind: 'postgres', database: 'temporal_visibility' }, replicas: 1 });
  expect(JSON.stringify(Testing.synth(chart))).not.toMatch(/elasticsearch/i);
});

test.each([
  ['frontend', 7233, 'WorkflowService'],
  ['history', 7234, 'HistoryService'],
  ['matching', 7235, 'MatchingService'],
])('%s is asked for its health by gRPC', (role, port, service) => {
  const grpc = { port, service: `temporal.api.workflowservice.v1.${service}` };
  expect(podOf(defineCluster().chart, 'Deployment', `temporal-${role}`).containers[0]).toMatchObject({
    startupProbe: { grpc },
    readinessProbe: { grpc },
    livenessProbe: { grpc },
  });
});

test('a worker that waits for a frontend is not ready, and is not restarted', () => {
  const httpGet = { path: '/metrics', port: 'metrics', scheme: 'HTTP' };
  expect(podOf(defineCluster().chart, 'Deployment', 'temporal-worker').containers[0]).toMatchObject({
    startupProbe: { httpGet },
    readinessProbe: { grpc: { port: 7239, service: 'temporal.api.workflowservice.v1.WorkerService' } },
    livenessProbe: { httpGet },
  });
});

test('clients know the frontend alone, and start after all roles', () => {
  const { chart, cluster } = defineCluster();
  expect(cluster.address).toBe('temporal-frontend.data.svc.cluster.local:7233');
  expect(cluster.endpoint()).toMatchObject({ ports: [{ port: 7233 }], after: [cluster] });
  expect(objectsOf(chart)('Service', 'temporal-frontend').spec).toMatchObject({
    ports: [
      { name: 'grpc', port: 7233 },
      { name: 'http', port: 7243 },
      { name: 'metrics', port: 9090 },
    ],
  });
});

interface Rule {
  readonly ports: readonly { readonly port: number }[];
  readonly to: readonly { readonly podSelector?: { readonly matchLabels: Readonly<Record<string, string>> } }[];
}

/** `role:port` of everything that a role may connect to. */
function reachedBy(role: string): string[] {
  const { egress } = objectsOf(defineCluster().chart)('NetworkPolicy', `temporal-${role}`).spec as { egress: Rule[] };
  return egress.flatMap(({ ports, to: [peer] }) => {
    const name = peer?.podSelector?.matchLabels['app.kubernetes.io/name'];
    return name === undefined ? [] : ports.map(({ port }) => `${name.replace('temporal-', '')}:${port}`);
  });
}

test.each([
  ['frontend', ['frontend:7233', 'history:7234', 'matching:7235']],
  ['history', ['frontend:7233', 'frontend:7243', 'history:7234', 'matching:7235']],
  ['matching', ['history:7234', 'matching:7235']],
  ['worker', ['frontend:7233', 'history:7234', 'matching:7235']],
])('%s may call %j, and every member may watch every other', (role, calls) => {
  const members = ['frontend:6933', 'history:6934', 'matching:6935', 'worker:6939'];
  expect(reachedBy(role).sort()).toEqual([...members, ...calls].sort());
});

test('membership ports fit into the column of the database that they are written to', () => {
  const ports = Object.values(TEMPORAL_PORTS).map(({ membership }) => membership);
  expect(Math.max(...ports)).toBeLessThanOrEqual(32_767);
  expect(new Set(ports).size).toBe(ports.length);
});

test('all roles start together, after the stores and the Jobs that make the schemas', () => {
  const chart = Testing.chart();
  const pod = { user: 1, group: 1, terminationGrace: '1s', priorityClassName: 'platform', containers: [] } as const;
  const workload = (id: string) =>
    new StatelessWorkload(chart, id, {
      namespace: namespaceIn(chart, `${id}-space`),
      component: 'server',
      scale: fixed(1),
      minReady: '0s',
      progressDeadline: '60s',
      pod,
    });
  const store = workload('store');
  const job = workload('job');
  job.connectTo(store.endpoint(5432));
  const { cluster } = defineCluster({ stores: [store.endpoint(5432)], after: [job] });
  const waves = new SyncWaves();
  const wavesOfRoles = cluster.metricsTargets.map((target) => waves.waveOf(target.workload));
  expect(wavesOfRoles).toEqual([2, 2, 2, 2]);
});

test('metrics come from every role', () => {
  const targets = defineCluster().cluster.metricsTargets.map(({ workload, port }) => `${workload.name}:${port}`);
  expect(targets).toEqual(TEMPORAL_ROLES.map((role) => `temporal-${role}:9090`));
});
