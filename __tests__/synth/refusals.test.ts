import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeConfig, committed, makeProject, read, run } from './project';

test.each(['npx --no-install cdk8s synth', 'npm run synth'])(
  '%s fails for a wrong row and leaves dist as it was',
  (command) => {
    const folder = makeProject();
    changeConfig(folder, "calls: ['order-service']", "calls: ['ordr-service']");
    changeConfig(folder, 'port: 8009', 'port: 8008');
    const { status, stderr } = run(folder, command);
    expect(status).toBe(1);
    expect(stderr).toContain('6 problems, nothing written');
    expect(stderr).toContain(
      "prod/wms: services.waving-service.calls: must name services of this platform, got 'ordr-service'; did you mean 'order-service'?\n      in lib/platforms/wms/config.ts",
    );
    expect(read(join(folder, 'dist'))).toEqual(committed);
  },
);

test('what a construct finds wrong is told with its path and its row, for every environment', () => {
  const folder = makeProject();
  changeConfig(folder, 'heapPercent: 50', 'heapPercent: 90');
  const { status, stderr } = run(folder, 'node start.cjs');
  expect(status).toBe(1);
  expect(stderr).toContain('3 problems, nothing written');
  expect(stderr).toContain(
    '  prod/wms/kafka/kafka: heapPercent must be from 1 to 75, got 90; the rest of the memory is not heap\n      in lib/platforms/wms/config.ts kafka\n',
  );
});

test('a secret and a line break that are written into a row are refused, and the secret is not repeated', () => {
  const folder = makeProject();
  changeConfig(folder, "prod: 'info' }", "prod: 'mongodb://root:hunter2@db/x' }");
  changeConfig(folder, "TRACING_ENABLED: { dev: 'true'", "TRACING_ENABLED: { dev: 'true\\u2028x'");
  const { status, stderr } = run(folder, 'node start.cjs');
  expect(status).toBe(1);
  expect(stderr).toBe(
    `2 problems, nothing written
  dev/wms/platform-config/Settings/ConfigMap: data.TRACING_ENABLED: a value must hold printable text only, got the character U+2028; write it out or leave it away (yaml/printable-text)
      in lib/platforms/wms/config.ts settings
  prod/wms/platform-config/Settings/ConfigMap: data.LOG_LEVEL: a value must not hold a secret, got a password in a URI; refer to a key of a Secret instead (pod-security/no-secret-values)
      in lib/platforms/wms/config.ts settings
`,
  );
  expect(read(join(folder, 'dist'))).toEqual(committed);
});

test('a table that does not parse is told with its place, and leaves dist as it was', () => {
  const folder = makeProject();
  changeConfig(folder, 'export const wms: WmsRows = {', 'export const wms: WmsRows = {{');
  const { status, stderr } = run(folder, 'node start.cjs');
  expect(status).toBe(1);
  expect(stderr).toMatch(/lib\/platforms\/wms\/config\.ts:\d+:\d+: ERROR: /);
  expect(read(join(folder, 'dist'))).toEqual(committed);
});

test('--only fails for a bundle that is not there', () => {
  const folder = makeProject();
  const { status, stderr } = run(folder, 'node start.cjs --only prod/wmss');
  expect(status).toBe(1);
  expect(stderr).toBe("--only: no bundle named 'prod/wmss'; did you mean 'prod/wms'?\n");
});

test.each([
  ['--chek', "Unknown option '--chek'"],
  ['--only', "Option '--only <value>' argument missing"],
  ['prod/wms', "Unexpected argument 'prod/wms'"],
])('%s is told what is known', (argument, message) => {
  const { status, stderr } = run(makeProject(), `node start.cjs ${argument}`);
  expect(stderr).toBe(`${message}; known are --check and --only <environment>/<platform>\n`);
  expect(status).toBe(1);
});

test('a fault of ours ends with 2 and leaves dist as it was', () => {
  const folder = makeProject();
  writeFileSync(join(folder, 'lib/constructs/edge/public-host.ts'), "throw new Error('broken');\n");
  const { status, stderr } = run(folder, 'node start.cjs');
  expect(status).toBe(2);
  expect(stderr).toContain('a fault of this project, not of its input');
  expect(read(join(folder, 'dist'))).toEqual(committed);
});
