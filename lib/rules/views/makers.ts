import { ObjectIndex, View } from '../object-index';
import { Manifest, RenderedObject } from '../rendered-object';
import { text, tree, treeAt, trees } from './tree';

/** An object of which another one comes: itself, or what its controller makes of it. */
export interface Maker {
  readonly object: RenderedObject;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;

  /** Keys of the ConfigMap or Secret; undefined where they cannot be known. */
  readonly keys: ReadonlySet<string> | undefined;
}

type Made = Pick<Maker, 'kind' | 'name' | 'keys'> & { readonly anywhere?: boolean };

const TLS_KEYS = ['tls.crt', 'tls.key', 'ca.crt'];

/** Everything that objects are and make, by `<kind> <name>`. */
export const makers: View<ReadonlyMap<string, readonly Maker[]>> = ({ objects }) => {
  const found = new Map<string, Maker[]>();
  for (const object of objects) {
    const { kind, metadata } = object.manifest;
    for (const { anywhere, ...made } of [
      { kind, name: metadata.name, keys: keysOf(object.manifest) },
      ...madeBy(object.manifest),
    ]) {
      const id = `${made.kind} ${made.name}`;
      const maker = { object, namespace: anywhere ? undefined : metadata.namespace, ...made };
      const known = found.get(id);
      if (known) known.push(maker);
      else found.set(id, [maker]);
    }
  }
  return found;
};

/**
 * What makes a name of a kind. A chart may leave namespaces out, in all objects or in some: what has none stands in
 * whichever the reader means.
 */
export function makersOf(
  index: ObjectIndex,
  kind: string,
  namespace: string | undefined,
  name: string,
): readonly Maker[] {
  const all = index.view(makers).get(`${kind} ${name}`) ?? [];
  if (namespace === undefined) return all;
  return all.filter((maker) => maker.namespace === namespace || maker.namespace === undefined);
}

function keysOf({ kind, metadata, ...fields }: Manifest): ReadonlySet<string> | undefined {
  if (kind === 'ConfigMap') {
    const injected = Object.keys({ ...metadata.labels, ...metadata.annotations }).some((key) => key.includes('inject'));
    return injected ? undefined : keys(fields['data'], fields['binaryData']);
  }
  if (kind !== 'Secret') return undefined;
  const known = keys(fields['data'], fields['stringData']);
  return known.size === 0 || fields['type'] === 'kubernetes.io/service-account-token' ? undefined : known;
}

/** What controllers make of an object. */
function madeBy({ kind, metadata, spec }: Manifest): Made[] {
  const fields = tree(spec);
  const annotations = Object.keys(metadata.annotations ?? {});
  const hasIssuer = annotations.some((key) => /^cert-manager\.io\/(cluster-)?issuer$|\/tls-acme$/.test(key));
  switch (kind) {
    case 'ExternalSecret':
      return externalSecret(metadata.name, fields);
    case 'ClusterExternalSecret':
      return [
        { kind: 'Secret', name: text(fields['externalSecretName']) ?? metadata.name, keys: undefined, anywhere: true },
      ];
    case 'Certificate':
      return secret(fields['secretName'], certificateKeys(fields));
    case 'Issuer':
    case 'ClusterIssuer':
      return secret(treeAt(fields, 'acme', 'privateKeySecretRef')['name'], new Set(['tls.key']));
    case 'SealedSecret': {
      const template = treeAt(fields, 'template');
      const name = text(tree(template['metadata'])['name']) ?? metadata.name;
      return secret(name, keys(fields['encryptedData'], template['data']));
    }
    case 'Ingress':
      return hasIssuer ? trees(fields['tls']).flatMap(({ secretName }) => secret(secretName, new Set(TLS_KEYS))) : [];
    case 'Gateway':
      return hasIssuer
        ? trees(fields['listeners'])
            .flatMap(({ tls }) => trees(tree(tls)['certificateRefs']))
            .flatMap(({ name }) => secret(name, new Set(TLS_KEYS)))
        : [];
    case 'Application':
      return createsNamespace(fields) ? namespace(treeAt(fields, 'destination')['namespace']) : [];
    default:
      return [
        ...secret(treeAt(fields, 'destination')['name'], undefined),
        ...secret(treeAt(fields, 'writeConnectionSecretToRef')['name'], undefined),
      ];
  }
}

function externalSecret(ownName: string, spec: ReturnType<typeof tree>): Made[] {
  const target = treeAt(spec, 'target');
  if (target['creationPolicy'] === 'None') return [];
  const name = text(target['name']) ?? ownName;
  const template = treeAt(target, 'template');
  const fetched = trees(spec['data']).map(({ secretKey }) => String(secretKey));
  const written = Object.keys(tree(template['data']));
  const merges = template['mergePolicy'] === 'Merge' || target['creationPolicy'] === 'Merge';
  const unknown = 'templateFrom' in template || ('dataFrom' in spec && (written.length === 0 || merges));
  if (unknown) return [{ kind: 'Secret', name, keys: undefined }];
  return [{ kind: 'Secret', name, keys: new Set(written.length === 0 || merges ? [...fetched, ...written] : written) }];
}

function certificateKeys(spec: ReturnType<typeof tree>): Set<string> {
  const { jks, pkcs12 } = treeAt(spec, 'keystores');
  return new Set([
    ...TLS_KEYS,
    ...(jks === undefined ? [] : ['keystore.jks', 'truststore.jks']),
    ...(pkcs12 === undefined ? [] : ['keystore.p12', 'truststore.p12']),
    ...(spec['additionalOutputFormats'] === undefined ? [] : ['tls-combined.pem', 'key.der']),
  ]);
}

function createsNamespace(spec: ReturnType<typeof tree>): boolean {
  const { syncOptions } = treeAt(spec, 'syncPolicy');
  return Array.isArray(syncOptions) && syncOptions.includes('CreateNamespace=true');
}

function secret(name: unknown, known: ReadonlySet<string> | undefined): Made[] {
  const wanted = text(name);
  return wanted === undefined ? [] : [{ kind: 'Secret', name: wanted, keys: known }];
}

function namespace(name: unknown): Made[] {
  const wanted = text(name);
  return wanted === undefined ? [] : [{ kind: 'Namespace', name: wanted, keys: undefined, anywhere: true }];
}

function keys(...maps: readonly unknown[]): Set<string> {
  return new Set(maps.flatMap((map) => Object.keys(tree(map))));
}
