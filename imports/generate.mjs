// Makes the typed custom resources of this folder: `node imports/generate.mjs`. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { dump, loadAll } from 'js-yaml';

/** Go modules that carry the definitions, and the kinds that the constructs use. */
const sources = [
  {
    module: 'github.com/external-secrets/external-secrets@v1.3.2',
    folder: 'config/crds/bases',
    files: ['external-secrets.io_externalsecrets', 'external-secrets.io_clustersecretstores', 'generators.external-secrets.io_passwords'],
  },
  {
    module: 'github.com/cert-manager/cert-manager@v1.21.2',
    folder: 'deploy/crds',
    files: ['cert-manager.io_certificates', 'cert-manager.io_issuers', 'cert-manager.io_clusterissuers'],
  },
  {
    module: 'sigs.k8s.io/gateway-api@v1.4.0',
    folder: 'config/crd/standard',
    files: ['gateway.networking.k8s.io_gateways', 'gateway.networking.k8s.io_httproutes'],
  },
  {
    module: 'istio.io/api@v1.27.0',
    folder: 'kubernetes',
    files: ['customresourcedefinitions.gen'],
    kinds: ['PeerAuthentication'],
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    folder: 'example/prometheus-operator-crd-full',
    files: ['monitoring.coreos.com_podmonitors', 'monitoring.coreos.com_prometheusrules'],
  },
  {
    module: 'github.com/argoproj/argo-cd/v3@v3.2.1',
    folder: 'manifests/crds',
    files: ['application-crd', 'appproject-crd'],
  },
];

/** Only these fields of an object with many are typed: a module of all of them is 25 times the size. */
const variants = {
  ClusterSecretStore: [['spec.provider', ['aws', 'kubernetes', 'vault']]],
  Issuer: [['spec', ['ca', 'selfSigned']]],
  ClusterIssuer: [['spec', ['acme']]],
  Application: [
    ['', ['apiVersion', 'kind', 'metadata', 'spec']],
    ['spec', ['destination', 'project', 'source', 'syncPolicy']],
    ['spec.source', ['repoURL', 'targetRevision', 'path', 'chart', 'directory', 'helm']],
    ['spec.source.directory', ['exclude']],
    ['spec.source.helm', ['releaseName', 'valuesObject']],
  ],
};

/** Of what they hold, these are left out, too. */
const leftOut = {
  ClusterIssuer: [
    'spec.acme.solvers[].dns01',
    'spec.acme.solvers[].http01.ingress.podTemplate',
    'spec.acme.solvers[].http01.gatewayHTTPRoute.podTemplate',
  ],
};

const work = mkdtempSync(join(tmpdir(), 'imports-'));
writeFileSync(join(work, 'go.mod'), 'module imports\n');

for (const { module, folder, files, kinds } of sources) {
  const { Dir } = JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { cwd: work, encoding: 'utf8' }));
  for (const file of files) {
    for (const crd of loadAll(readFileSync(join(Dir, folder, `${file}.yaml`), 'utf8'))) {
      const { group, names } = crd.spec;
      if (kinds && !kinds.includes(names.kind)) continue;
      const versions = crd.spec.versions.filter(({ storage, served }) => storage && served);
      versions.forEach(({ schema }) => {
        keepVariants(schema.openAPIV3Schema, variants[names.kind] ?? []);
        leftOut[names.kind]?.forEach((path) => removeField(schema.openAPIV3Schema, path));
      });
      writeFileSync(join(work, `${group}.yaml`), `---\n${dump({ ...crd, spec: { ...crd.spec, versions } })}`, { flag: 'a' });
    }
  }
}

for (const file of readdirSync(work).filter((name) => name.endsWith('.yaml'))) {
  execFileSync('npx', ['cdk8s', 'import', join(work, file), '--no-save', '-l', 'typescript', '-o', 'imports'], {
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    stdio: 'inherit',
  });
  const target = join('imports', `${basename(file, '.yaml')}.ts`);
  writeFileSync(target, stripComments(readFileSync(target, 'utf8')));
}
rmSync(work, { recursive: true });

function keepVariants(schema, selections) {
  for (const [path, names] of selections) {
    const keys = path === '' ? [] : path.split('.');
    const parent = keys.reduce((node, key) => node.properties[key], schema);
    for (const name of Object.keys(parent.properties)) if (!names.includes(name)) delete parent.properties[name];
    parent.required &&= parent.required.filter((name) => names.includes(name));
  }
}

function removeField(schema, path) {
  const names = path.split('.');
  const last = names.pop();
  const child = (node, name) => (name.endsWith('[]') ? node.properties[name.slice(0, -2)].items : node.properties[name]);
  delete names.reduce(child, schema).properties[last];
}

function stripComments(source) {
  return source.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '').replace(/^\s*\/\/.*\n/gm, '').replace(/\n{3,}/g, '\n\n');
}
