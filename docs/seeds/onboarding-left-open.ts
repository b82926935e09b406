import { columns, resourceColumns, scale, volumes } from './columns';
import { clusters, everywhere, open, prod, SeedSection, staging } from './figure';

const engine = 'Deployment/onboarding-workflow';
const dumpDisk =
  'spec.jobTemplate.spec.template.spec.volumes[dump].ephemeral.volumeClaimTemplate.spec.resources.requests.storage';
const container = 'spec.template.spec.containers[service]';

/** Figures of onboarding that its document leaves open. */
// prettier-ignore
export const onboardingLeftOpen: SeedSection = {
  heading: 'Left open by the document',
  figures: [
    open('pods', ...scale(engine, 1, [2, 4], [3, 10])),
    open('requests and limits', ...resourceColumns(engine, 'service', [['250m', '512Mi', '500m', '1Gi'], ['1', '2Gi', '2', '4Gi'], ['1', '2Gi', '2', '4Gi']])),
    open('log level in dev', ...columns('ConfigMap/onboarding-workflow', 'data[application.yaml].logging.level[com.ngoctran.interactionservice]', ['DEBUG', 'INFO', 'INFO'])),
    open('budget', clusters('PodDisruptionBudget/onboarding-workflow', 'spec.maxUnavailable', 1)),
    open('fewer pods after, at most a minute', clusters('HorizontalPodAutoscaler/onboarding-workflow', 'spec.behavior.scaleDown.stabilizationWindowSeconds', 300), clusters('HorizontalPodAutoscaler/onboarding-workflow', 'spec.behavior.scaleDown.policies[type=Percent].value', 50)),
    open('time to end', everywhere(engine, 'spec.template.spec.terminationGracePeriodSeconds', 60)),
    open('timeouts of a probe', everywhere(engine, `${container}.livenessProbe.timeoutSeconds`, 3), everywhere(engine, `${container}.readinessProbe.timeoutSeconds`, 3)),
    open('retention of a topic', everywhere('ConfigMap/onboarding-kafka-topics', 'data[topics.txt][onboarding-event]', /retention\.ms=(604800000)$/)),
    open('retention of onboarding-dlq', everywhere('ConfigMap/onboarding-kafka-topics', 'data[topics.txt][onboarding-dlq]', /retention\.ms=(2592000000)$/)),
    open('Kafka: brokers', ...columns('StatefulSet/onboarding-kafka-broker', 'spec.replicas', [1, 3, 3])),
    open('Kafka: volumes', ...volumes('StatefulSet/onboarding-kafka-broker', ['10Gi', '20Gi', '20Gi'])),
    open('PostgreSQL: volume', ...volumes('StatefulSet/onboarding-postgresql', ['10Gi', '20Gi', '50Gi'])),
    open('PostgreSQL: connections', ...columns('StatefulSet/onboarding-postgresql', 'spec.template.spec.containers[postgres].args[max_connections]', [60, 120, 240])),
    open('Redis: volume', ...volumes('StatefulSet/onboarding-redis', ['1Gi', '1Gi', '1Gi'])),
    open('Redis: what is forgotten', everywhere('ConfigMap/onboarding-redis', 'data[redis.conf][maxmemory-policy]', 'allkeys-lru')),
    open('PostgreSQL: a dump is at most', staging('CronJob/onboarding-postgresql-backup', dumpDisk, '8Gi'), prod('CronJob/onboarding-postgresql-backup', dumpDisk, '16Gi')),
  ],
};
