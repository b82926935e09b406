import { configMap, folderOf } from '../reading/folder';
import { run } from './run';
import { findingsOf, waiver, WRONG } from './findings';

test('what is waived is counted, and is no finding', async () => {
  const folder = folderOf({ 'a.yaml': WRONG.replace('3\n', '"3"\n'), 'waivers.yaml': waiver() });
  expect(await run(folder, ['check'])).toEqual({
    code: 0,
    out: '✔ 1 object in 1 file, nothing found\n  1 finding waived\n',
    err: '',
  });
  expect((await run(folder, ['check', '--no-waivers'])).code).toBe(1);
});

test('a waiver that waives nothing is found, but not by a run with a part of the rules or without its folder', async () => {
  const files = { 'a.yaml': configMap('a'), 'waivers.yaml': waiver() };
  const unused = await findingsOf(files);
  expect(unused).toMatchObject({ code: 1, findings: ['waivers.yaml:1 waivers/used'] });
  expect(unused.messages).toEqual([
    'a waiver must waive something, got nothing for pod-security/no-secret-values of ConfigMap shop/settings',
  ]);
  expect((await findingsOf(files, '--only', 'yaml')).code).toBe(0);
  expect((await findingsOf({ ...files, 'waivers.yaml': waiver('  within: dev\n') })).code).toBe(0);
});

test('a waiver counts until the day on which it ends', async () => {
  const until = (day: string) => ({
    'a.yaml': WRONG.replace('3\n', '"3"\n'),
    'waivers.yaml': waiver(`  expires: ${day}\n`),
  });
  expect((await findingsOf(until('2026-06-02'))).findings).toEqual([]);
  expect(await findingsOf(until('2026-06-01'))).toMatchObject({
    code: 1,
    findings: ['a.yaml:8 pod-security/no-secret-values', 'waivers.yaml:1 waivers/current'],
  });
});

test('waivers may stand elsewhere; a file that is named must be there', async () => {
  const folder = folderOf({ 'a/a.yaml': WRONG.replace('3\n', '"3"\n'), 'known.yaml': waiver() });
  expect((await run(folder, ['check', 'a', '--waivers', 'known.yaml'])).code).toBe(0);
  const { code, out } = await run(folder, ['check', 'a', '--waivers', 'gone.yaml']);
  expect(code).toBe(1);
  expect(out).toContain('gone.yaml:1:1  error    reading/missing');
});

test('warnings let a run pass, unless it is strict', async () => {
  const files = { 'a.yaml': configMap('a'), 'waivers.yaml': waiver('  expires: 2026-01-01\n') };
  expect(await findingsOf(files)).toMatchObject({ code: 0, findings: ['waivers.yaml:1 waivers/current'] });
  expect((await findingsOf(files, '--strict')).code).toBe(1);
});
