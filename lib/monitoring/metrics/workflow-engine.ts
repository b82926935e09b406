import { MetricSource } from './metric-source';

/** What the image of the onboarding engine must report beside that of every service on Spring Boot: states and errors. */
export const workflowEngine: MetricSource = {
  program: 'onboarding workflow engine',
  makers: 'contract of the image',
  version: '1.0.0',
  comparedBy: 'source: the metrics that the document of the onboarding engine lists',
  reportedBy: { image: '/onboarding-workflow' },
  metrics: {
    workflow_instances_active: [],
    workflow_state_transition_total: ['from_state', 'to_state'],
    workflow_error_total: ['error_code'],
    outbox_event_pending_total: [],
  },
};
