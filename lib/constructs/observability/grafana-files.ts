import { Dashboard } from '../../model/dashboard';
import { yamlFile } from '../objects/yaml-file';
import { configFiles, Mount } from '../pods/mount';
import { renderDashboard } from './grafana-dashboard';
import { GrafanaSources, renderDataSources, SOURCE_UIDS } from './grafana-data-sources';

/** A ConfigMap, and the folder of the pod that it stands in. */
export interface GrafanaFiles {
  readonly name: string;
  readonly path: string;
  readonly data: Readonly<Record<string, string>>;
}

const PROVISIONING_FOLDER = '/etc/grafana/provisioning';
const DASHBOARD_FOLDER = '/etc/grafana/dashboards';

/** Largest content of one ConfigMap that the API server stores. */
const LARGEST_BYTES = 1024 ** 2;

/** Everything that Grafana is provisioned from: data sources, and one ConfigMap for each folder of dashboards. */
export function renderGrafanaFiles(
  name: string,
  sources: GrafanaSources,
  dashboards: readonly Dashboard[],
): readonly GrafanaFiles[] {
  const folders = [...new Set(dashboards.map(({ folder }) => folder))].sort();
  const dataSources = {
    name: `${name}-datasources`,
    path: `${PROVISIONING_FOLDER}/datasources`,
    data: { 'datasources.yaml': renderDataSources(sources) },
  };
  if (folders.length === 0) return [dataSources];
  const providers = {
    name: `${name}-dashboard-folders`,
    path: `${PROVISIONING_FOLDER}/dashboards`,
    data: { 'folders.yaml': yamlFile({ apiVersion: 1, providers: folders.map(renderProvider) }) },
  };
  const files = folders.map((folder) => ({
    name: `${name}-dashboards-${folder}`,
    path: `${DASHBOARD_FOLDER}/${folder}`,
    data: Object.fromEntries(
      dashboards
        .filter((dashboard) => dashboard.folder === folder)
        .map((dashboard) => [`${dashboard.uid}.json`, renderDashboard(dashboard, SOURCE_UIDS.prometheus)]),
    ),
  }));
  return [dataSources, providers, ...files];
}

// One for each folder: by the structure of folders, Grafana would have to follow the links of a mounted ConfigMap.
function renderProvider(folder: string): object {
  return {
    name: folder,
    folder,
    type: 'file',
    disableDeletion: false,
    allowUiUpdates: false,
    options: { path: `${DASHBOARD_FOLDER}/${folder}` },
  };
}

/** Mounts of all files. */
export const mountGrafanaFiles = (files: readonly GrafanaFiles[]): Mount[] =>
  files.map(({ name, path }) => configFiles(name, path, name));

/** What is wrong with the files: a ConfigMap that the API server would not store. */
export function findFileProblems(files: readonly GrafanaFiles[]): string[] {
  return files
    .map(({ name, data }) => ({ name, size: Buffer.byteLength(Object.values(data).join('')) }))
    .filter(({ size }) => size > LARGEST_BYTES)
    .map(
      ({ name, size }) =>
        `dashboards in ConfigMap ${name} must be at most ${LARGEST_BYTES} bytes, got ${size}; make a second folder`,
    );
}
