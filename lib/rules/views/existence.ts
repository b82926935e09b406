import { ObjectIndex, View } from '../object-index';
import { Manifest } from '../rendered-object';
import { makersOf } from './makers';
import { containers } from './pods';
import { isProvided, Wanted } from './provided';
import { text, tree, trees } from './tree';

/** Whether something is there, as far as anybody can know from the bundle and the facts of its environment. */
export function exists(index: ObjectIndex, wanted: Wanted): boolean {
  const { kind, namespace, name } = wanted;
  return (
    makersOf(index, kind, namespace, name).length > 0 ||
    (EVERYWHERE[kind]?.test(name) ?? false) ||
    (kind === 'ServiceAccount' && namespace === 'kube-system') || // controllers of the server have theirs there
    (kind === 'PersistentVolumeClaim' && index.view(claimStems).has(name.replace(/-\d+$/, ''))) ||
    isProvided(index, wanted) ||
    mayBeMade(index, wanted)
  );
}

/** What every cluster, or every namespace, has from the start. */
const EVERYWHERE: Readonly<Record<string, RegExp>> = {
  ServiceAccount: /^default$/,
  ConfigMap: /^(kube-root-ca\.crt|openshift-service-ca\.crt)$/,
  Namespace: /^(default|kube-system|kube-public|kube-node-lease)$/,
  PriorityClass: /^system-(cluster|node)-critical$/,
  ClusterRole: /^(system:.*|cluster-admin|admin|edit|view)$/,
  Role: /^(system:.*|extension-apiserver-authentication-reader)$/,
};

/** What claims of StatefulSets are called, without the number of the pod: `data-mongodb`. */
const claimStems: View<ReadonlySet<string>> = (index) =>
  new Set(
    index
      .ofKind('StatefulSet')
      .flatMap(({ manifest }) =>
        trees(tree(manifest['spec'])['volumeClaimTemplates']).map(
          ({ metadata }) => `${text(tree(metadata)['name']) ?? ''}-${manifest.metadata.name}`,
        ),
      ),
  );

/**
 * Whether some operator may make it: one calls what it makes after its custom resource, with something added at the
 * end. A program that is told a Secret's name may write it as well.
 */
export function mayBeMade(index: ObjectIndex, { kind, namespace, name }: Wanted): boolean {
  if (kind === 'Secret' && index.view(secretsOfPrograms).has(name)) return true;
  if (index.view(keptByPrograms).has(`${kind} ${name}`)) return true;
  const owners = index.view(operatedNames);
  const parts = name.split('-');
  return parts.some((_, end) => {
    const places = owners.get(parts.slice(0, end + 1).join('-'));
    return places !== undefined && (namespace === undefined || places.has(namespace) || places.has(undefined));
  });
}

/** Names of custom resources that operators may make objects of, and the namespaces of each. */
const operatedNames: View<ReadonlyMap<string, ReadonlySet<string | undefined>>> = ({ objects }) => {
  const names = new Map<string, Set<string | undefined>>();
  for (const { manifest } of objects) {
    if (!isOperated(manifest)) continue;
    const { name, namespace } = manifest.metadata;
    names.set(name, (names.get(name) ?? new Set()).add(namespace));
  }
  return names;
};

/** Custom resources whose controllers make nothing that is called after them, or only what is known exactly. */
const SELF_CONTAINED = new Set(
  (
    'Application AppProject ApplicationSet Rollout Certificate Issuer ClusterIssuer ExternalSecret ClusterExternalSecret ' +
    'SecretStore ClusterSecretStore SealedSecret ServiceMonitor PodMonitor PrometheusRule Probe VolumeSnapshot ' +
    'VolumeSnapshotClass HTTPRoute GRPCRoute TCPRoute TLSRoute GatewayClass ReferenceGrant ScaledObject ' +
    'VirtualService DestinationRule KafkaTopic GrafanaDashboard VerticalPodAutoscaler Kustomization'
  ).split(' '),
);

/** Whether an object is one that an operator works on: of a group that is not part of Kubernetes. */
export function isOperated({ apiVersion, kind }: Manifest): boolean {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return group.includes('.') && !group.endsWith('.k8s.io') && !SELF_CONTAINED.has(kind);
}

/** ConfigMaps and Secrets that a role lets a program make, and names. */
const keptByPrograms: View<ReadonlySet<string>> = (index) => {
  const names = new Set<string>();
  for (const { manifest } of index.ofKind('Role', 'ClusterRole')) {
    for (const [kind, resource] of [
      ['ConfigMap', 'configmaps'],
      ['Secret', 'secrets'],
    ] as const) {
      const rules = trees(manifest['rules']).filter(({ resources }) => includes(resources, resource));
      if (!rules.some(({ verbs }) => includes(verbs, 'create') || includes(verbs, '*'))) continue;
      for (const { resourceNames } of rules) {
        if (Array.isArray(resourceNames)) for (const name of resourceNames) names.add(`${kind} ${String(name)}`);
      }
    }
  }
  return names;
};

function includes(list: unknown, item: string): boolean {
  return Array.isArray(list) && list.includes(item);
}

/** Names that programs are told to keep a Secret under: `--secret-name=webhook-ca`. */
const secretsOfPrograms: View<ReadonlySet<string>> = (index) => {
  const names = new Set<string>();
  for (const { container } of index.view(containers)) {
    const words = [...(container.command ?? []), ...(container.args ?? [])];
    words.forEach((word, position) => {
      const [, value] = /^--?[\w-]*secret-?name(?:=(.+))?$/.exec(word) ?? [];
      if (value !== undefined) names.add(value);
      else if (/^--?[\w-]*secret-?name$/.test(word)) names.add(words[position + 1] ?? '');
    });
  }
  return names;
};
