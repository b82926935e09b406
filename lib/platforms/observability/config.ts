import { Timings } from '../../constructs/pods/probe';
import { PerEnv } from '../../model/environment';
import { Resources } from '../../model/quantity';
import { rendered } from '../../model/store';
import { images } from '../images';
import { small, storeProbes, toolProbes } from '../shared-rows';
import { OBSERVABILITY } from './names';
import { ObservabilityRows } from './rows';

// prettier-ignore
const prometheusProbes: Timings = {
  startup:   { period: '10s', timeout: '3s', failures: 120 },
  readiness: { period: '10s', timeout: '3s', failures: 3 },
  liveness:  { period: '20s', timeout: '5s', failures: 6 },
};

// prettier-ignore
const signalStore: PerEnv<Resources> = {
  dev:     { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
  staging: { requests: { cpu: '250m', memory: '1Gi' },   limits: { cpu: '1000m', memory: '2Gi' } },
  prod:    { requests: { cpu: '250m', memory: '1Gi' },   limits: { cpu: '1000m', memory: '2Gi' } },
};

// prettier-ignore
const signalTool: PerEnv<Resources> = {
  dev:     { requests: { cpu: '50m',  memory: '128Mi' }, limits: { cpu: '500m',  memory: '256Mi' } },
  staging: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
  prod:    { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '512Mi' } },
};

// prettier-ignore
export const observability: ObservabilityRows = {
  name: OBSERVABILITY,

  tools: { terminationGrace: '30s', minReady: '5s', progressDeadline: '660s', probes: toolProbes },

  alerts: {
    scrapes:    { down: '5m', missing: '15m' },
    workloads: {
      crashLoop: '15m',
      replicasMissing: '20m',
      pending: '15m',
      atMost: '30m',
      jobFailed: '1m',
      nodeDown: '5m',
    },
    volumes: {
      free: { percent: 10, for: '5m' },
      filling: { over: '6h', ahead: '4d', for: '1h' },
    },
    prometheus: { reloadFailed: '5m', rulesFail: '5m', rulesMissed: '15m', storageFails: '5m', scrapesRefused: '5m' },
    loki:       { refusing: '10m', flushFails: '5m', errors: { percent: 5, for: '10m' } },
    tempo:      { refusing: '10m', flushFails: '5m' },
    collector:  { losing: '5m', refusing: '5m', queue: { percent: 80, for: '5m' } },
    grafana:    { errors: { percent: 5, for: '10m' } },
    postgresql: { down: '2m', connections: { percent: 80, for: '10m' } },
  },

  prometheus: {
    image: images.prometheus,
    user: 65534,
    storage: { dev: '10Gi', staging: '50Gi', prod: '100Gi' },
    resources: {
      dev:     { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '500m', memory: '1Gi' } },
      staging: { requests: { cpu: '500m', memory: '2Gi' },   limits: { cpu: '2',    memory: '4Gi' } },
      prod:    { requests: { cpu: '500m', memory: '2Gi' },   limits: { cpu: '2',    memory: '4Gi' } },
    },
    scrapeInterval: '30s',
    scrapeTimeout: '10s',
    evaluationInterval: '30s',
    reloadInterval: '30s',
    retention: { time: '7d', percent: 80 },
    // Two collectors may each be late by a batch and its repetition.
    outOfOrder: '10m',
    samplesOfTarget: 50_000,
    kubelet: {
      cadvisor: [
        'container_cpu_cfs_periods_total',
        'container_cpu_cfs_throttled_periods_total',
        'container_cpu_usage_seconds_total',
        'container_memory_working_set_bytes',
      ],
      kubelet: [
        'kubelet_volume_stats_available_bytes',
        'kubelet_volume_stats_capacity_bytes',
        'kubelet_volume_stats_inodes',
        'kubelet_volume_stats_inodes_used',
        'kubelet_volume_stats_used_bytes',
      ],
    },
    probes: prometheusProbes,
    terminationGrace: '300s',
  },

  kubeStateMetrics: {
    image: images.kubeStateMetrics,
    user: 65534,
    resources: {
      dev:     { requests: { cpu: '20m', memory: '64Mi' },  limits: { cpu: '200m', memory: '256Mi' } },
      staging: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '250m', memory: '512Mi' } },
      prod:    { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '250m', memory: '512Mi' } },
    },
    reports: [
      'cronjobs', 'deployments', 'horizontalpodautoscalers', 'jobs', 'nodes', 'persistentvolumeclaims', 'pods', 'statefulsets',
    ],
  },

  loki: {
    image: images.loki,
    user: 10001,
    storage:            { dev: '10Gi', staging: '50Gi', prod: '100Gi' },
    retention:          { dev: '72h',  staging: '168h', prod: '168h' }, // as long as metrics
    ingestionMegabytes: { dev: 4,      staging: 8,      prod: 8 },
    resources: signalStore,
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '60s',
  },

  tempo: {
    image: images.tempo,
    user: 10001,
    storage:   { dev: '10Gi', staging: '50Gi', prod: '100Gi' },
    retention: { dev: '72h',  staging: '168h', prod: '168h' },
    resources: signalStore,
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '60s',
  },

  collector: { image: images.otelCollector, user: 10001, resources: signalTool, replicas: { dev: 1, staging: 2, prod: 2 } },

  podLogs: { dev: true, staging: true, prod: true },
  podLogReader: { image: images.alloy, user: 473, resources: signalTool, scratch: '64Mi' },

  grafana: {
    image: images.grafana,
    user: 472,
    resources: signalTool,
    scratch: '256Mi',
    database: 'grafana',
    maxConnections: 20,
    probes: {
      startup:   { period: '10s', timeout: '5s', failures: 60 }, // 10 minutes for the tables of a new version
      readiness: { period: '10s', timeout: '5s', failures: 3 },
      liveness:  { period: '20s', timeout: '5s', failures: 3 },
    },
  },

  postgresql: {
    image: images.postgres,
    user: 999,
    provision:      { dev: rendered, staging: rendered, prod: rendered },
    storage:        { dev: '5Gi', staging: '5Gi', prod: '5Gi' },
    maxConnections: { dev: 50,    staging: 50,    prod: 50 },
    resources: {
      dev:     { requests: { cpu: '50m',  memory: '256Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
      staging: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
      prod:    { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m',  memory: '512Mi' } },
    },
    superuser: 'grafana', // founded with the one role that uses it
    settings: {},
    sharedMemory: '64Mi',
    scratch: '64Mi',
    probes: storeProbes,
    minReady: '10s',
    terminationGrace: '120s',
    exporter: { image: images.postgresExporter, resources: small },
    backup: { dumpSize: { dev: '1Gi', staging: '1Gi', prod: '1Gi' } },
  },
};
