import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { cached } from '../../e2e/harness/cache';
import { execute, run } from '../../e2e/harness/command';
import { Alert } from '../../lib/model/alert';

/** Values of series over time, by their names and labels, as promtool writes them: `up{job="a"}`: `1x10 0x20`. */
export type Series = Readonly<Record<string, string>>;

/** How an alert is shown to fire, and to stay quiet. */
export interface AlertCase {
  /** Time since the first value, one each minute, at which it is asked. */
  readonly at: string;

  /** Series by which it fires. */
  readonly firing: Series;

  /** Labels of what fires, beside the severity. */
  readonly labels: Readonly<Record<string, string>>;

  /** What a person then reads. */
  readonly summary: string;

  /** Series by which it does not, just on the good side of its bound. */
  readonly quiet: Series;
}

/** What promtool says of an alert and its case; nothing where it is as promised. */
export async function judge(alert: Alert, { at, firing, labels, summary, quiet }: AlertCase): Promise<string> {
  const { name, severity, description } = alert;
  const expected = {
    exp_labels: { ...labels, severity },
    exp_annotations: { summary, description },
  };
  const ask = (series: Series, alerts: readonly object[]) => ({
    interval: '1m',
    input_series: Object.entries(series).map(([key, values]) => ({ series: key, values })),
    alert_rule_test: [{ eval_time: at, alertname: name, exp_alerts: alerts }],
  });
  const folder = mkdtempSync(join(tmpdir(), 'alert-'));
  try {
    writeFileSync(join(folder, 'rules.yaml'), dump({ groups: [{ name: 'group', rules: [renderRule(alert)] }] }));
    const tests = {
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: [ask(firing, [expected]), ask(quiet, [])],
    };
    writeFileSync(join(folder, 'tests.yaml'), dump(tests, { lineWidth: -1 }));
    const { code, stdout, stderr } = await execute(program, ['test', 'rules', 'tests.yaml'], { cwd: folder });
    return code === 0 ? '' : `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function renderRule({ name, expr, for: pending, severity, summary, description }: Alert) {
  return { alert: name, expr, for: pending, labels: { severity }, annotations: { summary, description } };
}

let program = '';

beforeAll(async () => {
  program = await findPromtool();
}, 5 * 60_000);

/** The program: the one that is installed, or the one of the Debian package, unpacked into the cache. */
async function findPromtool(): Promise<string> {
  const folders = (process.env['PATH'] ?? '').split(':');
  const installed = folders.map((folder) => join(folder, 'promtool')).find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  try {
    const unpacked = await cached('promtool', 'debian', async (folder) => {
      const download = ['download', 'prometheus'];
      if ((await execute('apt-get', download, { cwd: folder })).code !== 0) {
        // A machine that has never asked for packages knows none.
        await run('apt-get', ['update', '-q']);
        await run('apt-get', download, { cwd: folder });
      }
      await run('sh', ['-c', 'dpkg-deb -x prometheus_*.deb . && rm prometheus_*.deb'], { cwd: folder });
    });
    return join(unpacked, 'usr/bin/promtool');
  } catch (error) {
    throw new Error('promtool must be on PATH, got none; install the Debian package prometheus', { cause: error });
  }
}
