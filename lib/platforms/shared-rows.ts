import { Timings } from '../constructs/pods/probe';
import { PerEnv } from '../model/environment';
import { Resources } from '../model/quantity';
import { ScaleDown } from '../model/service';
import { images } from './images';
import { KafkaRow } from './store-rows';

// Rows that are the same for every platform, because programs and not platforms ask for them.

/** What an exporter or another small program takes. */
// prettier-ignore
export const small: PerEnv<Resources> = {
  dev:     { requests: { cpu: '10m',  memory: '32Mi' },  limits: { cpu: '100m',  memory: '64Mi' } },
  staging: { requests: { cpu: '25m',  memory: '64Mi' },  limits: { cpu: '200m',  memory: '128Mi' } },
  prod:    { requests: { cpu: '25m',  memory: '64Mi' },  limits: { cpu: '200m',  memory: '128Mi' } },
};

/** What a Job takes that runs a tool on the JVM. */
// prettier-ignore
export const jvmTool: PerEnv<Resources> = {
  dev:     { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
  staging: { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
  prod:    { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
};

/** How often a server is asked that may have to recover first. */
// prettier-ignore
export const storeProbes: Timings = {
  startup:   { period: '10s', timeout: '5s', failures: 90 }, // 15 minutes for a recovery
  readiness: { period: '10s', timeout: '5s', failures: 3 },
  liveness:  { period: '20s', timeout: '5s', failures: 6 },
};

/** How often a program is asked that keeps nothing. */
// prettier-ignore
export const toolProbes: Timings = {
  startup:   { period: '5s',  timeout: '3s', failures: 24 },
  readiness: { period: '10s', timeout: '3s', failures: 3 },
  liveness:  { period: '20s', timeout: '3s', failures: 3 },
};

/** Half of the pods a minute, after five quiet ones. */
export const gently: ScaleDown = { after: '300s', percent: 50, every: '60s' };

/** A Kafka of any platform, but for its size and what it keeps. */
export const kafkaProgram: Pick<
  KafkaRow,
  | 'image'
  | 'user'
  | 'protocolVersion'
  | 'scratch'
  | 'probes'
  | 'minReady'
  | 'terminationGrace'
  | 'jmxAgent'
  | 'exporter'
> = {
  image: images.kafka,
  user: 1000,
  protocolVersion: '4.0.0',
  scratch: '256Mi',
  probes: storeProbes,
  minReady: '30s',
  terminationGrace: '330s', // a controlled shutdown may take five minutes
  jmxAgent: {
    image: images.kafkaJmxAgent,
    jar: '/opt/prometheus-jmx-exporter/jmx_prometheus_javaagent-1.6.0.jar',
    resources: small,
  },
  exporter: { image: images.kafkaExporter, user: 65534, resources: small },
};
