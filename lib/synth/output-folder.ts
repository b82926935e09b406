import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** Where files go, and what has to happen once they are there. */
export interface OutputFolder {
  readonly path: string;

  /** Shows the CLI the files of a good run. */
  publish(): void;
}

/**
 * Finds the output folder.
 *
 * `cdk8s synth` empties the folder that `output:` names before the app starts, so that setting names a link to `dist/`,
 * which only a good run makes: the CLI removes the link, and a bad run leaves `dist/` as it was. Any other folder
 * (`-o other`, `--stdout`) is written to as it is.
 */
export function findOutputFolder(root: string, requested: string | undefined): OutputFolder {
  const link = resolve(root, '.cdk8s/dist');
  const dist = resolve(root, 'dist');
  if (requested !== undefined && resolve(root, requested) !== link) {
    return { path: resolve(root, requested), publish: () => undefined };
  }
  return {
    path: dist,
    publish: () => {
      mkdirSync(dirname(link), { recursive: true });
      rmSync(link, { recursive: true, force: true });
      symlinkSync(relative(dirname(link), dist), link);
    },
  };
}
