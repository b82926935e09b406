import { ObjectIndex, View } from '../object-index';
import { Manifest, RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { Application, applications, heldObjects, isArgoCd } from '../views/delivery';

/** The fields of an AppProject that rules read. */
export interface ProjectSpec {
  readonly sourceRepos?: readonly string[];
  readonly destinations?: readonly Destination[];
  readonly clusterResourceWhitelist?: readonly GroupKind[];
  readonly clusterResourceBlacklist?: readonly GroupKind[];
  readonly namespaceResourceWhitelist?: readonly GroupKind[];
  readonly namespaceResourceBlacklist?: readonly GroupKind[];
}

interface Destination {
  readonly server?: string;
  readonly name?: string;
  readonly namespace?: string;
}

interface GroupKind {
  readonly group?: string;
  readonly kind?: string;
}

/** Every AppProject by its name. */
export const projects: View<ReadonlyMap<string, RenderedObject>> = (index) =>
  new Map(
    index
      .ofKind('AppProject')
      .filter(isArgoCd)
      .map((object) => [object.manifest.metadata.name, object]),
  );

/** An Application names a project that is there. */
export const existingProjects: Rule = {
  id: 'argo-cd/existing-projects',
  title: 'An Application names a project of the bundle, or one that somebody else makes',
  severity: 'error',
  why: 'Argo CD refuses an Application whose project is not there, and syncs nothing of it.',
  cure: 'name a project of the bundle, or say in environment.yaml under provided who makes it',
  sources: ['G20', 'Argo CD: Projects'],
  judge: findMissingProjects,
};

function* findMissingProjects(index: ObjectIndex): Iterable<Finding> {
  const known = index.view(projects);
  if (known.size === 0) return;
  const { provided = [] } = index.facts;
  for (const { object, project } of index.view(applications)) {
    if (project === 'default' || known.has(project) || provided.some((line) => provides(line, project))) continue;
    yield {
      subject: object,
      at: ['spec', 'project'],
      message: `project must be one of ${[...known.keys()].sort().join(', ')}, got '${project}'`,
    };
  }
}

const provides = (line: string, project: string): boolean =>
  line.startsWith('AppProject ') && ['*', project].includes(line.split(/[ /]/).at(-1) ?? '');

/** A project admits what its Applications are read from, where they go, and what they hold. */
export const admittingProjects: Rule = {
  id: 'argo-cd/admitting-projects',
  title: 'A project admits the sources, destinations and objects of its Applications',
  severity: 'error',
  why: 'Argo CD refuses what the project does not admit: the sync fails, or the Application is never compared.',
  cure: 'add it to the lists of the project, or take it out of the Application',
  sources: ['G20', 'G21'],
  judge: findRefused,
};

function* findRefused(index: ObjectIndex): Iterable<Finding> {
  for (const application of index.view(applications)) {
    const spec = specOf(index, application);
    if (spec) yield* findRefusedRoutes(application, spec);
  }
  for (const { application, objects } of index.view(heldObjects)) {
    const spec = specOf(index, application);
    if (!spec) continue;
    for (const subject of objects) yield* findRefusedObject(subject, application, spec);
  }
}

function* findRefusedRoutes({ object, project, sources, destination }: Application, spec: ProjectSpec) {
  for (const { repoURL, at } of sources) {
    if (repoURL === undefined || isListed(spec.sourceRepos ?? [], repoURL)) continue;
    const path: FieldPath = [...at, 'repoURL'];
    yield {
      subject: object,
      at: path,
      message: `repository must be one that project ${project} admits, got '${repoURL}'`,
    };
  }
  const { namespace } = destination;
  if (namespace !== undefined && namespace !== '' && !reaches(spec, destination, namespace)) {
    const at = ['spec', 'destination', 'namespace'];
    yield { subject: object, at, message: `namespace must be one that project ${project} admits, got '${namespace}'` };
  }
}

function* findRefusedObject(subject: RenderedObject, application: Application, spec: ProjectSpec): Iterable<Finding> {
  const { manifest } = subject;
  const { kind, metadata } = manifest;
  const { project, destination } = application;
  const what = `${kind} ${metadata.name}`;
  const { namespace } = metadata;
  if (!admitsKind(spec, manifest)) {
    yield { subject, at: ['kind'], message: `${what} must be of a kind that project ${project} admits, got ${kind}` };
  }
  if (namespace !== undefined && !reaches(spec, destination, namespace)) {
    yield {
      subject,
      at: ['metadata', 'namespace'],
      message: `${what} must stand in a namespace that project ${project} admits, got '${namespace}'`,
    };
  }
}

/** The project of an Application: one beside it before others of that name, which may be of another Argo CD. */
function specOf(index: ObjectIndex, { object, project }: Application): ProjectSpec | undefined {
  const beside = index.find('AppProject', object.manifest.metadata.namespace, project);
  return (beside ?? index.view(projects).get(project))?.manifest['spec'] as ProjectSpec | undefined;
}

/**
 * Whether a list of kinds admits an object. Only what names its namespace surely stands in one: an object without may
 * be put into that of the Application, and is admitted where either list has it.
 */
function admitsKind(spec: ProjectSpec, { apiVersion, kind, metadata }: Manifest): boolean {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  const has = (list: readonly GroupKind[] | undefined) =>
    (list ?? []).some((item) => globs(item.group ?? '', group) && globs(item.kind ?? '', kind));
  const namespaced =
    (spec.namespaceResourceWhitelist === undefined || has(spec.namespaceResourceWhitelist)) &&
    !has(spec.namespaceResourceBlacklist);
  const clusterWide = has(spec.clusterResourceWhitelist) && !has(spec.clusterResourceBlacklist);
  return namespaced || (metadata.namespace === undefined && clusterWide);
}

/** Whether a destination of the project is that of the Application, with this namespace. */
function reaches({ destinations = [] }: ProjectSpec, { server, name }: Destination, namespace: string): boolean {
  const fits = (item: Destination) =>
    (server === undefined || item.server === undefined || globs(item.server, server)) &&
    (name === undefined || item.name === undefined || globs(item.name, name));
  const denied = destinations.some(
    (item) => fits(item) && item.namespace?.startsWith('!') === true && globs(item.namespace.slice(1), namespace),
  );
  return !denied && destinations.some((item) => fits(item) && globs(item.namespace ?? '', namespace));
}

/** Whether a list of patterns has a value; one that starts with `!` takes it out again. */
function isListed(patterns: readonly string[], value: string): boolean {
  const same = (pattern: string) => globs(plain(pattern), plain(value));
  return (
    patterns.some((pattern) => !pattern.startsWith('!') && same(pattern)) &&
    !patterns.some((pattern) => pattern.startsWith('!') && same(pattern.slice(1)))
  );
}

/** A repository as Argo CD compares it. */
const plain = (repository: string): string => repository.toLowerCase().replace(/\.git$/, '');

/** Whether a pattern of Argo CD matches. */
function globs(pattern: string, value: string): boolean {
  if (!/[*?[{]/.test(pattern)) return pattern === value;
  const source = pattern
    .replace(/[.+^$()|\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.')
    .replace(/\{([^{}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  try {
    return new RegExp(`^${source}$`).test(value);
  } catch {
    return true;
  }
}
