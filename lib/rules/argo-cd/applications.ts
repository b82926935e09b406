import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { applications, ApplicationSource, heldObjects, resolveFolder, trim } from '../views/delivery';

/** The folder that an Application is read from is there. */
export const existingPaths: Rule = {
  id: 'argo-cd/existing-paths',
  title: 'The folder that an Application is read from is there',
  severity: 'error',
  why: 'Argo CD cannot compare the Application: "app path does not exist". Nothing of it is applied.',
  cure: 'write the path of a folder that stands beside those of the other Applications',
  sources: ['G29', 'Argo CD: Directory'],
  judge: findMissingPaths,
};

/** Only a repository of which another Application names a folder of this bundle can be told to be this one. */
function* findMissingPaths(index: ObjectIndex): Iterable<Finding> {
  const all = index.view(applications).flatMap(({ object, sources }) => sources.map((source) => ({ object, source })));
  const roots = new Map<string, Set<string>>();
  for (const { source } of all) {
    const root = rootOf(index, source);
    if (root === undefined) continue;
    const known = roots.get(source.repoURL ?? '') ?? new Set<string>();
    roots.set(source.repoURL ?? '', known.add(root));
  }
  for (const { object: subject, source } of all) {
    const { path, repoURL = '', at } = source;
    if (path === undefined || resolveFolder(index, path) !== undefined) continue;
    const parent = trim(path).split('/').slice(0, -1).join('/');
    if (!roots.get(repoURL)?.has(parent)) continue;
    yield { subject, at: [...at, 'path'], message: `path must be a folder of the bundle, got '${path}'` };
  }
}

/** The folder above the one that a source names, if that one is here. */
function rootOf(index: ObjectIndex, { path, chart }: ApplicationSource): string | undefined {
  if (path === undefined || chart !== undefined || resolveFolder(index, path) === undefined) return undefined;
  return trim(path).split('/').slice(0, -1).join('/');
}

/** No file of an Application is passed over. */
export const noSkippedFiles: Rule = {
  id: 'argo-cd/no-skipped-files',
  title: 'No file of an Application asks Argo CD to pass it over',
  severity: 'error',
  why: 'Argo CD passes over a file in which these words stand anywhere, also within a text, and deletes what it had made from it.',
  cure: 'take the words +argocd:skip-file-rendering out, or the file out of the folder',
  sources: ['G29', 'Argo CD: Directory'],
  judge: findSkippedFiles,
};

const SKIP = '+argocd:skip-file-rendering';

function* findSkippedFiles(index: ObjectIndex): Iterable<Finding> {
  const held = new Set(index.view(heldObjects).flatMap(({ objects }) => objects.map(({ path }) => path)));
  for (const file of index.files) {
    if (!held.has(file.path)) continue;
    const line = file.text.split('\n').findIndex((text) => text.includes(SKIP)) + 1;
    if (line === 0) continue;
    const message = `file of an Application must be rendered, got ${SKIP} in it`;
    yield { subject: file, position: { line, column: 1 }, message };
  }
}

interface SyncPolicy {
  readonly automated?: { readonly allowEmpty?: boolean };
  readonly retry?: { readonly limit?: number };
}

/** An Application that syncs by itself stops before it deletes everything, and stops trying. */
export const carefulSync: Rule = {
  id: 'argo-cd/careful-sync',
  title: 'An Application never syncs to nothing by itself, and does not try again for ever',
  severity: 'warning',
  why: 'A folder that is empty by mistake would delete everything. A sync that is tried for ever is never seen to have failed.',
  cure: 'leave allowEmpty out, and write a retry.limit that is not negative',
  sources: ['G18'],
  judge: findCarelessSync,
};

function* findCarelessSync(index: ObjectIndex): Iterable<Finding> {
  for (const { object: subject } of index.view(applications)) {
    const { automated, retry } = ((subject.manifest['spec'] as { syncPolicy?: SyncPolicy } | undefined)?.syncPolicy ??
      {}) as SyncPolicy;
    if (automated?.allowEmpty === true) {
      const at = ['spec', 'syncPolicy', 'automated', 'allowEmpty'];
      yield { subject, at, message: 'allowEmpty must be left out, got true' };
    }
    if (retry?.limit !== undefined && retry.limit < 0) {
      const at = ['spec', 'syncPolicy', 'retry', 'limit'];
      yield { subject, at, message: `retry.limit must be a number of tries, got ${retry.limit}` };
    }
  }
}

/** The revision of an Application was chosen. */
export const chosenRevisions: Rule = {
  id: 'argo-cd/chosen-revisions',
  title: 'An Application follows a revision that somebody chose, and a chart has one version',
  severity: 'warning',
  why: 'HEAD is whatever branch the repository calls its default; a range of versions is whatever was published last.',
  cure: 'name a branch, a tag or a commit; of a chart, all three numbers of a version',
  sources: ['G35'],
  judge: findFloatingRevisions,
};

function* findFloatingRevisions(index: ObjectIndex): Iterable<Finding> {
  for (const { object: subject, sources } of index.view(applications)) {
    for (const source of sources) {
      const { chart, targetRevision = '', at } = source;
      const floating = chart === undefined ? ['', 'HEAD'].includes(targetRevision) : !isExact(targetRevision);
      if (!floating) continue;
      const what = chart === undefined ? 'targetRevision' : `version of the chart ${chart}`;
      yield {
        subject,
        at: targetRevision === '' ? at : [...at, 'targetRevision'],
        message: `${what} must be chosen, got ${targetRevision === '' ? 'nothing' : `'${targetRevision}'`}`,
      };
    }
  }
}

const isExact = (version: string): boolean => /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$|^sha256:/.test(version);

/** A large object is applied on the server. */
export const fittingObjects: Rule = {
  id: 'argo-cd/fitting-objects',
  title: 'An object that is too large for an annotation is applied on the server',
  severity: 'error',
  why: 'Applied by the client, it carries a copy of itself as an annotation, which may have 262144 bytes; the server refuses it.',
  cure: 'add ServerSideApply=true to the sync options of the object or of its Application',
  sources: ['G14'],
  judge: findLargeObjects,
};

const MOST_BYTES_OF_ANNOTATIONS = 262_144;

function* findLargeObjects(index: ObjectIndex): Iterable<Finding> {
  for (const { application, objects } of index.view(heldObjects)) {
    if (application.syncOptions.some((option) => /^(?:ServerSideApply|Replace)=true$/.test(option))) continue;
    for (const subject of objects) {
      const { kind, metadata } = subject.manifest;
      const own = metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '';
      if (/(?:ServerSideApply|Replace)=true/.test(own)) continue;
      const size = Buffer.byteLength(JSON.stringify(subject.manifest));
      if (size <= MOST_BYTES_OF_ANNOTATIONS) continue;
      yield {
        subject,
        message: `${kind} ${metadata.name} must have at most ${MOST_BYTES_OF_ANNOTATIONS} bytes to be applied by the client, got ${size}`,
      };
    }
  }
}
