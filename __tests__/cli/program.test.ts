import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folderOf } from '../reading/folder';

const root = join(__dirname, '../..');
const run = (args: readonly string[], cwd: string, input = '') =>
  spawnSync('node', [join(root, 'bin/manifests.cjs'), ...args], { cwd, input, encoding: 'utf8' });

test('our own dist breaks no rule', () => {
  const { status, stdout, stderr } = run(['check', '--strict', 'dist'], root);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^✔ \d{3,} objects in \d{3,} files, nothing found\n/);
  expect(status).toBe(0);
});

test('a pipe from another tool is judged in another folder', () => {
  const { status, stdout } = run(['check', '-'], folderOf({}), 'kind: Service\n');
  expect(stdout).toContain('<stdin>:1:1  error    reading/not-an-object');
  expect(status).toBe(1);
});
