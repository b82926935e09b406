import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { heldObjects, isArgoCd } from '../views/delivery';
import { tree, treeAt, Tree, trees } from '../views/tree';

/** An Application that another one applies leaves defaults out. */
export const keptDefaults: Rule = {
  id: 'argo-cd/kept-defaults',
  title: 'An Application that another one applies writes no default that Argo CD takes out',
  severity: 'warning',
  why:
    'Argo CD writes an Application anew when it starts a sync, without what is empty, false or zero. The one that ' +
    'applies it then finds a difference after each sync, and shows OutOfSync for ever.',
  cure: 'leave the field out: what is not there means the same',
  sources: ['G24', 'Argo CD: issues 3815, 14668, 15898, 22546; later than 3.3 it keeps those of syncPolicy.automated'],
  judge: findWrittenDefaults,
};

type Field = readonly [at: FieldPath, value: unknown];

function* findWrittenDefaults(index: ObjectIndex): Iterable<Finding> {
  const judged = new Set<RenderedObject>();
  for (const { application, objects } of index.view(heldObjects)) {
    const { ignoreDifferences } = tree(application.object.manifest['spec']);
    if (trees(ignoreDifferences).some(({ kind }) => kind === 'Application' || kind === '*')) continue;
    for (const subject of objects) {
      if (subject.manifest.kind !== 'Application' || !isArgoCd(subject) || judged.has(subject)) continue;
      judged.add(subject);
      for (const [at, value] of droppedFields(tree(subject.manifest['spec']))) {
        if (!isNothing(value)) continue;
        yield { subject, at, message: `${String(at.at(-1))} must be left out, got ${JSON.stringify(value)}` };
      }
    }
  }
}

/** Fields that are not written where they hold nothing. Others keep a zero, as `factor` and `enabled` do. */
function* droppedFields(spec: Tree): Iterable<Field> {
  yield* fields(spec, ['spec'], ['syncPolicy', 'ignoreDifferences', 'info', 'sources']);
  yield* fields(spec['destination'], ['spec', 'destination'], ['server', 'name', 'namespace']);
  const policy = ['spec', 'syncPolicy'];
  yield* fields(spec['syncPolicy'], policy, ['syncOptions']);
  const { automated, retry, managedNamespaceMetadata } = treeAt(spec, 'syncPolicy');
  yield* fields(automated, [...policy, 'automated'], ['prune', 'selfHeal', 'allowEmpty']);
  yield* fields(retry, [...policy, 'retry'], ['limit', 'refresh']);
  yield* fields(managedNamespaceMetadata, [...policy, 'managedNamespaceMetadata'], ['labels', 'annotations']);
  yield* sourceFields(tree(spec['source']), ['spec', 'source']);
  for (const [i, source] of trees(spec['sources']).entries()) yield* sourceFields(source, ['spec', 'sources', i]);
}

function* sourceFields(source: Tree, at: FieldPath): Iterable<Field> {
  yield* fields(source, at, ['path', 'chart', 'targetRevision', 'ref', 'name', 'helm', 'kustomize', 'directory']);
  const { helm, kustomize, directory } = source;
  yield* fields(helm, [...at, 'helm'], Object.keys(tree(helm)).filter(isNoValue));
  for (const [i, parameter] of trees(tree(helm)['parameters']).entries()) {
    yield* fields(parameter, [...at, 'helm', 'parameters', i], ['value', 'forceString']);
  }
  yield* fields(kustomize, [...at, 'kustomize'], Object.keys(tree(kustomize)));
  yield* fields(directory, [...at, 'directory'], ['recurse', 'include', 'exclude']);
}

/** Values for a chart are passed on as they are. */
const isNoValue = (field: string): boolean => field !== 'valuesObject';

function* fields(parent: unknown, at: FieldPath, names: readonly string[]): Iterable<Field> {
  const known = tree(parent);
  for (const name of names) if (name in known) yield [[...at, name], known[name]];
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === '' || value === false || value === 0;
}
