import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find } from '../__tests__/dist/read-dist';
import { ENVIRONMENTS } from '../lib/model/environment';
import { prometheus, scrape } from '../lib/monitoring/metrics/cluster';
import { goService } from '../lib/monitoring/metrics/go-service';
import { findUnreported, only } from './exposition';
import { run } from './harness/command';
import { forAllTests } from './harness/for-all-tests';
import { goProgram } from './harness/go-program';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { startServer, waitUntil } from './harness/process';
import { VERSIONS } from './harness/versions';

const MODULE = 'github.com/prometheus/prometheus';

let promtool = '';

beforeAll(async () => {
  const main = `${MODULE}/cmd/promtool`;
  promtool = await goProgram({ name: 'promtool', module: MODULE, version: VERSIONS.prometheus, main });
}, 25 * 60_000);

/** Writes files to a folder of their own, and asks promtool about the configuration among them. */
async function check(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  Object.entries(files).forEach(([name, content]) => writeFileSync(join(folder, name), content));
  try {
    // The token and the authority of the account are only in a pod.
    return await run(promtool, ['check', 'config', '--syntax-only', join(folder, 'prometheus.yml')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each(ENVIRONMENTS)('the server of the same version takes the configuration of %s', async (environment) => {
  const { data } = find(environment, 'ConfigMap', 'prometheus-config');
  expect(await check(data)).toContain('is valid prometheus config file syntax');
});

test('a setting that the server does not know is refused', async () => {
  const { data } = find('prod', 'ConfigMap', 'prometheus-config');
  const config = data['prometheus.yml'].replace('percentage:', 'percent:');
  await expect(check({ ...data, 'prometheus.yml': config })).rejects.toThrow('field percent not found');
});

describe('a server with the rules of prod, which scrapes itself', () => {
  const server = forAllTests(async () => {
    const folder = makeTempFolder('prometheus');
    const port = await freePort();
    const main = `${MODULE}/cmd/prometheus`;
    const command = await goProgram({ name: 'prometheus', module: MODULE, version: VERSIONS.prometheus, main });
    const { data } = find('prod', 'ConfigMap', 'prometheus-config') as { data: Record<string, string> };
    const target = `scrape_configs: [{ job_name: self, static_configs: [{ targets: ['${HOST}:${port}'] }] }]`;
    const config = `global: { scrape_interval: 1s, evaluation_interval: 1s }\nrule_files: ['*.rules.yaml']\n${target}\n`;
    const files = { ...data, 'prometheus.yml': config };
    Object.entries(files).forEach(([name, content]) => writeFileSync(join(folder, name), content));
    const url = `http://${HOST}:${port}`;
    const started = await startServer({
      name: 'prometheus',
      command,
      args: [
        `--config.file=${folder}/prometheus.yml`,
        `--storage.tsdb.path=${folder}/data`,
        `--web.listen-address=${HOST}:${port}`,
      ],
      folder,
      ready: () =>
        fetch(`${url}/-/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      readyWithinMs: 30_000,
    });
    const get = async (path: string) => (await fetch(`${url}${path}`)).text();
    const stop = () => started.stop().then(() => removeFolder(folder));
    return { get, stop, groups: Object.keys(data).length - 1 };
  }, 25);

  test('it evaluates every one of them', async () => {
    type Group = { rules: { name: string; health: string; lastError?: string }[] };
    const groups = async () =>
      (JSON.parse(await server().get('/api/v1/rules')) as { data: { groups: Group[] } }).data.groups;
    const rules = async () => (await groups()).flatMap((group) => group.rules);
    await waitUntil(async () => (await rules()).every(({ health }) => health !== 'unknown'), 20_000);
    expect((await groups()).length).toBe(server().groups);
    expect((await rules()).filter(({ health }) => health !== 'ok')).toEqual([]);
  }, 30_000);

  test('it reports what alerts and dashboards read of it, of services by the same library, and of a scrape', async () => {
    expect(findUnreported(prometheus, [await server().get('/metrics')])).toEqual([]);
    const ofLibrary = only(goService, /^(go|process)_/);
    expect(Object.keys(ofLibrary.metrics)).not.toEqual([]);
    expect(findUnreported(ofLibrary, [await server().get('/metrics')])).toEqual([]);
    const known = async () => (await server().get('/api/v1/label/__name__/values')).includes('"up"');
    expect(await waitUntil(known, 10_000)).toBe(true);
    expect(Object.keys(scrape.metrics)).toEqual(['up']);
  }, 30_000);
});
