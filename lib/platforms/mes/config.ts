import { Timings } from '../../constructs/pods/probe';
import { PerEnv } from '../../model/environment';
import { Resources } from '../../model/quantity';
import { between, fixed } from '../../model/scale';
import { ScaleDown } from '../../model/service';
import { rendered } from '../../model/store';
import { images } from '../images';
import { MesRows } from './rows';

// Figures: seed 004; where it is silent or disagrees with itself, docs/decisions says what stands.

// prettier-ignore
const nodeService: PerEnv<Resources> = {
  dev:     { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
  staging: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
  prod:    { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
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

const gently: ScaleDown = { after: '300s', percent: 50, every: '60s' };

/** Pods without a partition where a service at its largest reads a topic of three. */
const surplus: PerEnv<number> = { dev: 0, staging: 1, prod: 7 };

/** Topics of the whole system: every service writes them. */
const system = ['system.notification', 'system.audit-log', 'system.error', 'system.health-check'];

// prettier-ignore
export const mes: MesRows = {
  name: 'mes',
  namespace: 'mes-production',

  services: {
    'auth-service': {
      port: 3008,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(3, 10) },
      resources: nodeService,
      database: 'mes_auth',
      caches: true,
      route: { path: '/api/v1/auth', open: ['/login', '/logout', '/refresh'], requestsPerMinute: 100 },
      publishes: system,
      consumes: {},
      calls: [],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: gently,
    },
    'work-order-service': {
      port: 3009,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(3, 10) },
      resources: nodeService,
      database: 'mes_work_order',
      caches: true,
      route: { path: '/api/v1/workorders', open: [], requestsPerMinute: 100 },
      publishes: [
        'work-order.created', 'work-order.updated', 'work-order.dispatched', 'work-order.started',
        'work-order.completed', 'work-order.cancelled', 'work-order.on-hold', 'production-schedule.created',
        'production-schedule.dispatched', ...system,
      ],
      consumes: {
        'material.consumed': surplus, 'equipment.status-changed': surplus, 'integration.erp-sync-completed': surplus,
      },
      calls: ['auth-service'],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: gently,
    },
    'quality-service': {
      port: 3010,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(3, 10) },
      resources: nodeService,
      database: 'mes_quality',
      caches: false,
      route: { path: '/api/v1/quality', open: [], requestsPerMinute: 100 },
      publishes: [
        'quality.inspection-created', 'quality.inspection-passed', 'quality.inspection-failed', 'quality.ncr-created',
        'quality.ncr-closed', 'quality.capa-created', 'quality.fai-created', 'quality.fai-approved',
        'quality.fai-rejected', 'quality.signature-required', 'quality.signature-completed', ...system,
      ],
      consumes: {
        'work-order.completed': surplus, 'material.received': surplus,
      },
      calls: ['auth-service'],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: gently,
    },
    'material-service': {
      port: 3011,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(3, 10) },
      resources: nodeService,
      database: 'mes_material',
      caches: false,
      route: { path: '/api/v1/parts', open: [], requestsPerMinute: 150 },
      publishes: [
        'material.received', 'material.consumed', 'material.returned', 'material.scrapped', 'material.lot-created',
        'material.lot-split', 'material.lot-merged', 'material.lot-quarantined', 'material.lot-released',
        'material.serial-generated', 'material.inventory-adjusted', ...system,
      ],
      consumes: {},
      calls: ['auth-service'],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: gently,
    },
    'traceability-service': {
      port: 3012,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(3, 10) },
      resources: nodeService,
      database: 'mes_traceability',
      caches: false,
      route: { path: '/api/v1/traceability', open: [], requestsPerMinute: 50 },
      publishes: [
        'traceability.genealogy-updated', 'traceability.chain-created', 'traceability.recall-simulated', ...system,
      ],
      consumes: {
        'work-order.completed': surplus, 'material.consumed': surplus, 'material.lot-split': surplus,
        'material.lot-merged': surplus,
      },
      calls: ['auth-service'],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: gently,
    },
    'resource-service': {
      port: 3013,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(3, 10) },
      resources: nodeService,
      database: 'mes_resource',
      caches: false,
      route: { path: '/api/v1/equipment', open: [], requestsPerMinute: 200 },
      publishes: [
        'equipment.status-changed', 'equipment.fault-detected', 'equipment.maintenance-required',
        'equipment.oee-calculated', 'personnel.assigned', 'personnel.unassigned', 'personnel.certification-expiring',
        'personnel.certification-expired', 'personnel.skill-updated', ...system,
      ],
      consumes: {},
      calls: ['auth-service'],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: gently,
    },
    'reporting-service': {
      port: 3014,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(3, 10) },
      resources: nodeService,
      database: 'mes_reporting',
      caches: true,
      route: { path: '/api/v1/dashboard', open: [], requestsPerMinute: 100 },
      publishes: [
        'reporting.dashboard-refresh', 'reporting.report-generated', ...system,
      ],
      consumes: {
        'work-order.created': surplus, 'work-order.updated': surplus, 'work-order.dispatched': surplus,
        'work-order.started': surplus, 'work-order.completed': surplus, 'work-order.cancelled': surplus,
        'work-order.on-hold': surplus, 'production-schedule.created': surplus,
        'production-schedule.dispatched': surplus, 'quality.inspection-created': surplus,
        'quality.inspection-passed': surplus, 'quality.inspection-failed': surplus, 'quality.ncr-created': surplus,
        'quality.ncr-closed': surplus, 'quality.capa-created': surplus, 'quality.fai-created': surplus,
        'quality.fai-approved': surplus, 'quality.fai-rejected': surplus, 'quality.signature-required': surplus,
        'quality.signature-completed': surplus, 'material.received': surplus, 'material.consumed': surplus,
        'material.returned': surplus, 'material.scrapped': surplus, 'material.lot-created': surplus,
        'material.lot-split': surplus, 'material.lot-merged': surplus, 'material.lot-quarantined': surplus,
        'material.lot-released': surplus, 'material.serial-generated': surplus,
        'material.inventory-adjusted': surplus, 'traceability.genealogy-updated': surplus,
        'traceability.chain-created': surplus, 'traceability.recall-simulated': surplus,
        'equipment.status-changed': surplus, 'equipment.fault-detected': surplus,
        'equipment.maintenance-required': surplus, 'equipment.oee-calculated': surplus, 'personnel.assigned': surplus,
        'personnel.unassigned': surplus, 'personnel.certification-expiring': surplus,
        'personnel.certification-expired': surplus, 'personnel.skill-updated': surplus,
        'integration.message-received': surplus, 'integration.message-sent': surplus,
        'integration.message-failed': surplus, 'integration.erp-sync-requested': surplus,
        'integration.erp-sync-completed': surplus, 'integration.plm-sync-requested': surplus,
        'integration.scada-data-received': surplus,
      },
      calls: ['auth-service'],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: gently,
    },
    'integration-service': {
      port: 3015,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(3, 10) },
      resources: nodeService,
      database: 'mes_integration',
      caches: false,
      route: { path: '/api/v1/integration', open: [], requestsPerMinute: 60 },
      publishes: [
        'integration.message-received', 'integration.message-sent', 'integration.message-failed',
        'integration.erp-sync-requested', 'integration.erp-sync-completed', 'integration.plm-sync-requested',
        'integration.scada-data-received', ...system,
      ],
      consumes: {
        'work-order.completed': surplus, 'quality.ncr-created': surplus,
      },
      calls: ['auth-service'],
      reaches: [
        { what: 'ERP',   host: 'erp.example.com',   port: 443 },
        { what: 'PLM',   host: 'plm.example.com',   port: 443 },
        { what: 'SCADA', host: 'scada.example.com', port: 443 },
      ],
      terminationGrace: '30s',
      scaleDown: gently,
    },
  },

  serviceDefaults: {
    imageFolder: 'mes-production',
    user: 10001,
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
    LOG_LEVEL: { dev: 'debug',       staging: 'info',       prod: 'info' },
    NODE_ENV:  { dev: 'development', staging: 'production', prod: 'production' },
  },

  gateway: {
    image: images.kong,
    user: 1000,
    replicas: { dev: 1, staging: 2, prod: 2 },
    workers: 1, // one core
    resources: {
      dev:     { requests: { cpu: '250m',  memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
      staging: { requests: { cpu: '1000m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
      prod:    { requests: { cpu: '1000m', memory: '512Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
    },
    host: 'api.mes',
    page: 'mes',
    requestIdHeader: 'X-Request-ID',
    tokens: { issuer: 'mes-auth', signedBy: 'auth-service' },
    loadBalancer: {
      dev:     { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',        'service.beta.kubernetes.io/aws-load-balancer-type': 'external' },
      staging: { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',        'service.beta.kubernetes.io/aws-load-balancer-type': 'external' },
      prod:    { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing', 'service.beta.kubernetes.io/aws-load-balancer-type': 'external' },
    },
    authority:   { duration: '87600h', renewBefore: '8760h' },
    certificate: { duration: '8760h',  renewBefore: '2160h' }, // read at start: a quarter of a year for a restart
    prefixSize: '256Mi',
    scratch: '64Mi',
  },

  topics: {
    'work-order.created':               { partitions: 3, retention: '7d' },
    'work-order.updated':               { partitions: 3, retention: '7d' },
    'work-order.dispatched':            { partitions: 3, retention: '7d' },
    'work-order.started':               { partitions: 3, retention: '7d' },
    'work-order.completed':             { partitions: 3, retention: '7d' },
    'work-order.cancelled':             { partitions: 3, retention: '7d' },
    'work-order.on-hold':               { partitions: 3, retention: '7d' },
    'production-schedule.created':      { partitions: 3, retention: '7d' },
    'production-schedule.dispatched':   { partitions: 3, retention: '7d' },
    'quality.inspection-created':       { partitions: 3, retention: '7d' },
    'quality.inspection-passed':        { partitions: 3, retention: '7d' },
    'quality.inspection-failed':        { partitions: 3, retention: '7d' },
    'quality.ncr-created':              { partitions: 3, retention: '7d' },
    'quality.ncr-closed':               { partitions: 3, retention: '7d' },
    'quality.capa-created':             { partitions: 3, retention: '7d' },
    'quality.fai-created':              { partitions: 3, retention: '7d' },
    'quality.fai-approved':             { partitions: 3, retention: '7d' },
    'quality.fai-rejected':             { partitions: 3, retention: '7d' },
    'quality.signature-required':       { partitions: 3, retention: '7d' },
    'quality.signature-completed':      { partitions: 3, retention: '7d' },
    'material.received':                { partitions: 3, retention: '7d' },
    'material.consumed':                { partitions: 3, retention: '7d' },
    'material.returned':                { partitions: 3, retention: '7d' },
    'material.scrapped':                { partitions: 3, retention: '7d' },
    'material.lot-created':             { partitions: 3, retention: '7d' },
    'material.lot-split':               { partitions: 3, retention: '7d' },
    'material.lot-merged':              { partitions: 3, retention: '7d' },
    'material.lot-quarantined':         { partitions: 3, retention: '7d' },
    'material.lot-released':            { partitions: 3, retention: '7d' },
    'material.serial-generated':        { partitions: 3, retention: '7d' },
    'material.inventory-adjusted':      { partitions: 3, retention: '7d' },
    'traceability.genealogy-updated':   { partitions: 3, retention: '7d' },
    'traceability.chain-created':       { partitions: 3, retention: '7d' },
    'traceability.recall-simulated':    { partitions: 3, retention: '7d' },
    'equipment.status-changed':         { partitions: 3, retention: '7d' },
    'equipment.fault-detected':         { partitions: 3, retention: '7d' },
    'equipment.maintenance-required':   { partitions: 3, retention: '7d' },
    'equipment.oee-calculated':         { partitions: 3, retention: '7d' },
    'personnel.assigned':               { partitions: 3, retention: '7d' },
    'personnel.unassigned':             { partitions: 3, retention: '7d' },
    'personnel.certification-expiring': { partitions: 3, retention: '7d' },
    'personnel.certification-expired':  { partitions: 3, retention: '7d' },
    'personnel.skill-updated':          { partitions: 3, retention: '7d' },
    'integration.message-received':     { partitions: 3, retention: '7d' },
    'integration.message-sent':         { partitions: 3, retention: '7d' },
    'integration.message-failed':       { partitions: 3, retention: '7d' },
    'integration.erp-sync-requested':   { partitions: 3, retention: '7d' },
    'integration.erp-sync-completed':   { partitions: 3, retention: '7d' },
    'integration.plm-sync-requested':   { partitions: 3, retention: '7d' },
    'integration.scada-data-received':  { partitions: 3, retention: '7d' },
    'reporting.dashboard-refresh':      { partitions: 3, retention: '7d' },
    'reporting.report-generated':       { partitions: 3, retention: '7d' },
    'system.notification':              { partitions: 3, retention: '7d' },
    'system.audit-log':                 { partitions: 5, retention: '7d' },
    'system.error':                     { partitions: 3, retention: '7d' },
    'system.health-check':              { partitions: 1, retention: '7d' },
  },

  kafka: {
    image: images.kafka,
    user: 1000,
    provision:           { dev: rendered, staging: rendered, prod: rendered },
    brokers:             { dev: 1,      staging: 3,      prod: 3 },
    controllers:         { dev: 0,      staging: 3,      prod: 3 },
    storage:             { dev: '20Gi', staging: '50Gi', prod: '100Gi' },
    controllerStorage:   { dev: '20Gi', staging: '20Gi', prod: '20Gi' },
    resources: {
      dev:     { requests: { cpu: '500m',  memory: '2Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
      staging: { requests: { cpu: '2000m', memory: '4Gi' }, limits: { cpu: '2000m', memory: '4Gi' } },
      prod:    { requests: { cpu: '2000m', memory: '4Gi' }, limits: { cpu: '2000m', memory: '4Gi' } },
    },
    controllerResources: {
      dev:     { requests: { cpu: '250m', memory: '1Gi' },  limits: { cpu: '1000m', memory: '1Gi' } },
      staging: { requests: { cpu: '250m', memory: '1Gi' },  limits: { cpu: '1000m', memory: '1Gi' } },
      prod:    { requests: { cpu: '250m', memory: '1Gi' },  limits: { cpu: '1000m', memory: '1Gi' } },
    },
    clusterId:           { dev: 'bWVzLWRldi1rYWZrYS0wMQ', staging: 'bWVzLXN0YWdlLWthZmthMQ', prod: 'bWVzLXByb2Qta2Fma2EwMQ' },
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

  kafkaUi: { image: images.kafkaUi, user: 100, resources: jvmTool, heapPercent: 60, scratch: '64Mi' },

  postgresql: {
    image: images.postgres,
    user: 999,
    provision:      { dev: rendered, staging: rendered, prod: rendered },
    storage:        { dev: '10Gi', staging: '50Gi', prod: '100Gi' },
    maxConnections: { dev: 150,    staging: 500,    prod: 500 }, // every pool full, during a roll-out of every service
    resources: {
      dev:     { requests: { cpu: '250m',  memory: '1Gi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      staging: { requests: { cpu: '1000m', memory: '4Gi' }, limits: { cpu: '2000m', memory: '4Gi' } },
      prod:    { requests: { cpu: '1000m', memory: '4Gi' }, limits: { cpu: '2000m', memory: '4Gi' } },
    },
    superuser: 'postgres',
    settings: {
      shared_buffers: { dev: '256MB', staging: '1GB', prod: '1GB' },
    },
    sharedMemory: '64Mi',
    backup: { dumpSize: { dev: '2Gi', staging: '8Gi', prod: '16Gi' } },
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '120s',
    exporter: { image: images.postgresExporter, resources: small },
  },

  databasePool: { dev: 5, staging: 5, prod: 5 },

  redis: {
    image: images.redis,
    user: 999,
    provision: { dev: rendered, staging: rendered, prod: rendered },
    storage:   { dev: '1Gi',   staging: '5Gi',   prod: '10Gi' },
    maxMemory: { dev: '128Mi', staging: '1Gi',   prod: '1Gi' },
    eviction: 'volatile-lru', // sessions and answers have an end, counters are small
    resources: {
      dev:     { requests: { cpu: '50m',  memory: '256Mi' }, limits: { cpu: '500m',  memory: '256Mi' } },
      staging: { requests: { cpu: '250m', memory: '2Gi' },   limits: { cpu: '1000m', memory: '2Gi' } },
      prod:    { requests: { cpu: '250m', memory: '2Gi' },   limits: { cpu: '1000m', memory: '2Gi' } },
    },
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '60s',
    exporter: { image: images.redisExporter, resources: small },
  },

  jaeger: {
    image: images.jaeger,
    user: 10001,
    storage:   { dev: '10Gi', staging: '20Gi', prod: '50Gi' },
    retention: { dev: '48h',  staging: '168h', prod: '168h' },
    resources: {
      dev:     { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
      staging: { requests: { cpu: '500m', memory: '2Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
      prod:    { requests: { cpu: '500m', memory: '2Gi' },   limits: { cpu: '2000m', memory: '2Gi' } },
    },
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '60s',
  },

  elasticsearch: {
    image: images.elasticsearch,
    user: 1000,
    nodes:   { dev: 1,      staging: 3,      prod: 3 },
    storage: { dev: '20Gi', staging: '50Gi', prod: '100Gi' },
    resources: {
      dev:     { requests: { cpu: '500m',  memory: '2Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
      staging: { requests: { cpu: '2000m', memory: '4Gi' }, limits: { cpu: '2000m', memory: '4Gi' } },
      prod:    { requests: { cpu: '2000m', memory: '4Gi' }, limits: { cpu: '2000m', memory: '4Gi' } },
    },
    clusterName: 'mes-logs',
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

  logs: {
    logs:   { index: 'mes-logs',   title: 'MES: all logs', retention: { dev: '3d', staging: '30d',  prod: '30d' } },
    errors: { index: 'mes-errors', title: 'MES: errors',   retention: { dev: '7d', staging: '90d',  prod: '90d' } },
    audit:  { index: 'mes-audit',  title: 'MES: audit',    retention: { dev: '7d', staging: '365d', prod: '365d' } },
  },

  logstash: {
    image: images.logstash,
    user: 1000,
    storage: { dev: '5Gi', staging: '10Gi', prod: '20Gi' },
    queue:   { dev: '2Gi', staging: '8Gi',  prod: '8Gi' },
    heapPercent: 50,
    inputs: { tcp: 5000, beats: 5044 },
    resources: {
      dev:     { requests: { cpu: '250m', memory: '1Gi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      staging: { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
      prod:    { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2000m', memory: '2Gi' } },
    },
    scratch: '256Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '120s', // what is on the way is written
  },

  kibana: {
    image: images.kibana,
    user: 1000,
    resources: {
      dev:     { requests: { cpu: '250m', memory: '1Gi' }, limits: { cpu: '1000m', memory: '1Gi' } },
      staging: { requests: { cpu: '250m', memory: '2Gi' }, limits: { cpu: '1000m', memory: '2Gi' } },
      prod:    { requests: { cpu: '250m', memory: '2Gi' }, limits: { cpu: '1000m', memory: '2Gi' } },
    },
    heapPercent: 60,
    publicUrl: 'http://localhost:5601',
    scratch: '256Mi',
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

  tools: { terminationGrace: '30s', minReady: '5s', progressDeadline: '960s', probes: toolProbes },

  scrapeInterval: '15s',

  alerts: {
    prefix: 'Mes',
    services: {
      errors:  { percent: 5, for: '5m' },
      latency: { bound: 1,   for: '10m' },
      unavailable: '2m',
    },
    gateway: {
      errors:  { percent: 5,  for: '5m' },
      latency: { bound: 1000, for: '10m' },
      refused: { percent: 20, for: '15m' },
    },
    programs: { needed: '2m', helpful: '15m' },
    jaeger: { losing: '10m' },
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
      down: '2m',
      memory:   { percent: 90, for: '10m' },
      notWritten: '1m',
    },
    elasticsearch: {
      unavailable: '5m',
      degraded: '20m',
      diskFree: { percent: 20, for: '10m' },
    },
  },
};
