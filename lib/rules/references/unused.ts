import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { applications } from '../views/delivery';
import { scalarsOf } from '../views/fields';
import { Maker, makers } from '../views/makers';
import { containersOf, podTemplates } from '../views/pods';
import { grouped } from '../views/grouped';
import { Tree, tree, trees } from '../views/tree';
import { Usage, usages } from '../views/usages';

/** Something reads every ConfigMap and every Secret. */
export const configUsed: Rule = {
  id: 'references/config-used',
  title: 'A ConfigMap, or what makes a Secret, is read by something',
  severity: 'warning',
  why: 'Somebody sets a value, and nothing changes; or a secret is copied to where nobody needs it.',
  cure: 'let its reader name it, or remove it',
  sources: ['class a', 'Y27'],
  judge: findUnused,
};

/** Something reads every key of a ConfigMap whose readers name keys. */
export const keyUsed: Rule = {
  id: 'references/key-used',
  title: 'A key of a ConfigMap is read, where its readers name single keys',
  severity: 'warning',
  why: 'Somebody sets a value, and nothing changes.',
  cure: 'let its reader name it, or remove it',
  sources: ['class a'],
  judge: findUnusedKeys,
};

function* findUnused(index: ObjectIndex): Iterable<Finding> {
  const used = usedBy(index);
  const { everywhere, namespaces } = index.view(readersByApi);
  const busy = new Set(index.view(podTemplates).map(({ namespace }) => namespace));
  for (const maker of [...index.view(makers).values()].flat()) {
    const { object, kind, namespace, name } = maker;
    if (kind !== 'ConfigMap' && kind !== 'Secret') continue;
    const observed = everywhere.has(kind) || namespaces.has(`${kind} ${namespace ?? ''}`);
    if (observed || !busy.has(namespace) || isOwn(maker) || index.view(words).has(name)) continue;
    if ((used.get(`${kind} ${name}`) ?? []).some((usage) => isNear(usage, namespace))) continue;
    const made = object.manifest.kind === kind ? '' : ` of ${object.manifest.kind} ${object.manifest.metadata.name}`;
    yield { subject: object, message: `${kind} ${name}${made} must be read by something, got no reader` };
  }
}

/** Labels that only say what an object is part of; by another one somebody may choose it: `grafana_dashboard`. */
const DESCRIPTIVE =
  /^(app\.kubernetes\.io\/.*|helm\.sh\/.*|k8s-app|app|chart|release|heritage|name|component|tier|version|team|owner|environment)$/;

/** What its own maker keeps for itself, and what the server or an operator reads by its label. */
function isOwn({ object: { manifest } }: Maker): boolean {
  const { kind, metadata } = manifest;
  const type = typeof manifest['type'] === 'string' ? manifest['type'] : '';
  const chosen = Object.keys(metadata.labels ?? {}).some((key) => !DESCRIPTIVE.test(key));
  return chosen || /^(Issuer|ClusterIssuer)$/.test(kind) || /token$/.test(type) || metadata.name === 'kube-root-ca.crt';
}

function usedBy(index: ObjectIndex): ReadonlyMap<string, readonly Usage[]> {
  return grouped(index.view(usages), ({ kind, name }) => `${kind} ${name}`);
}

function isNear(usage: Usage, namespace: string | undefined): boolean {
  return usage.namespace === undefined || namespace === undefined || usage.namespace === namespace;
}

function* findUnusedKeys(index: ObjectIndex): Iterable<Finding> {
  const used = usedBy(index);
  const { everywhere, namespaces } = index.view(readersByApi);
  for (const subject of index.ofKind('ConfigMap')) {
    const { name, namespace } = subject.manifest.metadata;
    const readers = (used.get(`ConfigMap ${name}`) ?? []).filter((usage) => isNear(usage, namespace));
    const observed = everywhere.has('ConfigMap') || namespaces.has(`ConfigMap ${namespace ?? ''}`);
    if (observed || readers.length === 0 || readers.some(({ key }) => key === undefined)) continue;
    const read = new Set(readers.map(({ key }) => key));
    for (const key of Object.keys(tree(subject.manifest['data']))) {
      if (read.has(key) || index.view(words).has(key)) continue;
      yield { subject, at: ['data', key], message: `key ${key} of ConfigMap ${name} must be read, got no reader` };
    }
  }
}

/** Words that programs and custom resources are told: one of them may be a name that is read through the API. */
const words: View<ReadonlySet<string>> = (index) => {
  const found = new Set<string>();
  const add = (text: string) => text.match(/[\w.-]+/g)?.forEach((word) => found.add(word));
  for (const pod of index.view(podTemplates)) {
    for (const { container } of containersOf(pod)) {
      [...(container.command ?? []), ...(container.args ?? [])].forEach(add);
      for (const { value } of container.env ?? []) add(value ?? '');
    }
  }
  for (const { manifest } of index.objects) {
    if (!manifest.apiVersion.split('/')[0]?.includes('.') || isPart(manifest.kind)) continue;
    for (const { value } of scalarsOf(manifest['spec'])) add(String(value));
    for (const value of Object.values(manifest.metadata.annotations ?? {})) add(value);
  }
  for (const { sources } of index.view(applications)) {
    for (const { helm } of sources) for (const { value } of scalarsOf(helm ?? {})) add(String(value));
  }
  for (const { manifest } of [...index.ofKind('Ingress', 'ServiceAccount')]) {
    for (const value of Object.values(manifest.metadata.annotations ?? {})) add(value);
    for (const { name } of trees(manifest['secrets'])) add(String(name));
  }
  return found;
};

/** Kinds whose own usages are known exactly, or which name what they make. */
function isPart(kind: string): boolean {
  return ['ExternalSecret', 'Certificate', 'SealedSecret', 'Ingress', 'NetworkPolicy', 'Application'].includes(kind);
}

/** Where somebody of the bundle may read ConfigMaps or Secrets through the API: nobody knows which. */
const readersByApi: View<{ everywhere: ReadonlySet<string>; namespaces: ReadonlySet<string> }> = (index) => {
  const everywhere = new Set<string>();
  const namespaces = new Set<string>();
  for (const binding of index.ofKind('ClusterRoleBinding', 'RoleBinding')) {
    const { kind, name } = tree(binding.manifest['roleRef']);
    const { namespace } = binding.manifest.metadata;
    if (!trees(binding.manifest['subjects']).some(isProgram)) continue;
    const role = index.find(String(kind), kind === 'Role' ? namespace : undefined, String(name));
    for (const readable of readableKinds(role, String(name))) {
      if (binding.manifest.kind === 'ClusterRoleBinding') everywhere.add(readable);
      else namespaces.add(`${readable} ${namespace ?? ''}`);
    }
  }
  return { everywhere, namespaces };
};

/** People who may read everything tell nothing of what is read. */
function isProgram({ kind, name }: Tree): boolean {
  return kind === 'ServiceAccount' || (kind === 'Group' && String(name).startsWith('system:serviceaccounts'));
}

/** Kinds that a role lets somebody read; roles that are not in the bundle let anything be read, but for those of the server. */
function readableKinds(role: RenderedObject | undefined, name: string): string[] {
  if (role === undefined) return name.startsWith('system:') ? [] : ['ConfigMap', 'Secret'];
  const resources = trees(role.manifest['rules']).flatMap(({ resources: list }) => (Array.isArray(list) ? list : []));
  return [
    ...(resources.some((resource) => resource === 'configmaps' || resource === '*') ? ['ConfigMap'] : []),
    ...(resources.some((resource) => resource === 'secrets' || resource === '*') ? ['Secret'] : []),
  ];
}
