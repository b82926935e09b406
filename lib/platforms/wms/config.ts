import { Timings } from '../../constructs/pods/probe';
import { PerEnv } from '../../model/environment';
import { Resources } from '../../model/quantity';
import { between, fixed } from '../../model/scale';
import { ScaleDown } from '../../model/service';
import { rendered } from '../../model/store';
import { images } from '../images';
import { WmsRows } from './rows';

// Figures: seed 000 (infrastructure) and seed 001 (topology); where they disagree, docs/decisions says which stands.

// prettier-ignore
const goService: PerEnv<Resources> = {
  dev:     { requests: { cpu: '50m',  memory: '128Mi' }, limits: { cpu: '250m',  memory: '256Mi' } },
  staging: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
  prod:    { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
};

// prettier-ignore
const orchestrator: PerEnv<Resources> = {
  dev:     { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
  staging: { requests: { cpu: '200m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
  prod:    { requests: { cpu: '200m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
};

// prettier-ignore
const small: PerEnv<Resources> = {
  dev:     { requests: { cpu: '10m',  memory: '32Mi' },  limits: { cpu: '100m',  memory: '64Mi' } },
  staging: { requests: { cpu: '25m',  memory: '64Mi' },  limits: { cpu: '200m',  memory: '128Mi' } },
  prod:    { requests: { cpu: '25m',  memory: '64Mi' },  limits: { cpu: '200m',  memory: '128Mi' } },
};

// prettier-ignore
const jvmTool: PerEnv<Resources> = {
  dev:     { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
  staging: { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
  prod:    { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
};

// prettier-ignore
const storeProbes: Timings = {
  startup:   { period: '10s', timeout: '5s', failures: 90 }, // 15 minutes for a recovery
  readiness: { period: '10s', timeout: '5s', failures: 3 },
  liveness:  { period: '20s', timeout: '5s', failures: 6 },
};

// prettier-ignore
const toolProbes: Timings = {
  startup:   { period: '5s',  timeout: '3s', failures: 24 },
  readiness: { period: '10s', timeout: '3s', failures: 3 },
  liveness:  { period: '20s', timeout: '3s', failures: 3 },
};

const atOnce: ScaleDown = { after: '300s', percent: 100, every: '15s' };
const gently: ScaleDown = { after: '300s', percent: 50, every: '60s' };

// prettier-ignore
export const wms: WmsRows = {
  name: 'wms',
  namespaces: { services: 'wms-platform', mongodb: 'mongodb', kafka: 'kafka', temporal: 'temporal' },

  services: {
    'order-service': {
      port: 8001,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 6), prod: between(3, 10) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],
      database: 'orders_db',
      publishes: ['wms.orders.events'],
      consumes: {},
      calls: ['orchestrator'],
      exposes: 'orders.wms',
      reaches: [],
      terminationGrace: '30s',
      scaleDown: gently,
    },
    'waving-service': {
      port: 8002,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(2, 8) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],
      database: 'waving_db',
      publishes: ['wms.waves.events'],
      consumes: { 'wms.orders.events': { dev: 0, staging: 0, prod: 2 } },
      calls: ['order-service'],
      exposes: 'waves.wms',
      reaches: [],
      terminationGrace: '30s',
      scaleDown: atOnce,
    },
    'routing-service': {
      port: 8003,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(2, 8) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'otlp'],
      database: 'routing_db',
      publishes: ['wms.routing.events'],
      consumes: {},
      calls: [],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: atOnce,
    },
    'picking-service': {
      port: 8004,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 6), prod: between(3, 10) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],
      database: 'picking_db',
      taskQueue: 'picking-queue',
      publishes: ['wms.picking.events'],
      consumes: { 'wms.waves.events': { dev: 0, staging: 0, prod: 4 } },
      calls: [],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: atOnce,
    },
    'consolidation-service': {
      port: 8005,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(2, 8) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],
      database: 'consolidation_db',
      taskQueue: 'consolidation-queue',
      publishes: ['wms.consolidation.events'],
      consumes: {},
      calls: [],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: atOnce,
    },
    'packing-service': {
      port: 8006,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(2, 8) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],
      database: 'packing_db',
      taskQueue: 'packing-queue',
      publishes: ['wms.packing.events'],
      consumes: {},
      calls: [],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: atOnce,
    },
    'shipping-service': {
      port: 8007,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(2, 8) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],
      database: 'shipping_db',
      taskQueue: 'shipping-queue',
      publishes: ['wms.shipping.events'],
      consumes: {},
      calls: [],
      reaches: [{ what: 'carrier APIs', host: 'api.carriers.example.com', port: 443 }],
      terminationGrace: '30s',
      scaleDown: atOnce,
    },
    'inventory-service': {
      port: 8008,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 6), prod: between(3, 10) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'otlp'],
      database: 'inventory_db',
      publishes: ['wms.inventory.events'],
      consumes: {
        'wms.orders.events':  { dev: 0, staging: 0, prod: 4 },
        'wms.picking.events': { dev: 0, staging: 0, prod: 4 },
      },
      calls: [],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: atOnce,
    },
    'labor-service': {
      port: 8009,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(2, 6) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'otlp'],
      database: 'labor_db',
      publishes: ['wms.labor.events'],
      consumes: {},
      calls: [],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: atOnce,
    },
    orchestrator: {
      port: 8080,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 6), prod: between(3, 10) },
      resources: orchestrator,
      uses: ['kafka', 'temporal', 'otlp'],
      taskQueue: 'orchestrator-queue',
      publishes: [],
      consumes: {},
      calls: [
        'order-service', 'waving-service', 'routing-service', 'picking-service', 'consolidation-service',
        'packing-service', 'shipping-service', 'inventory-service', 'labor-service',
      ],
      reaches: [],
      terminationGrace: '60s', // an activity in flight may take longer than a request
      scaleDown: atOnce,
    },
  },

  serviceDefaults: {
    imageFolder: 'wms-platform',
    user: 1000,
    startup:   { path: '/health', period: '5s',  timeout: '3s', failures: 30 },
    readiness: { path: '/ready',  period: '10s', timeout: '3s', failures: 3 },
    liveness:  { path: '/health', period: '10s', timeout: '3s', failures: 3 },
    drain: '10s',
    minReady: '5s',
    progressDeadline: '600s',
    cpuPercent: 70,
    memoryPercent: 80,
  },

  settings: {
    LOG_LEVEL:       { dev: 'debug', staging: 'info', prod: 'info' },
    TRACING_ENABLED: { dev: 'true',  staging: 'true', prod: 'true' },
  },

  topics: {
    'wms.orders.events':        { partitions: 6, retention: '7d', compression: 'gzip' },
    'wms.waves.events':         { partitions: 6, retention: '7d' },
    'wms.routing.events':       { partitions: 6, retention: '7d' },
    'wms.picking.events':       { partitions: 6, retention: '7d' },
    'wms.consolidation.events': { partitions: 4, retention: '7d' },
    'wms.packing.events':       { partitions: 4, retention: '7d' },
    'wms.shipping.events':      { partitions: 4, retention: '7d' },
    'wms.inventory.events':     { partitions: 6, retention: '7d' },
    'wms.labor.events':         { partitions: 4, retention: '7d' },
  },

  temporalNamespaces: {
    'wms-platform': { retention: '168h', description: 'Workflows of the warehouse management system' },
  },

  mongodb: {
    image: images.mongo,
    user: 999,
    provision: { dev: rendered, staging: rendered, prod: rendered },
    members:   { dev: 1,       staging: 3,       prod: 3 },
    storage:   { dev: '10Gi',  staging: '50Gi',  prod: '100Gi' },
    cache:     { dev: '256Mi', staging: '256Mi', prod: '256Mi' },
    resources: {
      dev:     { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      staging: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      prod:    { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
    },
    replicaSet: 'rs0',
    rootUser: 'root',
    serviceUser: { name: 'wmsuser', database: 'wms' },
    exporterUser: 'exporter',
    backup: {
      reader: 'backup',
      writer: 'restore',
      writerRole: 'replayAnything',
      dumpSize: { dev: '2Gi', staging: '8Gi', prod: '16Gi' },
    },
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '30s',
    terminationGrace: '60s',
    exporter: { image: images.mongoExporter, resources: small },
  },

  kafka: {
    image: images.kafka,
    user: 1000,
    provision:           { dev: rendered, staging: rendered, prod: rendered },
    brokers:             { dev: 1,      staging: 3,      prod: 3 },
    controllers:         { dev: 0,      staging: 3,      prod: 3 },
    storage:             { dev: '50Gi', staging: '50Gi', prod: '50Gi' },
    controllerStorage:   { dev: '20Gi', staging: '20Gi', prod: '20Gi' },
    resources: {
      dev:     { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
      staging: { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
      prod:    { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
    },
    controllerResources: {
      dev:     { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
      staging: { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
      prod:    { requests: { cpu: '500m', memory: '1Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
    },
    clusterId:           { dev: 'd21zLWRldi1rYWZrYS0wMQ', staging: 'd21zLXN0YWdlLWthZmthMQ', prod: 'd21zLXByb2Qta2Fma2EwMQ' },
    replicationFactor:   { dev: 1,      staging: 3,      prod: 3 },
    minInsyncReplicas:   { dev: 1,      staging: 2,      prod: 2 },
    heapPercent: 50,
    retention: '168h',
    segment: '1Gi',
    protocolVersion: '4.0.0',
    mirror: { dev: false, staging: false, prod: false },
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
  },

  temporal: {
    image: images.temporalServer,
    adminToolsImage: images.temporalAdminTools,
    user: 1000,
    provision: { dev: rendered, staging: rendered, prod: rendered },
    replicas:  { dev: 1, staging: 2, prod: 3 },
    resources: {
      dev:     { requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      staging: { requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      prod:    { requests: { cpu: '200m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
    },
    numHistoryShards: 512,
    role: 'temporal',
    database: 'temporal',
    visibilityDatabase: 'temporal_visibility',
    index: 'temporal_visibility_v1',
    indexUser: 'temporal',
    maxConns: 20,
    maxIdleConns: 20,
    logLevel: 'info',
    drain: '10s',
    probes: storeProbes,
    rollout: { terminationGrace: '60s', minReady: '10s', progressDeadline: '960s' },
    ui: { image: images.temporalUi, user: 1000, resources: small },
  },

  postgresql: {
    image: images.postgres,
    user: 999,
    provision:      { dev: rendered, staging: rendered, prod: rendered },
    storage:        { dev: '20Gi', staging: '20Gi', prod: '20Gi' },
    maxConnections: { dev: 200,    staging: 300,    prod: 400 }, // every pool full, during a roll-out of every role
    resources: {
      dev:     { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      staging: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      prod:    { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
    },
    superuser: 'temporal', // founded with the one role that uses it
    settings: {
      shared_buffers: { dev: '128MB', staging: '256MB', prod: '256MB' },
      work_mem:       { dev: '1MB',   staging: '1MB',   prod: '1MB' }, // rows are read by key, and every session at work fits in the limit
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
    storage: { dev: '30Gi', staging: '30Gi', prod: '30Gi' },
    resources: {
      dev:     { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
      staging: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
      prod:    { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
    },
    clusterName: 'temporal',
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
    prefix: 'Wms',
    services: {
      errors:  { percent: 5, for: '5m' },
      latency: { bound: 1,   for: '10m' },
      unavailable: '2m',
    },
    mongodb: {
      down: '5m',
      noPrimary: '1m',
      lag:         { bound: 30,   for: '5m' },
      connections: { percent: 80, for: '10m' },
    },
    kafka: {
      unavailable: '2m',
      underReplicated: '15m',
      lag: { bound: 10_000, for: '15m' },
    },
    temporal: {
      errors:            { percent: 5, for: '5m' },
      persistenceErrors: { percent: 5, for: '5m' },
      noPollers: '10m',
      backlog: { bound: 1000, for: '15m' },
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
