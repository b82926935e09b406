import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { assertTools, run } from './command';
import { VERSIONS } from './versions';

interface Program {
  readonly main: string;
  readonly heap?: string;
  readonly level?: string;
}

/** Main class, heap and log level of each script of the Apache distribution that the manifests call. */
const PROGRAMS: Readonly<Record<string, Program>> = {
  'connect-mirror-maker.sh': { main: 'org.apache.kafka.connect.mirror.MirrorMaker', heap: '-Xmx1G', level: 'info' },
  'kafka-broker-api-versions.sh': { main: 'org.apache.kafka.tools.BrokerApiVersionsCommand' },
  'kafka-configs.sh': { main: 'kafka.admin.ConfigCommand' },
  'kafka-console-consumer.sh': { main: 'org.apache.kafka.tools.consumer.ConsoleConsumer', heap: '-Xmx512M' },
  'kafka-console-producer.sh': { main: 'org.apache.kafka.tools.ConsoleProducer', heap: '-Xmx512M' },
  'kafka-consumer-groups.sh': { main: 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand' },
  'kafka-metadata-quorum.sh': { main: 'org.apache.kafka.tools.MetadataQuorumCommand' },
  'kafka-server-start.sh': { main: 'kafka.Kafka', heap: '-Xmx1G -Xms1G', level: 'info' },
  'kafka-storage.sh': { main: 'kafka.tools.StorageTool' },
  'kafka-topics.sh': { main: 'org.apache.kafka.tools.TopicCommand' },
};

const ARTIFACTS = [
  ['org.apache.kafka', 'kafka_2.13', VERSIONS.kafka],
  ['org.apache.kafka', 'kafka-tools', VERSIONS.kafka],
  ['org.apache.kafka', 'connect-mirror', VERSIONS.kafka],
  ['io.prometheus.jmx', 'jmx_prometheus_javaagent', VERSIONS.jmxAgent],
  ['org.slf4j', 'slf4j-simple', '1.7.36'], // the slf4j that Kafka is built with; writes to standard error
] as const;

/**
 * Writes Kafka's command line scripts into a folder, under the names they have in the official image.
 *
 * Like the originals they honour JAVA_HOME, KAFKA_HEAP_OPTS, KAFKA_OPTS, KAFKA_JVM_PERFORMANCE_OPTS and
 * KAFKA_LOG4J_OPTS, and tools log warnings only, on standard error. Returns the path of the JMX agent.
 */
export async function writeKafkaPrograms(folder: string): Promise<string> {
  await assertTools('java');
  const jars = await cached('kafka-jars', VERSIONS.kafka, copyJars);
  await mkdir(folder, { recursive: true });
  for (const [name, program] of Object.entries(PROGRAMS)) {
    const file = join(folder, name);
    await writeFile(file, renderScript(jars, program));
    await chmod(file, 0o755);
  }
  return join(jars, 'lib', `jmx_prometheus_javaagent-${VERSIONS.jmxAgent}.jar`);
}

function renderScript(jars: string, { main, heap = '-Xmx256M', level = 'warn' }: Program): string {
  return `#!/bin/sh
: "\${KAFKA_HEAP_OPTS=${heap}}" "\${KAFKA_JVM_PERFORMANCE_OPTS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1}"
exec "\${JAVA_HOME:+$JAVA_HOME/bin/}java" $KAFKA_HEAP_OPTS $KAFKA_JVM_PERFORMANCE_OPTS \\
  -Dorg.slf4j.simpleLogger.defaultLogLevel=${level} $KAFKA_LOG4J_OPTS \\
  -cp '${jars}/lib/*' $KAFKA_OPTS ${main} "$@"
`;
}

async function copyJars(folder: string): Promise<void> {
  await assertTools('mvn');
  const dependencies = ARTIFACTS.map(
    ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>e2e</groupId><artifactId>kafka-jars</artifactId><version>1</version><packaging>pom</packaging>
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

/** The path of the metrics agent for the JVM. */
export async function jmxAgent(): Promise<string> {
  await assertTools('mvn');
  const name = 'jmx_prometheus_javaagent';
  const version = VERSIONS.jmxAgent;
  const folder = await cached('jmx-agent', version, async (unfinished) => {
    const artifact = `io.prometheus.jmx:${name}:${version}`;
    await run('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${unfinished}`]);
  });
  return join(folder, `${name}-${version}.jar`);
}
