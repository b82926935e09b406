import { jvmValues, oldFlags, oneCollector, refusedFlags } from '../../../lib/rules/runtime-settings/jvm-flags';
import { jdkOf } from '../../../lib/rules/runtime-settings/jvm-options';
import {
  heapBounds,
  heapRequested,
  memoryAboveLimit,
  memoryHeadroom,
  processors,
} from '../../../lib/rules/runtime-settings/memory';
import { messagesOf } from '../messages-of';
import { deployment, named } from '../pod';

const POD = 'spec.template.spec';
const ONE = `${POD}.containers[0]`;
const resources = { requests: { memory: '512Mi' }, limits: { memory: '1Gi', cpu: '1' } };
const container = (fields: object) => [deployment({}, { resources, ...fields })];
const env = (name: string, value: string, fields: object = {}) => container({ env: [{ name, value }], ...fields });
const jvm = (value: string, image = 'example.com/api:1') => env('JAVA_OPTS', value, { image });

test.each([
  ['eclipse-temurin:17.0.9_9-jre', 17],
  ['docker.io/library/openjdk:8-jdk-alpine', 8],
  ['openjdk:1.8.0', 8],
  ['amazoncorretto:21', 21],
  ['gcr.io/distroless/java17-debian12:nonroot', 17],
  ['tomcat:10.1-jdk21-temurin', 21],
  ['docker.elastic.co/elasticsearch/elasticsearch:8.19.0', 17],
  ['apache/kafka:3.9.1', 17],
  ['docker.elastic.co/elasticsearch/elasticsearch:7.10.0', undefined],
  ['example.com/api:17', undefined],
])('the JDK of %s is %s', (image, jdk) => {
  expect(jdkOf(image)).toBe(jdk);
});

test.each([
  ['-XX:+UseConcMarkSweepGC', 15],
  ['-XX:CMSInitiatingOccupancyFraction=70', 15],
  ['-XX:+PrintGCDateStamps', 9],
  ['-XX:GCLogFileSize=10M', 9],
  ['-XX:+UseCGroupMemoryLimitForHeap', 11],
  ['-XX:MaxPermSize=256m', 17],
  ['-XX:+UseParallelOldGC', 16],
])('%s stops a JVM from JDK %s on', (option, since) => {
  expect(messagesOf(refusedFlags, jvm(`-Xmx512m ${option}`, 'eclipse-temurin:17-jre'))).toEqual([
    `${ONE}.env[0].value: options in JAVA_OPTS must be known to the JVM of 'eclipse-temurin:17-jre', got ${option}, which JDK ${since} and later refuse`,
  ]);
  expect(messagesOf(refusedFlags, jvm(option))).toEqual([]);
  expect(messagesOf(oldFlags, jvm(option))).toHaveLength(1);
  expect([refusedFlags, oldFlags].flatMap((rule) => messagesOf(rule, jvm(option, 'eclipse-temurin:8-jre')))).toEqual(
    [],
  );
});

test.each(['-XX:+PrintGCDetails', '-XX:+UseG1GC', '-Xlog:gc*', '-XX:+IgnoreUnrecognizedVMOptions -XX:+UseParNewGC'])(
  '%s starts everywhere',
  (options) => {
    expect([refusedFlags, oldFlags].flatMap((rule) => messagesOf(rule, jvm(options, 'eclipse-temurin:21')))).toEqual(
      [],
    );
  },
);

test('options in arguments, files and shared ConfigMaps are found where they are written', () => {
  const inArguments = container({ command: ['java', '-XX:+UseG1GC', '-XX:+UseZGC', '-jar', 'api.jar'] });
  expect(messagesOf(oneCollector, inArguments)).toEqual([
    `${ONE}.command[1]: options in command must choose one garbage collector, got G1GC and ZGC`,
  ]);
  const shared = named('ConfigMap', 'settings', { data: { JAVA_OPTS: '-Xmx2g' } });
  const files = named('ConfigMap', 'files', { data: { 'jvm.options': '# -Xms1g\n-Xms2g\n-Xmx1g' } });
  const reader = container({ envFrom: [{ configMapRef: { name: 'settings' } }] });
  expect(messagesOf(memoryAboveLimit, [shared, ...reader])).toEqual([
    "data.JAVA_OPTS: -Xmx in JAVA_OPTS must be below the limit 1Gi of container 'api', got 2Gi",
  ]);
  const mounts = deployment(
    { volumes: [{ name: 'files', configMap: { name: 'files' } }] },
    { volumeMounts: [{ name: 'files', mountPath: '/etc' }] },
  );
  expect(messagesOf(heapBounds, [files, mounts])).toEqual([
    'data["jvm.options"]: -Xms in jvm.options must be at most -Xmx 1Gi, got 2Gi',
  ]);
});

test('an init container that shares the ConfigMap of its program is not judged by it', () => {
  const shared = named('ConfigMap', 'settings', { data: { JAVA_OPTS: '-Xmx512m' } });
  const small = { name: 'wait', image: 'busybox:1', resources: { limits: { memory: '16Mi' } } };
  const envFrom = [{ configMapRef: { name: 'settings' } }];
  const pod = deployment({ initContainers: [{ ...small, envFrom }] }, { resources, envFrom });
  expect(messagesOf(memoryAboveLimit, [shared, pod])).toEqual([]);
});

test.each([
  ['-Xmx512MB', 'give the heap a size like 512m or 2g'],
  ['-Xmx1.5g', 'give the heap a size like 512m or 2g'],
  ['-Xms512', 'give the heap a size with a unit'],
  ['-XX:MaxRAMPercentage=120', 'give a percentage from 0.0 to 100.0'],
  ['-XX:InitialRAMPercentage=50%', 'give a percentage from 0.0 to 100.0'],
])('%s is no value', (option, rule) => {
  expect(messagesOf(jvmValues, jvm(option))).toEqual([
    `${ONE}.env[0].value: options in JAVA_OPTS must ${rule}, got ${option}`,
  ]);
});

test('a percentage without a point stops old JDKs only', () => {
  expect(messagesOf(jvmValues, jvm('-XX:MaxRAMPercentage=75', 'openjdk:11'))).toHaveLength(1);
  expect(messagesOf(jvmValues, jvm('-XX:MaxRAMPercentage=75', 'eclipse-temurin:17'))).toEqual([]);
  expect(messagesOf(jvmValues, jvm('-XX:MaxRAMPercentage=75'))).toEqual([]);
});

test.each(['-Xmx$(HEAP)', '-Xmx${HEAP:-512m}', '-Xmx536870912', '-Xss512k', 'curl -XPOST http://host'])(
  '%s is a value',
  (text) => {
    expect(messagesOf(jvmValues, jvm(text))).toEqual([]);
  },
);

test.each([
  ['NODE_OPTIONS', '--max-old-space-size=2048', '--max-old-space-size', '2Gi'],
  ['GOMEMLIMIT', '1024MiB', 'GOMEMLIMIT', '1Gi'],
  ['KAFKA_HEAP_OPTS', '-Xms1g -Xmx4G', '-Xmx in KAFKA_HEAP_OPTS', '4Gi'],
])('%s=%s is above the limit', (name, value, what, got) => {
  expect(messagesOf(memoryAboveLimit, env(name, value))).toEqual([
    `${ONE}.env[0].value: ${what} must be below the limit 1Gi of container 'api', got ${got}`,
  ]);
});

test.each([
  [['redis-server', '--maxmemory', '1gb'], 1, 'maxmemory', '1Gi'],
  [['mongod', '--wiredTigerCacheSizeGB', '1.5'], 1, 'wiredTigerCacheSizeGB', '1.5Gi'],
  [['postgres', '-c', 'shared_buffers=2GB'], 2, 'shared_buffers', '2Gi'],
  [['node', '--max-old-space-size=1024', 'api.js'], 1, '--max-old-space-size', '1Gi'],
])('%j is above the limit', (args, position, what, got) => {
  expect(messagesOf(memoryAboveLimit, container({ args }))).toEqual([
    `${ONE}.args[${position}]: ${what} must be below the limit 1Gi of container 'api', got ${got}`,
  ]);
});

test('files of Redis and PostgreSQL are read, their comments are not', () => {
  const files = named('ConfigMap', 'files', {
    data: { 'redis.conf': '# maxmemory 4gb\nmaxmemory 2gb\n', 'postgresql.conf': "shared_buffers = '700MB' # much\n" },
  });
  const reader = deployment(
    { volumes: [{ name: 'files', projected: { sources: [{ configMap: { name: 'files' } }] } }] },
    { resources, volumeMounts: [{ name: 'files', mountPath: '/etc' }] },
  );
  expect(messagesOf(memoryAboveLimit, [files, reader])).toEqual([
    `data["redis.conf"]: maxmemory must be below the limit 1Gi of container 'api', got 2Gi`,
  ]);
  expect(messagesOf(memoryHeadroom, [files, reader])).toEqual([
    `data["postgresql.conf"]: shared_buffers must be at most 50 % of the limit 1Gi of container 'api', got 700Mi`,
  ]);
});

test('room is left beside a heap, and more of it beside that of Elasticsearch', () => {
  const search = (value: string) =>
    env('ES_JAVA_OPTS', value, { image: 'docker.elastic.co/elasticsearch/elasticsearch:8.19.0' });
  expect(messagesOf(memoryHeadroom, jvm('-Xmx900m'))).toEqual([
    `${ONE}.env[0].value: -Xmx in JAVA_OPTS must be at most 80 % of the limit 1Gi of container 'api', got 900Mi`,
  ]);
  expect(messagesOf(memoryHeadroom, search('-Xmx600m'))).toHaveLength(1);
  expect(messagesOf(memoryHeadroom, search('-Xmx512m'))).toEqual([]);
  expect(messagesOf(memoryHeadroom, env('GOMEMLIMIT', '900MiB'))).toEqual([]);
  expect(messagesOf(memoryHeadroom, jvm('-XX:MaxRAMPercentage=75.0'))).toEqual([]);
  expect(messagesOf(memoryHeadroom, jvm('-XX:MaxRAMPercentage=95'))).toEqual([
    `${ONE}.env[0].value: MaxRAMPercentage in JAVA_OPTS must be at most 80 for container 'api', got 95`,
  ]);
});

test('without a limit, nothing is above it', () => {
  const pod = [deployment({}, { env: [{ name: 'JAVA_OPTS', value: '-Xmx64g -XX:ActiveProcessorCount=64' }] })];
  expect(
    [memoryAboveLimit, memoryHeadroom, heapRequested, processors].flatMap((rule) => messagesOf(rule, pod)),
  ).toEqual([]);
});

test('the heap that is there from the start is asked for', () => {
  expect(messagesOf(heapRequested, jvm('-Xms768m'))).toEqual([
    `${ONE}.env[0].value: -Xms in JAVA_OPTS must be at most the request 512Mi of container 'api', got 768Mi`,
  ]);
  expect(messagesOf(heapRequested, jvm('-Xms512m -Xmx768m'))).toEqual([]);
});

test('processors are counted to the next whole one', () => {
  const limited = (cpu: string) =>
    container({ resources: { limits: { cpu } }, args: ['java', '-XX:ActiveProcessorCount=2', '-jar', 'api.jar'] });
  expect(messagesOf(processors, limited('500m'))).toEqual([
    `${ONE}.args[1]: ActiveProcessorCount in args must be at most the limit 0.5 of container 'api', got 2`,
  ]);
  expect(messagesOf(processors, limited('1500m'))).toEqual([]);
});
