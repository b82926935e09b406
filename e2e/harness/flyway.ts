import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { assertTools, run } from './command';
import { VERSIONS } from './versions';

const ARTIFACTS = [
  ['org.flywaydb', 'flyway-core', VERSIONS.flyway],
  ['org.flywaydb', 'flyway-database-postgresql', VERSIONS.flyway],
  ['org.postgresql', 'postgresql', VERSIONS.postgresDriver],
] as const;

/** Writes the program `flyway` into a folder: the engine itself, behind the part of its command line that a Job calls. */
export async function writeFlyway(folder: string): Promise<void> {
  await assertTools('java');
  const jars = await cached('flyway-jars', VERSIONS.flyway, copyJars);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'flyway');
  const source = join(__dirname, 'flyway-cli.java');
  await writeFile(file, `#!/bin/sh\nexec java -cp '${jars}/lib/*' '${source}' "$@"\n`);
  await chmod(file, 0o755);
}

async function copyJars(folder: string): Promise<void> {
  await assertTools('mvn');
  const dependencies = ARTIFACTS.map(
    ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>e2e</groupId><artifactId>flyway-jars</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    ${dependencies.join('\n    ')}
  </dependencies>
</project>
`;
  await writeFile(join(folder, 'pom.xml'), pom);
  await run('nice', ['-n', '10', 'mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], {
    cwd: folder,
  });
}
