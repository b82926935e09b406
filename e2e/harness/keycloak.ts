import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { assertTools, run } from './command';
import { VERSIONS } from './versions';

/** Puts the files of a Keycloak into a new folder, with the rights that they have in the image: its owner may write. */
export async function copyKeycloak(folder: string): Promise<void> {
  const version = VERSIONS.keycloak;
  const unpacked = await cached('keycloak', version, async (unfinished) => {
    await assertTools('java', 'mvn');
    const artifact = `org.keycloak:keycloak-quarkus-dist:${version}:zip`;
    const args = ['-q', '-B', 'dependency:unpack', `-Dartifact=${artifact}`, `-DoutputDirectory=${unfinished}`];
    await run('mvn', args, { cwd: unfinished }); // the plugin leaves a marker in the folder that it is run in
  });
  await cp(join(unpacked, `keycloak-${version}`), folder, { recursive: true });
}
