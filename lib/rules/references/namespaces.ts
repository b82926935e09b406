import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { exists } from '../views/existence';

/** Every namespace that objects stand in is there, in a bundle that makes namespaces. */
export const namespaceExists: Rule = {
  id: 'references/namespace-exists',
  title: 'The namespace of an object exists, in a bundle that makes namespaces',
  severity: 'warning',
  why: 'The server refuses what stands in a namespace that nobody made.',
  cure: 'add the Namespace, mend the name, or name it under `provided` in environment.yaml',
  sources: ['Y27', 'L68'],
  judge: findStrangers,
};

function* findStrangers(index: ObjectIndex): Iterable<Finding> {
  if (index.ofKind('Namespace').length === 0) return;
  const said = new Set<string>();
  for (const subject of index.objects) {
    const { namespace } = subject.manifest.metadata;
    if (namespace === undefined || said.has(namespace)) continue;
    said.add(namespace);
    if (exists(index, { kind: 'Namespace', namespace: undefined, name: namespace })) continue;
    yield { subject, at: ['metadata', 'namespace'], message: `Namespace '${namespace}' must exist, got none` };
  }
}
