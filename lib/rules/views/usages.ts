import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { claimTemplates } from './claims';
import { Volume } from './pod-spec';
import { containersOf, podTemplates, PodTemplate } from './pods';
import { Wanted } from './provided';
import { text, tree, treeAt, trees, Tree } from './tree';

/** A field that names another object. */
export interface Usage extends Wanted {
  readonly subject: RenderedObject;
  readonly at: FieldPath;

  /** The one key of a ConfigMap or Secret that is read; undefined for all of them. */
  readonly key: string | undefined;

  /** Whether the reader does without. */
  readonly optional: boolean;

  /** Whether the reader is healthy before it is there: the certificate of an edge, the credentials for an image. */
  readonly mayComeLater: boolean;
}

type Named = readonly [kind: string, name: unknown, at: FieldPath, options?: Options];

interface Options {
  readonly key?: unknown;
  readonly optional?: unknown;
  readonly mayComeLater?: boolean;

  /** @default - that of the reader */
  readonly namespace?: string | undefined;
}

const LATER: Options = { mayComeLater: true };

/** Every field of a known kind that names another object, in the order of the objects. */
export const usages: View<readonly Usage[]> = (index) => [
  ...index.view(podTemplates).flatMap((pod) => named(pod.owner, podUsages(pod))),
  ...index.objects.flatMap((object) => named(object, objectUsages(object))),
];

function named(subject: RenderedObject, found: Iterable<Named>): Usage[] {
  return [...found].flatMap(([kind, value, at, options = {}]) => {
    const name = text(value);
    if (name === undefined) return [];
    const namespace = 'namespace' in options ? options.namespace : subject.manifest.metadata.namespace;
    const { key, optional, mayComeLater = false } = options;
    return [{ subject, at, kind, namespace, name, key: text(key), optional: optional === true, mayComeLater }];
  });
}

function* podUsages(pod: PodTemplate): Iterable<Named> {
  const { spec, at } = pod;
  yield ['ServiceAccount', spec.serviceAccountName, [...at, 'serviceAccountName']];
  yield ['PriorityClass', spec.priorityClassName, [...at, 'priorityClassName'], { namespace: undefined }];
  for (const [i, { name }] of (spec.imagePullSecrets ?? []).entries()) {
    yield ['Secret', name, [...at, 'imagePullSecrets', i, 'name'], LATER];
  }
  const replaced = new Set(claimTemplates(pod));
  for (const [i, volume] of (spec.volumes ?? []).entries()) {
    if (!replaced.has(volume.name)) yield* volumeUsages(volume, [...at, 'volumes', i]);
  }
  for (const placed of containersOf(pod)) {
    for (const [i, { valueFrom }] of (placed.container.env ?? []).entries()) {
      const from = [...placed.at, 'env', i, 'valueFrom'];
      const { configMapKeyRef: config, secretKeyRef: secret } = valueFrom ?? {};
      if (config) yield ['ConfigMap', config.name, [...from, 'configMapKeyRef', 'name'], config];
      if (secret) yield ['Secret', secret.name, [...from, 'secretKeyRef', 'name'], secret];
    }
    for (const [i, { configMapRef, secretRef }] of (placed.container.envFrom ?? []).entries()) {
      const from = [...placed.at, 'envFrom', i];
      if (configMapRef) yield ['ConfigMap', configMapRef.name, [...from, 'configMapRef', 'name'], configMapRef];
      if (secretRef) yield ['Secret', secretRef.name, [...from, 'secretRef', 'name'], secretRef];
    }
  }
}

function* volumeUsages(volume: Volume, at: FieldPath): Iterable<Named> {
  const { configMap, secret, persistentVolumeClaim: claim, projected } = volume;
  if (configMap) yield* files('ConfigMap', configMap.name, configMap, [...at, 'configMap'], 'name');
  if (secret) yield* files('Secret', secret.secretName, secret, [...at, 'secret'], 'secretName');
  if (claim) yield ['PersistentVolumeClaim', claim.claimName, [...at, 'persistentVolumeClaim', 'claimName']];
  for (const [i, source] of (projected?.sources ?? []).entries()) {
    const from = [...at, 'projected', 'sources', i];
    if (source.configMap)
      yield* files('ConfigMap', source.configMap.name, source.configMap, [...from, 'configMap'], 'name');
    if (source.secret) yield* files('Secret', source.secret.name, source.secret, [...from, 'secret'], 'name');
  }
}

/** All keys, or those that are listed. */
function* files(
  kind: string,
  name: unknown,
  { items, optional }: NonNullable<Volume['configMap']>,
  at: FieldPath,
  field: string,
): Iterable<Named> {
  if (items === undefined) yield [kind, name, [...at, field], { optional }];
  else for (const [i, { key }] of items.entries()) yield [kind, name, [...at, 'items', i, 'key'], { key, optional }];
}

function* objectUsages({ manifest }: RenderedObject): Iterable<Named> {
  const { kind, metadata } = manifest;
  const spec = tree(manifest['spec']);
  const cluster = { namespace: undefined };
  switch (kind) {
    case 'ServiceAccount':
      for (const [i, { name }] of trees(manifest['imagePullSecrets']).entries()) {
        yield ['Secret', name, ['imagePullSecrets', i, 'name'], LATER];
      }
      break;
    case 'Ingress':
      yield ['IngressClass', spec['ingressClassName'], ['spec', 'ingressClassName'], cluster];
      for (const [i, { secretName }] of trees(spec['tls']).entries()) {
        yield ['Secret', secretName, ['spec', 'tls', i, 'secretName'], LATER];
      }
      break;
    case 'PersistentVolumeClaim':
      yield ['StorageClass', spec['storageClassName'], ['spec', 'storageClassName'], cluster];
      break;
    case 'StatefulSet':
      yield ['Service', spec['serviceName'], ['spec', 'serviceName']];
      for (const [i, claim] of trees(spec['volumeClaimTemplates']).entries()) {
        const at = ['spec', 'volumeClaimTemplates', i, 'spec', 'storageClassName'];
        yield ['StorageClass', tree(claim['spec'])['storageClassName'], at, cluster];
      }
      break;
    case 'HorizontalPodAutoscaler':
    case 'ScaledObject': {
      const target = treeAt(spec, 'scaleTargetRef');
      yield [text(target['kind']) ?? 'Deployment', target['name'], ['spec', 'scaleTargetRef', 'name']];
      break;
    }
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      yield* bindingUsages(manifest, metadata.namespace);
      break;
    case 'Issuer':
    case 'ClusterIssuer': {
      const from = kind === 'ClusterIssuer' ? cluster : {};
      yield ['Secret', treeAt(spec, 'ca')['secretName'], ['spec', 'ca', 'secretName'], from];
      break;
    }
    case 'Certificate':
      yield* storeUsage(treeAt(spec, 'issuerRef'), 'Issuer', ['spec', 'issuerRef', 'name']);
      break;
    case 'ExternalSecret':
      yield* storeUsage(treeAt(spec, 'secretStoreRef'), 'SecretStore', ['spec', 'secretStoreRef', 'name']);
      break;
    case 'Gateway':
      yield ['GatewayClass', spec['gatewayClassName'], ['spec', 'gatewayClassName'], cluster];
      for (const [i, listener] of trees(spec['listeners']).entries()) {
        for (const [j, ref] of trees(tree(listener['tls'])['certificateRefs']).entries()) {
          const at = ['spec', 'listeners', i, 'tls', 'certificateRefs', j, 'name'];
          yield ['Secret', ref['name'], at, { ...LATER, namespace: text(ref['namespace']) ?? metadata.namespace }];
        }
      }
  }
}

function* bindingUsages(manifest: RenderedObject['manifest'], namespace: string | undefined): Iterable<Named> {
  const role = tree(manifest['roleRef']);
  const wide = role['kind'] === 'ClusterRole';
  yield [String(role['kind']), role['name'], ['roleRef', 'name'], { namespace: wide ? undefined : namespace }];
  for (const [i, subject] of trees(manifest['subjects']).entries()) {
    if (subject['kind'] !== 'ServiceAccount') continue;
    const place = text(subject['namespace']) ?? namespace;
    yield ['ServiceAccount', subject['name'], ['subjects', i, 'name'], { namespace: place }];
  }
}

/** Issuers and stores of a namespace, or of the whole cluster; those of other groups are not known. */
function* storeUsage(ref: Tree, own: string, at: FieldPath): Iterable<Named> {
  const kind = text(ref['kind']) ?? own;
  if (kind === own) yield [kind, ref['name'], at];
  if (kind === `Cluster${own}`) yield [kind, ref['name'], at, { namespace: undefined }];
}
