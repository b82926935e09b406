import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { grouped } from './grouped';

/** Prefix of every annotation that Argo CD reads. */
const ARGO_CD = 'argocd.argoproj.io/';

/** The fields of an Application that rules read. */
export interface Application {
  readonly object: RenderedObject;
  readonly project: string;
  readonly sources: readonly ApplicationSource[];
  readonly destination: { readonly server?: string; readonly name?: string; readonly namespace?: string };
  readonly syncOptions: readonly string[];
}

/** Where an Application is read from, and where its object says so. */
export interface ApplicationSource {
  readonly at: readonly (string | number)[];
  readonly repoURL?: string;
  readonly path?: string;
  readonly chart?: string;
  readonly ref?: string;
  readonly targetRevision?: string;
  readonly directory?: { readonly recurse?: boolean; readonly include?: string; readonly exclude?: string };
  readonly helm?: object;
  readonly kustomize?: object;
  readonly plugin?: object;
}

interface ApplicationSpec {
  readonly project?: string;
  readonly source?: Omit<ApplicationSource, 'at'>;
  readonly sources?: readonly Omit<ApplicationSource, 'at'>[];
  readonly destination?: Application['destination'];
  readonly syncPolicy?: { readonly syncOptions?: readonly string[] };
}

/** Whether an object is of Argo CD, and not of another program whose kinds have the same names. */
export function isArgoCd({ manifest }: RenderedObject): boolean {
  return manifest.apiVersion.startsWith('argoproj.io/');
}

/** Every Application of the bundle. */
export const applications: View<readonly Application[]> = (index) =>
  index
    .ofKind('Application')
    .filter(isArgoCd)
    .map((object) => {
      const spec = (object.manifest['spec'] ?? {}) as ApplicationSpec;
      return {
        object,
        project: spec.project ?? 'default',
        sources: [
          ...(spec.source ? [{ ...spec.source, at: ['spec', 'source'] }] : []),
          ...(spec.sources ?? []).map((source, i) => ({ ...source, at: ['spec', 'sources', i] })),
        ],
        destination: spec.destination ?? {},
        syncOptions: spec.syncPolicy?.syncOptions ?? [],
      };
    });

/** Whether anything says that Argo CD applies the bundle: an Application in it, or an annotation that Argo CD reads. */
export const deliveredByArgoCd: View<boolean> = (index) =>
  index.view(applications).length > 0 ||
  index.objects.some(({ manifest }) =>
    Object.keys(manifest.metadata.annotations ?? {}).some((key) => key.startsWith(ARGO_CD)),
  );

/** The folder that an Application would name for an object: that of its file, or the platform of a construct. */
export function folderOf(path: string): string {
  return /\.(?:ya?ml|json)$/.test(path)
    ? path.slice(0, Math.max(path.lastIndexOf('/'), 0))
    : (path.split('/', 1)[0] ?? '');
}

/** Objects and files of each folder. */
export interface Folders {
  /** Objects that stand in a folder itself. */
  readonly objects: ReadonlyMap<string, readonly RenderedObject[]>;

  /** Every folder in which something stands, also further down. */
  readonly all: ReadonlySet<string>;
}

/** Where everything stands, by its path. */
export const folders: View<Folders> = (index) => {
  const objects = grouped(index.objects, ({ path }) => folderOf(path));
  const all = new Set<string>();
  const add = (folder: string) => {
    for (let rest = folder; rest !== '' && !all.has(rest); rest = rest.slice(0, Math.max(rest.lastIndexOf('/'), 0))) {
      all.add(rest);
    }
  };
  for (const folder of objects.keys()) add(folder);
  for (const { path } of index.files) add(folderOf(path));
  return { objects, all };
};

/**
 * The folder of the bundle that a path in a repository means: the one whose path it ends with, or that ends with it.
 * Undefined where there is none, and where there are several.
 */
export function resolveFolder(index: ObjectIndex, path: string): string | undefined {
  const { all } = index.view(folders);
  const wanted = trim(path);
  const steps = wanted.split('/');
  for (let i = 0; i < steps.length; i++) {
    const suffix = steps.slice(i).join('/');
    if (all.has(suffix)) return suffix;
  }
  const longer = [...all].filter((folder) => folder.endsWith(`/${wanted}`));
  return longer.length === 1 ? longer[0] : undefined;
}

/** A path without what says nothing: `./apps/shop/` is `apps/shop`. */
export const trim = (path: string): string => path.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');

/** Objects that an Application holds, where its sources are plain folders of this bundle. */
export interface Held {
  readonly application: Application;
  readonly source: ApplicationSource;
  readonly objects: readonly RenderedObject[];
}

/** Every Application with the objects of each of its folders that are here. */
export const heldObjects: View<readonly Held[]> = (index) => {
  const { objects } = index.view(folders);
  return index.view(applications).flatMap((application) =>
    application.sources.flatMap((source) => {
      const { path, chart, helm, kustomize, plugin } = source;
      if (path === undefined || chart !== undefined || helm || kustomize || plugin) return [];
      const folder = resolveFolder(index, path);
      if (folder === undefined || isBuilt(index, folder)) return [];
      const below = source.directory?.recurse === true ? foldersBelow(index, folder) : [];
      const held = [folder, ...below].flatMap((name) =>
        (objects.get(name) ?? []).filter(({ path }) => isIncluded(source, path.slice(folder.length + 1))),
      );
      return [{ application, source, objects: held }];
    }),
  );
};

function foldersBelow(index: ObjectIndex, folder: string): string[] {
  return [...index.view(folders).objects.keys()].filter((name) => name.startsWith(`${folder}/`));
}

/** Whether a folder is a chart or a kustomization, whose files are not what is applied. */
function isBuilt(index: ObjectIndex, folder: string): boolean {
  const inputs = ['Chart.yaml', 'kustomization.yaml', 'kustomization.yml', 'Kustomization'];
  return inputs.some((name) => index.view(filePaths).has(`${folder}/${name}`));
}

const filePaths: View<ReadonlySet<string>> = ({ files }) => new Set(files.map(({ path }) => path));

/** Whether a source takes a file, by its path in the folder. Patterns with more than `*` are not known, and take it. */
function isIncluded({ directory }: ApplicationSource, name: string): boolean {
  const { include, exclude } = directory ?? {};
  return (include === undefined || include === '' || matches(include, name)) && !(exclude && matches(exclude, name));
}

function matches(pattern: string, name: string): boolean {
  const source = pattern.replace(/[.+?^$()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*');
  const alternatives = source.replace(/\{([^{}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  return new RegExp(`^${alternatives.replace(/[{}]/g, '\\$&')}$`).test(name);
}
