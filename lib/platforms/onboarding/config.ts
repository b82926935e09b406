import { PerEnv } from '../../model/environment';
import { Resources } from '../../model/quantity';
import { between, fixed } from '../../model/scale';
import { rendered } from '../../model/store';
import { images } from '../images';
import { kafkaProgram, small, storeProbes } from '../shared-rows';
import { OnboardingRows } from './rows';

// Figures: seed 003; where it contradicts itself, docs/decisions 65 to 69 say which stands.

// prettier-ignore
const kafkaNode: PerEnv<Resources> = {
  dev:     { requests: { cpu: '250m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
  staging: { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
  prod:    { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
};

// prettier-ignore
export const onboarding: OnboardingRows = {
  name: 'onboarding',
  namespace: 'onboarding',

  workflow: {
    name: 'onboarding-workflow',
    version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
    user: 1000,
    ports:        { http: 8080, management: 8081 },
    servicePorts: { http: 80,   management: 8081 },
    scale:     { dev: fixed(1), staging: between(2, 4), prod: between(3, 10) },
    resources: {
      dev:     { requests: { cpu: '250m',  memory: '512Mi' }, limits: { cpu: '500m',  memory: '1Gi' } },
      staging: { requests: { cpu: '1000m', memory: '2Gi' },   limits: { cpu: '2000m', memory: '4Gi' } },
      prod:    { requests: { cpu: '1000m', memory: '2Gi' },   limits: { cpu: '2000m', memory: '4Gi' } },
    },
    cpuPercent: 70,
    scaleDown: { after: '300s', percent: 50, every: '60s' },
    heapPercent: 75,
    maxPauseMs: 200,
    scratch: '256Mi',
    probes: {
      startup:   { period: '5s',  timeout: '3s', failures: 60 }, // half a CPU starts a JVM in minutes
      readiness: { period: '10s', timeout: '3s', failures: 3 },
      liveness:  { period: '30s', timeout: '3s', failures: 3 },
    },
    drain: '10s',
    shutdown: '30s',
    rollout: { terminationGrace: '60s', minReady: '10s', progressDeadline: '600s' },
    public: {
      exposes: 'api.onboarding',
      path: '/api',
      admin: {
        path: '/admin',
        guard: { // addresses of the operators' network
          dev:     { kind: 'allow-list', cidrs: ['10.0.0.0/8'] },
          staging: { kind: 'allow-list', cidrs: ['10.200.0.0/16'] },
          prod:    { kind: 'allow-list', cidrs: ['10.200.0.0/16'] },
        },
      },
    },
    pool: {
      size: 20,
      idle: 5,
      idleTimeout: '300s',
      maxLifetime: '1200s',
      connectionTimeout: '20s',
      validationTimeout: '5s',
      leakDetection: '60s',
    },
    consumer: {
      group: 'onboarding-engine',
      concurrency: { dev: 1, staging: 1, prod: 1 },
      commands: 'onboarding-command',
      others: {
        'ekyc-callback': { dev: 0, staging: 0, prod: 4 },
        'aml-callback':  { dev: 0, staging: 0, prod: 4 },
      },
      maxPollRecords: { dev: 10, staging: 50, prod: 50 },
      fetchMinSize: '1MB',
      fetchMaxWait:   { dev: '500ms', staging: '1000ms', prod: '1000ms' },
    },
    producer: { batchBytes: { dev: 16_384, staging: 32_768, prod: 32_768 }, bufferBytes: 33_554_432, lingerMs: 5 },
    settings: {
      WORKFLOW_RETRY_MAX_ATTEMPTS:      { dev: '5',    staging: '5',    prod: '5' },
      WORKFLOW_TIMEOUT_DEFAULT_SECONDS: { dev: '300',  staging: '600',  prod: '600' },
      OUTBOX_PUBLISH_INTERVAL:          { dev: '5000', staging: '5000', prod: '5000' }, // milliseconds
    },
    backoffMultiplier: 2,
    logLevels: {
      'com.ngoctran.interactionservice': { dev: 'DEBUG', staging: 'INFO', prod: 'INFO' },
      'org.springframework.security':    { dev: 'DEBUG', staging: 'INFO', prod: 'INFO' },
    },
  },

  database: {
    name: 'onboarding_workflow',
    role: 'onboarding',
    extensions: ['postgis', 'uuid-ossp', 'pg_stat_statements'],
    flyway: { image: images.flyway, folder: '/app/db/migration', user: 1000 },
  },

  topics: {
    'onboarding-command': { partitions: { dev: 6, staging: 6, prod: 12 }, retention: '7d' }, // as many as pods, and more
    'ekyc-callback':      { partitions: 6, retention: '7d' },
    'aml-callback':       { partitions: 6, retention: '7d' },
    'onboarding-event':   { partitions: 3, retention: '7d' },
    'onboarding-dlq':     { partitions: 3, retention: '30d' }, // somebody has to look at each
  },

  kafka: {
    ...kafkaProgram,
    provision:           { dev: rendered, staging: rendered, prod: rendered },
    brokers:             { dev: 1,      staging: 3,      prod: 3 },
    controllers:         { dev: 0,      staging: 3,      prod: 3 },
    storage:             { dev: '10Gi', staging: '20Gi', prod: '20Gi' },
    controllerStorage:   { dev: '5Gi',  staging: '5Gi',  prod: '5Gi' },
    resources: kafkaNode,
    controllerResources: kafkaNode,
    clusterId:           { dev: 'b25ib2FyZGluZy1rLWRldg', staging: 'b25ib2FyZGluZy1rLXN0Zw', prod: 'b25ib2FyZGluZy1rLXByZA' },
    replicationFactor:   { dev: 1,      staging: 3,      prod: 3 },
    minInsyncReplicas:   { dev: 1,      staging: 2,      prod: 2 },
    heapPercent: 50,
    retention: '168h',
    segment: '1Gi',
    mirror: { dev: false, staging: false, prod: false },
    login: {
      user: 'onboarding',
      toolsUser: 'tools',
      authority:   { duration: '87600h', renewBefore: '17520h' },
      certificate: { duration: '17520h', renewBefore: '8760h' },
    },
  },

  postgresql: {
    image: images.postgis,
    user: 999,
    provision:      { dev: rendered, staging: rendered, prod: rendered },
    storage:        { dev: '10Gi', staging: '20Gi', prod: '50Gi' },
    maxConnections: { dev: 60,     staging: 120,    prod: 240 }, // every pool full, during a roll-out
    resources: {
      dev:     { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      staging: { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '3Gi' } },
      prod:    { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '3Gi' } },
    },
    superuser: 'postgres',
    settings: {
      checkpoint_completion_target: { dev: '0.9',   staging: '0.9',   prod: '0.9' },
      default_statistics_target:    { dev: '100',   staging: '100',   prod: '100' },
      effective_cache_size:         { dev: '512MB', staging: '1GB',   prod: '1GB' },
      maintenance_work_mem:         { dev: '64MB',  staging: '64MB',  prod: '64MB' },
      shared_buffers:               { dev: '256MB', staging: '256MB', prod: '256MB' },
      shared_preload_libraries:     { dev: 'pg_stat_statements', staging: 'pg_stat_statements', prod: 'pg_stat_statements' },
      wal_buffers:                  { dev: '16MB',  staging: '16MB',  prod: '16MB' },
      work_mem:                     { dev: '4MB',   staging: '4MB',   prod: '4MB' },
    },
    sharedMemory: '64Mi',
    backup: { dumpSize: { dev: '2Gi', staging: '8Gi', prod: '16Gi' } },
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '120s',
    exporter: { image: images.postgresExporter, resources: small },
  },

  redis: {
    enabled: { dev: true, staging: true, prod: true },
    image: images.redis,
    user: 999,
    provision: { dev: rendered, staging: rendered, prod: rendered },
    storage:   { dev: '1Gi',   staging: '1Gi',   prod: '1Gi' },
    maxMemory: { dev: '128Mi', staging: '256Mi', prod: '256Mi' },
    eviction: 'allkeys-lru', // what is forgotten is asked for again
    resources: {
      dev:     { requests: { cpu: '50m',  memory: '64Mi' },  limits: { cpu: '250m', memory: '256Mi' } },
      staging: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
      prod:    { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    },
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '60s',
    exporter: { image: images.redisExporter, resources: small },
  },

  jobs: {
    resources: {
      dev:     { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
      staging: { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
      prod:    { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
    },
    backoffLimit: 4,
    deadline: '3600s',
    wait: '600s',
    pause: '5s',
    callTimeout: '10s',
    scratch: '64Mi',
    terminationGrace: '30s',
  },

  tools: {
    terminationGrace: '30s', minReady: '5s', progressDeadline: '600s',
    probes: {
      startup:   { period: '5s',  timeout: '3s', failures: 24 },
      readiness: { period: '10s', timeout: '3s', failures: 3 },
      liveness:  { period: '20s', timeout: '3s', failures: 3 },
    },
  },

  alerts: {
    prefix: 'Onboarding',
    workflow: {
      errors: { bound: 6,    for: '5m' }, // a tenth of an error a second
      active: { bound: 1000, for: '10m' },
      outbox: { bound: 100,  for: '2m' },
      unavailable: '2m',
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
    redis: {
      down: '5m',
      memory: { percent: 90, for: '15m' },
      notWritten: '1m',
    },
  },
};
