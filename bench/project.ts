import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environments } from '../lib/environments';
import { ENVIRONMENTS } from '../lib/model/environment';
import { renderFacts } from '../lib/synth/environment-facts';
import { RenderedFile } from '../lib/synth/render-file';
import { allBundles, renderEnvironment, synthesize } from '../lib/synth/synthesize';
import { writeFiles } from '../lib/synth/write-files';

/**
 * A synth of this project into an empty folder: `judged`, as `npm run synth` does it, or `unjudged`. Prints the seconds of
 * processor time of the whole process.
 */
function render(): readonly RenderedFile[] {
  if (process.argv[2] === 'judged') return synthesize(allBundles()).files;
  return ENVIRONMENTS.flatMap((name) => {
    const { app, objects, facts } = renderEnvironment(name);
    const files = [...app.renderFiles(objects), renderFacts(environments[name], facts)];
    return files.map(({ path, content }) => ({ path: `${name}/${path}`, content }));
  });
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
writeFiles(join(folder, 'dist'), render(), () => true);
const { user, system } = process.cpuUsage();
rmSync(folder, { recursive: true });
process.stdout.write(String((user + system) / 1e6));
