import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folderOf } from '../reading/folder';

const root = join(__dirname, '../..');
/** Jest hands FORCE_COLOR to its workers where it prints to a terminal, so each run says its own. */
const run = (args: readonly string[], cwd: string, { input = '', colours = false } = {}) =>
  spawnSync('node', [join(root, 'bin/manifests.cjs'), ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: colours ? '1' : undefined, NO_COLOR: colours ? undefined : '1' },
  });

test('our own dist breaks no rule', () => {
  const { status, stdout, stderr } = run(['check', '--strict', 'dist'], root);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^✔ \d{3,} objects in \d{3,} files, nothing found\n/);
  expect(status).toBe(0);
});

test('a pipe from another tool is judged in another folder', () => {
  const { status, stdout } = run(['check', '-'], folderOf({}), { input: 'kind: Service\n' });
  expect(stdout).toContain('<stdin>:1:1  error    reading/not-an-object');
  expect(status).toBe(1);
});

test('colours are for those who ask for them', () => {
  const broken = { input: 'kind: Service\n' };
  const escape = '\u001b[';
  expect(run(['check', '-'], folderOf({}), broken).stdout).not.toContain(escape);
  expect(run(['check', '-'], folderOf({}), { ...broken, colours: true }).stdout).toContain(escape);
});
