import { Timings } from '../../constructs/pods/probe';
import { PerEnv } from '../../model/environment';
import { Resources } from '../../model/quantity';
import { between, fixed } from '../../model/scale';
import { rendered } from '../../model/store';
import { images } from '../images';
import { jvmTool, kafkaProgram, small, storeProbes, toolProbes } from '../shared-rows';
import { OrderRows } from './rows';

// Figures: seed 002; where it is silent or contradicts itself, docs/decisions says what stands.

// prettier-ignore
const database: PerEnv<Resources> = {
  dev:     { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
  staging: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
  prod:    { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
};

// prettier-ignore
const serverProbes: Timings = {
  startup:   { period: '5s',  timeout: '3s', failures: 60 },
  readiness: { period: '10s', timeout: '3s', failures: 3 },
  liveness:  { period: '20s', timeout: '3s', failures: 3 },
};

// prettier-ignore
export const order: OrderRows = {
  name: 'order',
  namespace: 'order-platform',

  services: {
    'api-gateway': {
      port: 80,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 5), prod: between(3, 10) },
      resources: {
        dev:     { requests: { cpu: '100m',  memory: '256Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
        staging: { requests: { cpu: '200m',  memory: '512Mi' }, limits: { cpu: '750m',  memory: '1Gi' } },
        prod:    { requests: { cpu: '250m',  memory: '512Mi' }, limits: { cpu: '1000m', memory: '2Gi' } },
      },
      startupFailures: 24,
      uses: ['keycloak', 'otlp'],
      publishes: [],
      consumes: {},
      calls: ['order-command-service', 'order-query-service'],
      terminationGrace: '45s',
      scaleDown: { after: '300s', percent: 50, every: '60s' },
    },
    'order-command-service': {
      port: 8080,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 5), prod: between(3, 10) },
      resources: {
        dev:     { requests: { cpu: '200m',  memory: '256Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
        staging: { requests: { cpu: '300m',  memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
        prod:    { requests: { cpu: '500m',  memory: '1Gi' },   limits: { cpu: '1000m', memory: '2Gi' } },
      },
      startupFailures: 36,
      uses: ['postgresql', 'kafka', 'schema-registry', 'keycloak', 'otlp'],
      publishes: ['order-events'],
      consumes: {},
      calls: [],
      terminationGrace: '45s',
      scaleDown: { after: '300s', percent: 50, every: '60s' },
    },
    'order-query-service': {
      port: 8080,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 5), prod: between(3, 10) },
      resources: {
        dev:     { requests: { cpu: '300m',  memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
        staging: { requests: { cpu: '500m',  memory: '1Gi' },   limits: { cpu: '1500m', memory: '2Gi' } },
        prod:    { requests: { cpu: '1000m', memory: '2Gi' },   limits: { cpu: '2000m', memory: '4Gi' } },
      },
      startupFailures: 84, // it reads its state again where that is not on a volume
      uses: ['kafka', 'schema-registry', 'elasticsearch', 'keycloak', 'otlp'],
      publishes: [],
      consumes: { 'order-events': { dev: 0, staging: 0, prod: 0 } },
      calls: [],
      terminationGrace: '60s', // the last transaction, and the state to the disk
      scaleDown: { after: '600s', percent: 50, every: '120s' }, // every pod less moves partitions
    },
  },

  serviceDefaults: {
    imageFolder: 'order-platform',
    user: 1000,
    port: 8080,
    startup:   { path: '/actuator/health/liveness',  period: '5s',  timeout: '3s' },
    readiness: { path: '/actuator/health/readiness', period: '10s', timeout: '3s', failures: 3 },
    liveness:  { path: '/actuator/health/liveness',  period: '10s', timeout: '3s', failures: 3 },
    metrics: '/actuator/prometheus',
    drain: '10s',
    shutdown: '20s',
    minReady: '5s',
    progressDeadline: '600s',
    cpuPercent: 70,
    heapPercent: 75,
    scratch: '256Mi',
  },

  settings: {
    LOGGING_LEVEL_ROOT:                { dev: 'DEBUG', staging: 'INFO', prod: 'INFO' },
    LOGGING_STRUCTURED_FORMAT_CONSOLE: { dev: 'ecs',   staging: 'ecs',  prod: 'ecs' },
  },

  gateway: {
    host:              { dev: false,                   staging: 'api-staging.orderplatform.com',     prod: 'api.orderplatform.com' },
    requestsPerMinute: { dev: 1000,                    staging: 200,                                 prod: 100 },
    corsOrigins:       { dev: 'http://localhost:3000', staging: 'https://staging.orderplatform.com', prod: 'https://www.orderplatform.com' },
  },

  commands: {
    database: { dev: 'orderdb_dev', staging: 'orderdb_staging', prod: 'orderdb_prod' },
    poolSize: { dev: 10,            staging: 15,                prod: 20 },
    snapshotInterval: 50,
    outboxInterval: '1s',
  },

  queries: {
    applicationId: { dev: 'order-query-service-dev', staging: 'order-query-service-staging', prod: 'order-query-service-prod' },
    processingGuarantee: 'exactly_once_v2',
    threads: { dev: 1, staging: 2, prod: 3 },
    index: 'orders_v1',
    indexUser: 'order-query',
    state: {
      dev:     { size: '2Gi',  kept: false },
      staging: { size: '10Gi', kept: true },
      prod:    { size: '20Gi', kept: true },
    },
  },

  topics: {
    'order-events': { partitions: 12, retention: '3650d', fixedPartitions: true }, // a read model is made anew from all of it
  },

  kafka: {
    ...kafkaProgram,
    provision:           { dev: rendered, staging: rendered, prod: rendered },
    brokers:             { dev: 1,      staging: 3,      prod: 3 },
    controllers:         { dev: 0,      staging: 3,      prod: 3 },
    storage:             { dev: '20Gi', staging: '50Gi', prod: '100Gi' },
    controllerStorage:   { dev: '10Gi', staging: '10Gi', prod: '10Gi' },
    resources: {
      dev:     { requests: { cpu: '250m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
      staging: { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
      prod:    { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
    },
    controllerResources: {
      dev:     { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      staging: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      prod:    { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
    },
    clusterId:           { dev: 'b3JkZXItZGV2LWthZmthMQ', staging: 'b3JkZXItc3RnLWthZmthMQ', prod: 'b3JkZXItcHJkLWthZmthMQ' },
    replicationFactor:   { dev: 1,      staging: 3,      prod: 3 },
    minInsyncReplicas:   { dev: 1,      staging: 2,      prod: 2 },
    heapPercent: 50,
    retention: '168h',
    segment: '1Gi',
    mirror: { dev: false, staging: false, prod: false },
  },

  schemaRegistry: {
    image: images.schemaRegistry,
    user: 1000,
    replicas: { dev: 1, staging: 2, prod: 2 },
    resources: jvmTool,
    compatibility: 'backward',
    heapPercent: 50,
    scratch: '64Mi',
    probes: serverProbes,
    rollout: { terminationGrace: '30s', minReady: '10s', progressDeadline: '600s' },
  },

  postgresql: {
    image: images.postgres,
    user: 999,
    provision:      { dev: rendered, staging: rendered, prod: rendered },
    storage:        { dev: '10Gi', staging: '20Gi', prod: '50Gi' },
    maxConnections: { dev: 50,     staging: 120,    prod: 250 }, // every pool full, during a roll-out
    resources: database,
    superuser: 'orderuser', // founded with the one role that uses it
    settings: {
      shared_buffers: { dev: '128MB', staging: '256MB', prod: '256MB' },
      work_mem:       { dev: '1MB',   staging: '1MB',   prod: '1MB' }, // events are read by key, and every session at work fits in the limit
    },
    sharedMemory: '64Mi',
    backup: { dumpSize: { dev: '2Gi', staging: '8Gi', prod: '16Gi' } },
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '120s',
    exporter: { image: images.postgresExporter, resources: small },
  },

  elasticsearch: {
    image: images.elasticsearch,
    user: 1000,
    nodes:   { dev: 1,      staging: 3,      prod: 3 },
    storage: { dev: '10Gi', staging: '30Gi', prod: '50Gi' },
    resources: {
      dev:     { requests: { cpu: '250m', memory: '1Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
      staging: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
      prod:    { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
    },
    clusterName: 'orders',
    drain: '20s',
    exporterUser: 'exporter',
    exporterTimeout: '10s',
    authority:   { duration: '87600h', renewBefore: '8760h' },
    certificate: { duration: '2160h',  renewBefore: '720h' },
    scratch: '256Mi',
    probes: storeProbes,
    minReady: '30s',
    terminationGrace: '180s',
    exporter: { image: images.elasticsearchExporter, user: 65534, resources: small },
  },

  keycloak: {
    image: images.keycloak,
    user: 1000,
    replicas:  { dev: 1, staging: 2, prod: 2 },
    resources: {
      dev:     { requests: { cpu: '200m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '1536Mi' } },
      staging: { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '1536Mi' } },
      prod:    { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '1536Mi' } },
    },
    buildResources: {
      dev:     { requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '2000m', memory: '1Gi' } },
      staging: { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2000m', memory: '1Gi' } },
      prod:    { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2000m', memory: '1Gi' } },
    },
    heapPercent: 65,
    scratch: '512Mi',
    adminUser: 'admin',
    database: 'keycloak',
    poolSize: 20,
    realm: {
      name: 'order-platform',
      roles: {
        admin: 'Changes everything',
        ops: 'Runs the platform: sees orders and their events, and repairs them',
        analyst: 'Reads orders',
      },
      clients: {
        'api-gateway':           { description: 'Lets people in, and routes their requests', logsPeopleIn: true },
        'order-command-service': { description: 'Takes commands',                            logsPeopleIn: false },
        'order-query-service':   { description: 'Answers queries',                           logsPeopleIn: false },
      },
      accessTokenSeconds: 300,
    },
    probes: storeProbes,
    rollout: { terminationGrace: '60s', minReady: '10s', progressDeadline: '1200s' },
  },

  keycloakPostgresql: {
    image: images.postgres,
    user: 999,
    provision:      { dev: rendered, staging: rendered, prod: rendered },
    storage:        { dev: '5Gi', staging: '10Gi', prod: '10Gi' },
    maxConnections: { dev: 100,   staging: 100,    prod: 100 },
    resources: database,
    superuser: 'keycloak',
    settings: {
      shared_buffers: { dev: '128MB', staging: '128MB', prod: '128MB' },
    },
    sharedMemory: '64Mi',
    backup: { dumpSize: { dev: '1Gi', staging: '2Gi', prod: '2Gi' } },
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '120s',
    exporter: { image: images.postgresExporter, resources: small },
  },

  jobs: {
    resources: jvmTool,
    backoffLimit: 4,
    deadline: '3600s',
    wait: '600s',
    pause: '5s',
    callTimeout: '10s',
    scratch: '64Mi',
    terminationGrace: '30s',
  },

  tools: { terminationGrace: '30s', minReady: '5s', progressDeadline: '600s', probes: toolProbes },

  alerts: {
    prefix: 'Order',
    services: {
      errors:  { percent: 5, for: '5m' },
      latency: { bound: 1,   for: '10m' },
      unavailable: '2m',
    },
    programs: { needed: '2m' },
    keycloak: {
      waiting: { bound: 5, for: '5m' },
    },
    kafka: {
      unavailable: '2m',
      underReplicated: '15m',
      lag: { bound: 10_000, for: '15m' },
    },
    postgresql: {
      down: '2m',
      connections: { percent: 80, for: '10m' },
    },
    elasticsearch: {
      unavailable: '5m',
      degraded: '20m',
      diskFree: { percent: 20, for: '10m' },
    },
  },
};
