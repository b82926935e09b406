import { basename } from 'node:path';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { EnvironmentName } from '../lib/model/environment';
import { ENVIRONMENT_FILE } from '../lib/reading/environment-file';
import { Manifest } from '../lib/rules/rendered-object';
import { allBundles, synthesize } from '../lib/synth/synthesize';

const rendered = new Map<EnvironmentName, readonly Manifest[]>();

/** Every object of an environment, read back from the YAML that the source renders. Several pages ask for the same. */
export function renderedObjects(environment: EnvironmentName): readonly Manifest[] {
  const objects = rendered.get(environment) ?? render(environment);
  rendered.set(environment, objects);
  return objects;
}

function render(environment: EnvironmentName): Manifest[] {
  const { files, faults } = synthesize(allBundles().filter((bundle) => bundle.environment === environment));
  if (faults.length > 0) throw new Error(`${environment} does not render; run 'npm run synth' and read why`);
  const manifests = files.filter(({ path }) => basename(path) !== ENVIRONMENT_FILE);
  return manifests.flatMap(({ content }) => loadAll(content, { schema: YAML11_SCHEMA }) as Manifest[]);
}
