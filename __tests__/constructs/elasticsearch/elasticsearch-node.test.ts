import { defineElasticsearch } from './elasticsearch-support';

interface Container {
  readonly command?: string[];
  readonly env: { name: string; value?: string }[];
  readonly volumeMounts: { name: string; mountPath: string; readOnly?: boolean }[];
  readonly [field: string]: unknown;
}

interface Pod {
  readonly initContainers: [Container];
  readonly containers: [Container];
  readonly volumes: { name: string }[];
}

function render() {
  const find = defineElasticsearch().find();
  const { template } = find('StatefulSet').spec as { template: { spec: Pod } };
  const { data } = find('ConfigMap', 'search') as unknown as { data: Record<string, string> };
  const { initContainers, containers, volumes } = template.spec;
  return { files: data, init: initContainers[0], node: containers[0], volumes };
}

const valueOf = ({ env }: Container, name: string) => env.find((variable) => variable.name === name)?.value;

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
