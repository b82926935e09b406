import { editContainer, podText } from './pod-text';
import { EditableBundle, RuleCase } from './rule-case';

const jvm = (options: string, image = 'example.com/api:1.0.0') =>
  podText(
    '',
    `image: "${image}", env: [{ name: JAVA_OPTS, value: "${options}" }], resources: { limits: { memory: 1Gi, cpu: 1 } }`,
  );

const postgres = (setting: string) =>
  podText('', `image: postgres:16.4, args: [-c, ${setting}], resources: { limits: { memory: 1Gi } }`);

/** Gives a service of ours, which has a limit of 512Mi, options of a JVM. */
const addOptions = (bundle: EditableBundle, value: string, image?: string) =>
  editContainer(bundle, (container) => {
    container.env.push({ name: 'JAVA_TOOL_OPTIONS', value });
    if (image !== undefined) container.image = image;
  });

export const runtimeSettingsCases: Readonly<Record<string, RuleCase>> = {
  'runtime-settings/refused-flags': {
    wrong: jvm('-XX:+UseConcMarkSweepGC', 'eclipse-temurin:21-jre'),
    right: jvm('-XX:+UseConcMarkSweepGC', 'eclipse-temurin:11-jre'),
    mutate: (bundle) => addOptions(bundle, '-XX:+PrintGCDateStamps', 'docker.io/library/eclipse-temurin:17.0.9_9-jre'),
  },
  'runtime-settings/old-flags': {
    wrong: jvm('-XX:MaxPermSize=256m'),
    right: jvm('-XX:MaxMetaspaceSize=256m'),
    mutate: (bundle) => addOptions(bundle, '-XX:+UseConcMarkSweepGC'),
  },
  'runtime-settings/one-collector': {
    wrong: jvm('-XX:+UseG1GC -XX:+UseZGC'),
    right: jvm('-XX:+UseG1GC -XX:-UseG1GC -XX:+UseZGC'),
    mutate: (bundle) => addOptions(bundle, '-XX:+UseSerialGC -XX:+UseParallelGC'),
  },
  'runtime-settings/jvm-values': {
    wrong: jvm('-Xmx512MB'),
    right: jvm('-Xmx512M'),
    mutate: (bundle) => addOptions(bundle, '-XX:MaxRAMPercentage=75%'),
  },
  'runtime-settings/memory-above-limit': {
    wrong: jvm('-Xmx1g'),
    right: jvm('-Xmx768m'),
    mutate: (bundle) => addOptions(bundle, '-Xmx2g'),
  },
  'runtime-settings/memory-headroom': {
    wrong: jvm('-Xmx1000m'),
    right: jvm('-Xmx800m'),
    mutate: (bundle) => addOptions(bundle, '-XX:MaxRAMPercentage=90.0'),
  },
  'runtime-settings/postgres-memory': {
    wrong: postgres('max_connections=300'),
    right: postgres('max_connections=200'),
    mutate: (bundle) => {
      bundle.edit('StatefulSet', 'grafana-postgresql', ({ spec }) => {
        spec.template.spec.containers[0].args.push('-c', 'work_mem=64MB');
      });
    },
  },
  'runtime-settings/heap-bounds': {
    wrong: jvm('-Xms512m -Xmx256m'),
    right: jvm('-Xms256m -Xmx256m'),
    mutate: (bundle) => addOptions(bundle, '-Xms128m -Xmx64m'),
  },
  'runtime-settings/heap-requested': {
    wrong: jvm('-Xms512m').replace('limits:', 'requests: { memory: 256Mi }, limits:'),
    right: jvm('-Xms512m').replace('limits:', 'requests: { memory: 512Mi }, limits:'),
    mutate: (bundle) => addOptions(bundle, '-Xms256m'),
  },
  'runtime-settings/processors': {
    wrong: jvm('-XX:ActiveProcessorCount=4'),
    right: jvm('-XX:ActiveProcessorCount=1'),
    mutate: (bundle) => addOptions(bundle, '-XX:ActiveProcessorCount=8'),
  },
};
