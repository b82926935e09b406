import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import {
  defineElasticsearchExporter,
  ELASTICSEARCH_EXPORTER,
} from '../__tests__/constructs/elasticsearch/elasticsearch-exporter-support';
import { elasticsearchExporter } from '../lib/monitoring/metrics/stores';
import { Certificates, makeCertificates } from './certificates';
import { findUnreported } from './exposition';
import { forAllTests, Stoppable } from './harness/for-all-tests';
import { goModuleFolder, goProgram } from './harness/go-program';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { startServer } from './harness/process';
import { VERSIONS } from './harness/versions';

const MODULE = 'github.com/prometheus-community/elasticsearch_exporter';
const PASSWORD = 'with a space';

/** What a cluster answers, and the privilege that its users need for it. */
const ANSWERS: Readonly<Record<string, readonly [answer: object, privilege: string]>> = {
  '/': [{ cluster_name: 'search', version: { number: '8.19.20', lucene_version: '9.12.2' } }, 'cluster: monitor'],
  '/_cluster/health': [{ cluster_name: 'search', status: 'green', number_of_nodes: 3 }, 'cluster: monitor'],
  '/_nodes/stats': [{}, 'cluster: monitor'],
  '/_cat/shards': [[], 'cluster: monitor'],
  '/_all/_stats': [{}, 'indices: monitor'],
  '/_alias': [{}, 'indices: view_index_metadata'],
};

/** What a node of a real cluster answered to the makers of the exporter, who test it with that. */
async function nodeStats(): Promise<object> {
  const folder = await goModuleFolder(MODULE, VERSIONS.elasticsearchExporter);
  return JSON.parse(readFileSync(join(folder, 'fixtures/nodestats/7.13.1.json'), 'utf8')) as object;
}

/** Stands in for a cluster: the same TLS, the same login, and a note of what it was asked. */
async function startStandIn({ key, certificate }: Certificates) {
  const stats = await nodeStats();
  const asked = new Set<string>();
  const authorization = `Basic ${Buffer.from(`${ELASTICSEARCH_EXPORTER.userName}:${PASSWORD}`).toString('base64')}`;
  const server = createServer({ key, cert: certificate }, (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    asked.add(path);
    const isKnown = request.headers.authorization === authorization;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKnown ? (path === '/_nodes/stats' ? stats : (ANSWERS[path]?.[0] ?? {})) : {}));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, HOST, resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { asked, stop, url: `https://localhost:${port}` };
}

interface Holder {
  readonly template: { readonly spec: { readonly containers: [{ readonly args: string[] }] } };
}

/** The exporter with the arguments of its pod, but for the port and the folder of this machine. */
async function startExporter(
  url: string,
  authority: string,
): Promise<Stoppable & { get(path: string): Promise<string> }> {
  const folder = makeTempFolder('elasticsearch-exporter');
  writeFileSync(join(folder, 'ca.crt'), authority);
  const { find } = defineElasticsearchExporter({ server: { ...ELASTICSEARCH_EXPORTER.server, url } });
  const [{ args }] = (find()('Deployment').spec as Holder).template.spec.containers;
  const port = await freePort();
  const get = async (path: string) => (await fetch(`http://${HOST}:${port}${path}`)).text();
  const program = {
    name: 'elasticsearch-exporter',
    module: MODULE,
    version: VERSIONS.elasticsearchExporter,
    main: MODULE,
  };
  const server = await startServer({
    name: 'exporter',
    command: await goProgram(program),
    args: args.map((arg) => arg.replace('/etc/elasticsearch-authority', folder).replace(':9114', `${HOST}:${port}`)),
    env: { ES_USERNAME: ELASTICSEARCH_EXPORTER.userName, ES_PASSWORD: PASSWORD },
    folder,
    ready: () =>
      get('/healthz').then(
        () => true,
        () => false,
      ),
    readyWithinMs: 30_000,
  });
  return { get, stop: () => server.stop().then(() => removeFolder(folder)) };
}

const fixture = forAllTests(async () => {
  const made = await makeCertificates(['localhost']);
  const stranger = await makeCertificates(['localhost']);
  const cluster = await startStandIn(made);
  const trusting = await startExporter(cluster.url, made.authority);
  const wary = await startExporter(cluster.url, stranger.authority);
  const stop = () => Promise.all([trusting.stop(), wary.stop()]).then(cluster.stop);
  return { cluster, trusting, wary, stop };
}, 10);

test('logs in to a cluster that its authority vouches for, and reports its health', async () => {
  const metrics = await fixture().trusting.get('/metrics');
  expect(metrics).toContain('elasticsearch_cluster_health_status{cluster="search",color="green"} 1\n');
  expect(metrics).toContain('elasticsearch_cluster_health_number_of_nodes{cluster="search"} 3\n');
});

test('reports what alerts and dashboards read', async () => {
  expect(findUnreported(elasticsearchExporter, [await fixture().trusting.get('/metrics')])).toEqual([]);
});

test('asks for nothing that its role does not cover', async () => {
  await fixture().trusting.get('/metrics');
  expect([...fixture().cluster.asked].sort()).toEqual(Object.keys(ANSWERS).sort());
});

test('sends nothing to a cluster that another authority vouches for, and stays alive', async () => {
  const { wary } = fixture();
  expect(await wary.get('/metrics')).not.toContain('elasticsearch_cluster_health_status');
  expect(await wary.get('/healthz')).toBe('OK\n');
  expect(await wary.get('/')).toContain('Elasticsearch Exporter');
});
