import { join } from 'node:path';
import { run } from './command';
import { forAllTests } from './for-all-tests';
import { startTemporalDev } from './temporal';

const dev = forAllTests(startTemporalDev, 15);
const temporal = (...args: string[]) => run(join(dev().binFolder, 'temporal'), [...args, '--address', dev().address]);

test('the development server is serving', async () => {
  expect(await temporal('operator', 'cluster', 'health')).toBe('SERVING\n');
});

test('the development server registers a namespace', async () => {
  await temporal('operator', 'namespace', 'create', '--retention', '72h', '-n', 'orders');
  expect(await temporal('operator', 'namespace', 'describe', '-n', 'orders')).toContain('72h0m0s');
}, 30_000);
