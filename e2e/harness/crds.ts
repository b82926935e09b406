import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { goModuleFolder } from './go-program';
import type { Kubernetes } from './kubernetes';
import { VERSIONS } from './versions';

const SOURCES = [
  {
    module: 'github.com/external-secrets/external-secrets',
    version: VERSIONS.externalSecrets,
    folder: 'config/crds/bases',
  },
  { module: 'github.com/cert-manager/cert-manager', version: VERSIONS.certManager, folder: 'deploy/crds' },
  { module: 'github.com/argoproj/argo-cd/v3', version: VERSIONS.argoCd, folder: 'manifests/crds' },
];

/**
 * Applies the CRDs of external-secrets, cert-manager and Argo CD, and waits until the server takes their objects.
 *
 * Before Kubernetes 1.30 without `selectableFields`: these releases refuse a server-side apply of a CRD that has them.
 */
export async function installCrds({ kubectl, version }: Pick<Kubernetes, 'kubectl' | 'version'>): Promise<void> {
  const knowsSelectableFields = Number(version.split('.')[1]) >= 30;
  for (const { module, version: release, folder } of SOURCES) {
    const bases = join(await goModuleFolder(module, release), folder);
    const files = readdirSync(bases).filter((file) => /(?:_\w+|-crd)\.yaml$/.test(file));
    const texts = files.map((file) => readFileSync(join(bases, file), 'utf8'));
    const known = knowsSelectableFields ? texts : texts.map(dropSelectableFields);
    // Begins with a separator, or kubectl would take a first document in JSON for a stream of JSON.
    const crds = known.map((text) => `---\n${text}\n`).join('');
    await kubectl(['apply', '--server-side', '-f', '-'], crds);
    await kubectl(['wait', '--for=condition=Established', '--timeout=60s', '-f', '-'], crds);
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
