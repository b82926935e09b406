import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { EnvironmentName, ENVIRONMENTS } from '../model/environment';

/** How much of `dist/` is there of one platform in one environment. */
export interface BundleFigures {
  readonly environment: EnvironmentName;

  /** Its folder in `dist/<environment>/`. */
  readonly bundle: string;
  readonly files: number;
  readonly objects: number;
  readonly bytes: number;
}

/** Figures of everything in a folder that a synth has written. */
export function countBundles(dist: string): BundleFigures[] {
  return ENVIRONMENTS.flatMap((environment) =>
    readdirSync(join(dist, environment), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name: bundle }) => {
        const folder = join(dist, environment, bundle);
        const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
        const objects = texts.reduce((sum, text) => sum + loadAll(text, { schema: YAML11_SCHEMA }).length, 0);
        const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
        return { environment, bundle, files: texts.length, objects, bytes };
      }),
  );
}
