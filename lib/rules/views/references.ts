import { Manifest } from '../rendered-object';

/** What an object needs to be there: a name in its own namespace, or in none. */
export interface Reference {
  readonly kind: string;
  readonly name: string;

  /**
   * Whether what is named stands in no namespace.
   *
   * @default false
   */
  readonly clusterScoped?: boolean;
}

/** The Secret that a custom resource makes, if it is one that does. */
export function secretOf({
  kind,
  metadata,
  spec,
}: Manifest): { readonly metadata: { readonly name: string } } | undefined {
  const { target, secretName } = (spec ?? {}) as { target?: { name?: string }; secretName?: string };
  if (kind === 'ExternalSecret') return { metadata: { name: target?.name ?? metadata.name } };
  return kind === 'Certificate' && secretName !== undefined ? { metadata: { name: secretName } } : undefined;
}

/** Everything that an object names and cannot start without, by the kinds that we render. */
export function referencesOf({ kind, spec, roleRef, subjects }: Manifest): Reference[] {
  if (kind === 'RoleBinding') {
    return [named(roleRef as Named), ...((subjects ?? []) as Named[]).map(named)].filter(
      (reference) => reference.kind === 'Role' || reference.kind === 'ServiceAccount',
    );
  }
  const fields = (spec ?? {}) as Spec;
  if (kind === 'CronJob') return podReferences(fields.jobTemplate?.spec.template.spec);
  return [
    ...podReferences(fields.template?.spec),
    ...(kind === 'StatefulSet' && fields.serviceName !== undefined
      ? [{ kind: 'Service', name: fields.serviceName }]
      : []),
    ...(fields.scaleTargetRef ? [named(fields.scaleTargetRef)] : []),
    ...(fields.issuerRef ? [issuer(fields.issuerRef)] : []),
    ...(kind === 'Issuer' && fields.ca ? [{ kind: 'Secret', name: fields.ca.secretName }] : []),
    ...(fields.secretStoreRef ? [store(fields.secretStoreRef)] : []),
    ...(fields.rules ?? []).flatMap(({ http }) =>
      (http?.paths ?? []).flatMap(({ backend }) =>
        backend.service ? { kind: 'Service', name: backend.service.name } : [],
      ),
    ),
  ];
}

interface Named {
  readonly kind: string;
  readonly name: string;
}

interface Spec {
  readonly template?: { readonly spec?: PodSpec };
  readonly jobTemplate?: { readonly spec: { readonly template: { readonly spec: PodSpec } } };
  readonly serviceName?: string;
  readonly scaleTargetRef?: Named;
  readonly issuerRef?: Named;
  readonly ca?: { readonly secretName: string };
  readonly secretStoreRef?: Named;
  readonly rules?: readonly {
    readonly http?: {
      readonly paths: readonly { readonly backend: { readonly service?: { readonly name: string } } }[];
    };
  }[];
}

interface PodSpec {
  readonly serviceAccountName?: string;
  readonly volumes?: readonly VolumeSources[];
  readonly initContainers?: readonly Container[];
  readonly containers?: readonly Container[];
}

interface VolumeSources {
  readonly configMap?: { readonly name: string };
  readonly secret?: { readonly secretName?: string; readonly name?: string };
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly projected?: { readonly sources: readonly VolumeSources[] };
}

interface Container {
  readonly env?: readonly { readonly valueFrom?: { readonly secretKeyRef?: Ref; readonly configMapKeyRef?: Ref } }[];
  readonly envFrom?: readonly { readonly secretRef?: Ref; readonly configMapRef?: Ref }[];
}

interface Ref {
  readonly name: string;
}

function podReferences(pod: PodSpec | undefined): Reference[] {
  if (pod === undefined) return [];
  const containers = [...(pod.initContainers ?? []), ...(pod.containers ?? [])];
  const references = [
    ...(pod.serviceAccountName === undefined ? [] : [{ kind: 'ServiceAccount', name: pod.serviceAccountName }]),
    ...(pod.volumes ?? []).flatMap(volumeReferences),
    ...containers.flatMap(({ env = [], envFrom = [] }) => [
      ...env.flatMap(({ valueFrom }) => either(valueFrom?.configMapKeyRef, valueFrom?.secretKeyRef)),
      ...envFrom.flatMap(({ configMapRef, secretRef }) => either(configMapRef, secretRef)),
    ]),
  ];
  const distinct = new Map(references.map((reference) => [`${reference.kind} ${reference.name}`, reference]));
  return [...distinct.values()];
}

function volumeReferences({ configMap, secret, persistentVolumeClaim, projected }: VolumeSources): Reference[] {
  const secretName = secret?.secretName ?? secret?.name;
  return [
    ...either(configMap, secretName === undefined ? undefined : { name: secretName }),
    ...(persistentVolumeClaim ? [{ kind: 'PersistentVolumeClaim', name: persistentVolumeClaim.claimName }] : []),
    ...(projected?.sources ?? []).flatMap(volumeReferences),
  ];
}

function either(configMap: Ref | undefined, secret: Ref | undefined): Reference[] {
  return [
    ...(configMap ? [{ kind: 'ConfigMap', name: configMap.name }] : []),
    ...(secret ? [{ kind: 'Secret', name: secret.name }] : []),
  ];
}

function named({ kind, name }: Named): Reference {
  return { kind, name };
}

function issuer({ kind, name }: Named): Reference {
  return { kind, name, clusterScoped: kind === 'ClusterIssuer' };
}

function store({ kind, name }: Named): Reference {
  return { kind, name, clusterScoped: kind === 'ClusterSecretStore' };
}
