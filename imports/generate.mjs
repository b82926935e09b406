// Makes the typed custom resources of this folder: `node imports/generate.mjs`. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { dump, load } from 'js-yaml';

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
    files: ['cert-manager.io_certificates', 'cert-manager.io_issuers'],
  },
];

/** Only these variants of a long list of providers are typed: a module of all of them is 25 times the size. */
const variants = {
  ClusterSecretStore: ['spec.provider', ['aws', 'kubernetes', 'vault']],
  Issuer: ['spec', ['ca', 'selfSigned']],
};

const work = mkdtempSync(join(tmpdir(), 'imports-'));
writeFileSync(join(work, 'go.mod'), 'module imports\n');

for (const { module, folder, files } of sources) {
  const { Dir } = JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { cwd: work, encoding: 'utf8' }));
  for (const file of files) {
    const crd = load(readFileSync(join(Dir, folder, `${file}.yaml`), 'utf8'));
    const versions = crd.spec.versions.filter(({ storage, served }) => storage && served);
    versions.forEach(({ schema }) => keepVariants(schema.openAPIV3Schema, variants[crd.spec.names.kind]));
    const group = join(work, `${file.split('_')[0]}.yaml`);
    writeFileSync(group, `---\n${dump({ ...crd, spec: { ...crd.spec, versions } })}`, { flag: 'a' });
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

function keepVariants(schema, selection) {
  if (!selection) return;
  const [path, names] = selection;
  const parent = path.split('.').reduce((node, key) => node.properties[key], schema);
  for (const name of Object.keys(parent.properties)) if (!names.includes(name)) delete parent.properties[name];
}

function stripComments(source) {
  return source.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '').replace(/^\s*\/\/.*\n/gm, '').replace(/\n{3,}/g, '\n\n');
}
