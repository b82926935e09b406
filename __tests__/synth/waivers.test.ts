import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeConfig, committed, makeProject, read, run } from './project';

/** Adds rows to the waivers of a copy. */
function waive(folder: string, rows: string): void {
  appendFileSync(join(folder, 'waivers.yaml'), rows);
}

const WRONG_LEVEL = ["prod: 'info' }", "prod: 'mongodb://root:hunter2@db/x' }"] as const;

const levelWaivedIn = (environment: string) => `- rule: pod-security/no-secret-values
  target: ConfigMap wms-platform/platform-config
  within: ${environment}
  reason: the address of an example that stands in no cluster
`;

test('what is waived with a reason is written, and told to nobody', () => {
  const folder = makeProject();
  changeConfig(folder, ...WRONG_LEVEL);
  waive(folder, levelWaivedIn('prod'));
  const { status, stderr } = run(folder, 'node start.cjs');
  expect(stderr).not.toContain('nothing written');
  expect(status).toBe(0);
  expect(read(join(folder, 'dist'))['prod/wms/platform-config.yaml']).toContain('hunter2');
});

test('a waiver for another environment waives nothing here', () => {
  const folder = makeProject();
  changeConfig(folder, ...WRONG_LEVEL);
  waive(folder, levelWaivedIn('dev'));
  const { status, stderr } = run(folder, 'node start.cjs');
  expect(status).toBe(1);
  expect(stderr).toContain('1 problem, nothing written');
  expect(stderr).toContain(
    'prod/wms/platform-config/Settings/ConfigMap: data.LOG_LEVEL: a value must not hold a secret',
  );
  expect(read(join(folder, 'dist'))).toEqual(committed);
});

test('a waiver that waives nothing, and one without a reason, let nothing be written', () => {
  const folder = makeProject();
  const row = (reason: string) => `- { rule: identity/valid-names, target: 'Service */gone', reason: ${reason} }\n`;
  waive(folder, `${row('a name that somebody else chose long ago')}${row('because')}`);
  const { status, stderr } = run(folder, 'node start.cjs');
  expect(status).toBe(1);
  expect(stderr).toContain('2 problems, nothing written\n');
  expect(stderr).toMatch(
    /waivers\[\d+\]\.reason must say why in at least 20 characters, got 'because'; a reader has to judge it/,
  );
  expect(stderr).toContain(
    'waivers.yaml: a waiver must waive something, got nothing for identity/valid-names of Service */gone; remove it\n',
  );
  expect(read(join(folder, 'dist'))).toEqual(committed);
});
