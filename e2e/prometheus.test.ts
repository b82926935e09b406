import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find } from '../__tests__/dist/read-dist';
import { ENVIRONMENTS } from '../lib/model/environment';
import { run } from './harness/command';
import { goProgram } from './harness/go-program';
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
