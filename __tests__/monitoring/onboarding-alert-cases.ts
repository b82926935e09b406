import { kafkaAlertCases } from './kafka-alert-cases';
import { postgresAlertCases } from './postgres-alert-cases';
import { AlertCase } from './promtool';
import { scopedCases } from './scoped-cases';

const labels = 'namespace="onboarding",job="onboarding-workflow"';
const redis = 'namespace="onboarding",job="onboarding-redis",pod="onboarding-redis-0"';
const onboarding = { prefix: 'Onboarding', namespace: 'onboarding' };

/** The onboarding engine and its stores. */
export const onboardingAlertCases: Readonly<Record<string, AlertCase>> = {
  ...scopedCases(kafkaAlertCases, { prefix: 'Wms', namespace: 'kafka' }, onboarding),
  ...scopedCases(postgresAlertCases, { prefix: 'Wms', namespace: 'temporal' }, onboarding),
  // Seed: more than a tenth of an error a second for five minutes. Two pods have 4 a minute each.
  OnboardingHighErrorRate: {
    at: '15m',
    firing: {
      [`workflow_error_total{${labels},pod="a",error_code="EKYC_TIMEOUT"}`]: '0+4x20',
      [`workflow_error_total{${labels},pod="b",error_code="AML_DOWN"}`]: '0+4x20',
    },
    labels: { job: 'onboarding-workflow' },
    summary: 'onboarding-workflow fails in 8 steps of workflows a minute',
    quiet: {
      [`workflow_error_total{${labels},pod="a",error_code="EKYC_TIMEOUT"}`]: '0+3x20',
      [`workflow_error_total{${labels},pod="b",error_code="AML_DOWN"}`]: '0+3x20',
    },
  },
  // Both pods count the same workflows of one database: they are not added up.
  OnboardingInstanceStuck: {
    at: '15m',
    firing: {
      [`workflow_instances_active{${labels},pod="a"}`]: '1001x20',
      [`workflow_instances_active{${labels},pod="b"}`]: '1000x20',
    },
    labels: { job: 'onboarding-workflow' },
    summary: '1001 workflows of onboarding-workflow have begun and not ended',
    quiet: {
      [`workflow_instances_active{${labels},pod="a"}`]: '1000x20',
      [`workflow_instances_active{${labels},pod="b"}`]: '1000x20',
    },
  },
  OnboardingOutboxLag: {
    at: '5m',
    firing: {
      [`outbox_event_pending_total{${labels},pod="a"}`]: '101x10',
      [`outbox_event_pending_total{${labels},pod="b"}`]: '90x10',
    },
    labels: { job: 'onboarding-workflow' },
    summary: '101 events of onboarding-workflow are written and not published',
    quiet: {
      [`outbox_event_pending_total{${labels},pod="a"}`]: '100x10',
      [`outbox_event_pending_total{${labels},pod="b"}`]: '100x10',
    },
  },
  OnboardingEngineUnavailable: {
    at: '5m',
    firing: {
      'kube_deployment_status_replicas_available{namespace="onboarding",deployment="onboarding-workflow"}': '0x10',
    },
    labels: { namespace: 'onboarding', deployment: 'onboarding-workflow' },
    summary: 'onboarding-workflow has no pod that is ready',
    quiet: {
      'kube_deployment_status_replicas_available{namespace="onboarding",deployment="onboarding-workflow"}': '1x10',
      'kube_deployment_status_replicas_available{namespace="onboarding",deployment="onboarding-kafka-exporter"}':
        '0x10',
    },
  },
  OnboardingRedisDown: {
    at: '10m',
    firing: { [`redis_up{${redis}}`]: '0x20' },
    labels: { namespace: 'onboarding', job: 'onboarding-redis', pod: 'onboarding-redis-0' },
    summary: 'Redis in onboarding-redis-0 does not answer its exporter',
    quiet: { [`redis_up{${redis}}`]: '0x3 1x20' },
  },
  OnboardingRedisMemory: {
    at: '20m',
    firing: { [`redis_memory_used_bytes{${redis}}`]: '95x30', [`redis_memory_max_bytes{${redis}}`]: '100x30' },
    labels: { namespace: 'onboarding', job: 'onboarding-redis', pod: 'onboarding-redis-0' },
    summary: '95% of the memory for keys of onboarding-redis-0 is taken',
    quiet: { [`redis_memory_used_bytes{${redis}}`]: '90x30', [`redis_memory_max_bytes{${redis}}`]: '100x30' },
  },
  OnboardingRedisNotWritten: {
    at: '5m',
    firing: { [`redis_aof_last_write_status{${redis}}`]: '0x10' },
    labels: { namespace: 'onboarding', job: 'onboarding-redis', pod: 'onboarding-redis-0' },
    summary: 'Redis in onboarding-redis-0 cannot write its file, and refuses writes',
    quiet: { [`redis_aof_last_write_status{${redis}}`]: '1x10' },
  },
};
