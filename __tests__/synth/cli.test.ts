import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject } from '../../docs/copy-project';

const root = join(__dirname, '../..');

/** A copy of the project in a folder of its own, with its dist. */
function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  copyProject(folder);
  return folder;
}

/** Every file of a folder with its content. */
function read(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

function run(folder: string, command: string, env: Record<string, string> = {}) {
  const [program = '', ...args] = command.split(' ');
  return spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    // The whole of dist is more than the megabyte after which Node kills the program.
    maxBuffer: 64 * 1024 ** 2,
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', ...env },
  });
}

function changeConfig(folder: string, from: string, to: string): void {
  const path = join(folder, 'lib/platforms/wms/config.ts');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const committed = read(join(root, 'dist'));

test.each(['npx --no-install cdk8s synth', 'npm run synth'])('%s makes the committed dist', (command) => {
  const folder = makeProject();
  const { status, stdout } = run(folder, command);
  expect(status).toBe(0);
  expect(stdout).toContain('.cdk8s/dist/prod/wms/order-service.yaml');
  expect(read(join(folder, 'dist'))).toEqual(committed);
});

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

test('a run for one bundle leaves the facts of its environment as they are', () => {
  const folder = makeProject();
  writeFileSync(join(folder, 'dist/prod/environment.yaml'), '# Generated by `npm run synth`, once\n');
  expect(run(folder, 'node start.cjs --only prod/wms').status).toBe(0);
  expect(read(join(folder, 'dist'))['prod/environment.yaml']).toBe('# Generated by `npm run synth`, once\n');
});

test('a table that does not parse is told with its place, and leaves dist as it was', () => {
  const folder = makeProject();
  changeConfig(folder, 'export const wms: WmsRows = {', 'export const wms: WmsRows = {{');
  const { status, stderr } = run(folder, 'node start.cjs');
  expect(status).toBe(1);
  expect(stderr).toMatch(/lib\/platforms\/wms\/config\.ts:\d+:\d+: ERROR: /);
  expect(read(join(folder, 'dist'))).toEqual(committed);
});

test('-o writes where it is told and leaves dist alone', () => {
  const folder = makeProject();
  changeConfig(folder, 'between(3, 10)', 'between(4, 10)');
  expect(run(folder, 'npx --no-install cdk8s synth -o other').status).toBe(0);
  expect(read(join(folder, 'other'))['prod/wms/order-service.yaml']).toContain('minReplicas: 4');
  expect(read(join(folder, 'dist'))).toEqual(committed);
});

test('--stdout prints every object and leaves dist alone', () => {
  const folder = makeProject();
  const { status, stdout } = run(folder, 'npx --no-install cdk8s synth --stdout');
  expect(status).toBe(0);
  const autoscalers = JSON.stringify(committed).match(/(?<=\\n|")kind: HorizontalPodAutoscaler(?=\\n)/g) ?? [];
  expect(autoscalers.length).toBeGreaterThan(20);
  expect(stdout.match(/^kind: HorizontalPodAutoscaler$/gm)).toHaveLength(autoscalers.length);
  expect(read(join(folder, 'dist'))).toEqual(committed);
});

test('--check names the files that differ, and the command that mends them', () => {
  const folder = makeProject();
  const path = join(folder, 'dist/dev/wms/labor-service.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('replicas: 1', 'replicas: 2'));
  const { status, stderr } = run(folder, 'node start.cjs --check');
  expect(status).toBe(1);
  expect(stderr).toBe(
    "dist/ is not what lib/ makes, 1 file differs; run 'npm run synth' and commit dist/\n  dev/wms/labor-service.yaml\n",
  );
});

test('--only renders one bundle and removes nothing of the others', () => {
  const folder = makeProject();
  changeConfig(folder, 'between(3, 10)', 'between(4, 10)');
  expect(run(folder, 'npx --no-install cdk8s synth', { ONLY: 'prod/wms' }).status).toBe(0);
  const after = read(join(folder, 'dist'));
  const changed = Object.keys(committed).filter((path) => after[path] !== committed[path]);
  expect(Object.keys(after)).toEqual(Object.keys(committed));
  expect(changed).toEqual(['prod/wms/order-service.yaml']);
});

test('--only fails for a bundle that is not there', () => {
  const folder = makeProject();
  const { status, stderr } = run(folder, 'node start.cjs --only prod/wmss');
  expect(status).toBe(1);
  expect(stderr).toBe("--only: no bundle named 'prod/wmss'; did you mean 'prod/wms'?\n");
});

test('a fault of ours ends with 2 and leaves dist as it was', () => {
  const folder = makeProject();
  writeFileSync(join(folder, 'lib/constructs/edge/public-host.ts'), "throw new Error('broken');\n");
  const { status, stderr } = run(folder, 'node start.cjs');
  expect(status).toBe(2);
  expect(stderr).toContain('a fault of this project, not of its input');
  expect(read(join(folder, 'dist'))).toEqual(committed);
});

test('the same bytes come out in another folder, time zone, locale and with settings of cdk8s', () => {
  const folder = makeProject();
  const env = {
    TZ: 'Pacific/Chatham',
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'tr_TR.UTF-8',
    HOME: folder,
    CDK8S_DISABLE_SORT: '1',
    CDK8S_LEGACY_HASH: '1',
    CDK8S_RECORD_CONSTRUCT_METADATA: 'true',
  };
  expect(run(folder, 'node start.cjs', env).status).toBe(0);
  expect(read(join(folder, 'dist'))).toEqual(committed);
});

test('no address outside this machine is asked', () => {
  const folder = makeProject();
  writeFileSync(
    join(folder, 'offline.cjs'),
    "const net = require('node:net'); net.Socket.prototype.connect = () => { throw new Error('asked the network'); };\n" +
      "require('node:dns').lookup = () => { throw new Error('asked the network'); };\n",
  );
  const { status, stderr } = run(folder, 'node -r ./offline.cjs start.cjs');
  expect(stderr).not.toContain('asked the network');
  expect(status).toBe(0);
  expect(existsSync(join(folder, 'dist/prod/wms'))).toBe(true);
});
