import { kafkaAlertCases } from './kafka-alert-cases';
import { postgresAlertCases } from './postgres-alert-cases';
import { AlertCase } from './promtool';
import { redisAlertCases } from './redis-alert-cases';
import { scopedCases } from './scoped-cases';

const labels = 'namespace="onboarding",job="onboarding-workflow"';
const onboarding = { prefix: 'Onboarding', namespace: 'onboarding' };

/** The onboarding engine and its stores. */
export const onboardingAlertCases: Readonly<Record<string, AlertCase>> = {
  ...scopedCases(kafkaAlertCases, { prefix: 'Wms', namespace: 'kafka' }, onboarding),
  ...scopedCases(postgresAlertCases, { prefix: 'Wms', namespace: 'temporal' }, onboarding),
  ...redisAlertCases(onboarding, 'onboarding-redis'),
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
};
