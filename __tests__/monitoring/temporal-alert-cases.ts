import { AlertCase } from './promtool';

/** Temporal. */
export const temporalAlertCases: Readonly<Record<string, AlertCase>> = {
  WmsTemporalErrors: {
    at: '20m',
    firing: {
      'service_errors{namespace="temporal",job="temporal-frontend",service_name="frontend",operation="a"}': '0+10x20',
      'service_requests{namespace="temporal",job="temporal-frontend",service_name="frontend",operation="a"}':
        '0+100x20',
    },
    labels: { job: 'temporal-frontend' },
    summary: 'Temporal fails in 10% of requests',
    quiet: {
      'service_errors{namespace="temporal",job="temporal-frontend",service_name="frontend",operation="a"}': '0+4x20',
      'service_requests{namespace="temporal",job="temporal-frontend",service_name="frontend",operation="a"}':
        '0+100x20',
    },
  },
  WmsTemporalPersistenceErrors: {
    at: '20m',
    firing: {
      'persistence_errors{namespace="temporal",job="temporal-history",operation="a"}': '0+10x20',
      'persistence_requests{namespace="temporal",job="temporal-history",operation="a"}': '0+100x20',
    },
    labels: { job: 'temporal-history' },
    summary: '10% of what temporal-history asks of its stores fails',
    quiet: {
      'persistence_errors{namespace="temporal",job="temporal-history",operation="a"}': '0+4x20',
      'persistence_requests{namespace="temporal",job="temporal-history",operation="a"}': '0+100x20',
    },
  },
  WmsTemporalNoPollers: {
    at: '25m',
    firing: { 'no_poller_tasks{namespace="temporal",job="temporal-matching",taskqueue="picking-queue"}': '0+1x30' },
    labels: { taskqueue: 'picking-queue' },
    summary: 'Tasks come into picking-queue, and nobody polls it',
    quiet: { 'no_poller_tasks{namespace="temporal",job="temporal-matching",taskqueue="picking-queue"}': '7x30' },
  },
  WmsTemporalBacklog: {
    at: '20m',
    firing: {
      'approximate_backlog_count{namespace="temporal",pod="m-0",taskqueue="picking-queue"}': '600x20',
      'approximate_backlog_count{namespace="temporal",pod="m-1",taskqueue="picking-queue"}': '600x20',
    },
    labels: { taskqueue: 'picking-queue' },
    summary: '1200 tasks wait in picking-queue',
    quiet: {
      'approximate_backlog_count{namespace="temporal",pod="m-0",taskqueue="picking-queue"}': '1000x20',
      'approximate_backlog_count{namespace="temporal",pod="m-1",taskqueue="packing-queue"}': '1000x20',
    },
  },
};
