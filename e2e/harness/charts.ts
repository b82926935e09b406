import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { run } from './command';
import { goModuleFolder, goProgram } from './go-program';
import { makeTempFolder, removeFolder } from './machine';
import { VERSIONS } from './versions';

/** Charts in the modules that the definitions of their custom resources are taken from. */
const SOURCES = {
  'cert-manager': {
    module: 'github.com/cert-manager/cert-manager',
    version: VERSIONS.certManager,
    folder: 'deploy/charts/cert-manager',
  },
  'external-secrets': {
    module: 'github.com/external-secrets/external-secrets',
    version: VERSIONS.externalSecrets,
    folder: 'deploy/charts/external-secrets',
  },
} as const;

/** A chart that can be rendered here. */
export type ChartName = keyof typeof SOURCES;

/** A release of a chart. */
export interface ReleaseProps {
  /** Name of the release. */
  readonly name: string;

  /** Namespace that it goes to. */
  readonly namespace: string;

  /** Version of the cluster without the leading v. */
  readonly kubernetes: string;

  /** Values set on top of the chart's own. */
  readonly values: unknown;
}

/** A chart in a folder of its own. */
export interface Chart {
  /** Renders it as Argo CD does, and returns all objects, hooks included. */
  render(release: ReleaseProps): Promise<object[]>;
  /** Removes the folder. */
  stop(): Promise<void>;
}

/** Takes a chart out of its module, and builds helm first if that is missing. */
export async function openChart(name: ChartName): Promise<Chart> {
  const helm = await goProgram({
    name: 'helm',
    module: 'helm.sh/helm/v3',
    version: VERSIONS.helm,
    main: 'helm.sh/helm/v3/cmd/helm',
  });
  const { module, version, folder: path } = SOURCES[name];
  const source = join(await goModuleFolder(module, version), path);
  const folder = makeTempFolder(`chart-${name}`);
  const chart = join(folder, name);
  await cp(source, chart, { recursive: true });
  // Folders of a module are read-only, and helm refuses a chart without the charts that it may switch on.
  await run('chmod', ['-R', 'u+w', folder]);
  const about = join(chart, 'Chart.yaml');
  await writeFile(about, (await readFile(about, 'utf8')).replace(/^dependencies:\n(?:[ -].*\n?)*/m, ''));

  const render = async ({ name: release, namespace, kubernetes, values }: ReleaseProps) => {
    const options = ['--namespace', namespace, '--kube-version', kubernetes, '--include-crds', '--values', '-'];
    const text = await run(helm, ['template', release, chart, ...options], { input: JSON.stringify(values) });
    return loadAll(text, { schema: YAML11_SCHEMA }).filter((object): object is object => object !== null);
  };
  const stop = async () => removeFolder(folder);
  return { render, stop };
}
