import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { goModuleFolder } from './go-program';
import type { Kubernetes } from './kubernetes';
import { waitUntil } from './process';
import { VERSIONS } from './versions';

/** Where definitions come from. */
export interface CrdSource {
  /** Module path. */
  readonly module: string;
  /** Version without the leading v. */
  readonly version: string;
  /** Folder of the module that holds them. */
  readonly folder: string;
}

/** Definitions of what every cluster runs: external-secrets, cert-manager and Argo CD. */
export const CLUSTER_CRDS: readonly CrdSource[] = [
  {
    module: 'github.com/external-secrets/external-secrets',
    version: VERSIONS.externalSecrets,
    folder: 'config/crds/bases',
  },
  { module: 'github.com/cert-manager/cert-manager', version: VERSIONS.certManager, folder: 'deploy/crds' },
  { module: 'github.com/argoproj/argo-cd/v3', version: VERSIONS.argoCd, folder: 'manifests/crds' },
];

/** Definitions of what only some clusters run: a Gateway, a mesh of Istio, an operator of Prometheus. */
export const PROFILE_CRDS: readonly CrdSource[] = [
  { module: 'sigs.k8s.io/gateway-api', version: VERSIONS.gatewayApi, folder: 'config/crd/standard' },
  { module: 'istio.io/api', version: VERSIONS.istio, folder: 'kubernetes' },
  {
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: VERSIONS.prometheusOperator,
    folder: 'example/prometheus-operator-crd-full',
  },
];

/**
 * Applies CRDs, and waits until the server takes their objects.
 *
 * Before Kubernetes 1.30 without `selectableFields`: these releases refuse a server-side apply of a CRD that has them.
 */
export async function installCrds(
  { kubectl, version }: Pick<Kubernetes, 'kubectl' | 'version'>,
  sources = CLUSTER_CRDS,
): Promise<void> {
  const knowsSelectableFields = Number(version.split('.')[1]) >= 30;
  for (const { module, version: release, folder } of sources) {
    const bases = join(await goModuleFolder(module, release), folder);
    const files = readdirSync(bases).filter((file) => /(?:_\w+|-crd|\.gen)\.yaml$/.test(file));
    const texts = files.map((file) => readFileSync(join(bases, file), 'utf8'));
    const known = knowsSelectableFields ? texts : texts.map(dropSelectableFields);
    // Begins with a separator, or kubectl would take a first document in JSON for a stream of JSON.
    const crds = known.map((text) => `---\n${text}\n`).join('');
    await kubectl(['apply', '--server-side', '-f', '-'], crds);
    // Some definitions come with conditions that are null, at which kubectl gives up until the server has filled them.
    const wait = ['wait', '--for=condition=Established', '--timeout=60s', '-f', '-'];
    await waitUntil(
      () =>
        kubectl(wait, crds).then(
          () => true,
          () => false,
        ),
      10_000,
    );
    await kubectl(wait, crds);
  }
}

interface Crd {
  readonly spec: { readonly versions: readonly object[] };
}

function dropSelectableFields(text: string): string {
  const crd = parse(text) as Crd;
  const versions = crd.spec.versions.map((version) => ({ ...version, selectableFields: undefined }));
  return JSON.stringify({ ...crd, spec: { ...crd.spec, versions } });
}
