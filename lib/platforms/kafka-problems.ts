import { Environment } from '../environments/environment';
import { Column } from '../model/environment';
import { findMirrorProblems } from '../model/kafka-mirror';
import { Problem } from '../model/problem';
import { Topics } from '../model/service-connections';
import { findProvisionProblems, runsHere } from '../model/store';
import { findTopicProblems } from '../model/topic-problems';
import { findHostProblems } from './host-problems';
import { KafkaLoginRow } from './kafka-login-row';
import { provisionFacts } from './provision-facts';
import { KafkaRow } from './store-rows';

/** Rows of a platform's own Kafka. */
export interface KafkaRows {
  readonly topics: Topics;
  readonly kafka: Column<KafkaRow> & { readonly login?: Column<KafkaLoginRow> };
}

/** What is wrong with a platform's own Kafka: who runs it, topics, copies, the mirror, and the hosts for its servers. */
export function findKafkaProblems({ topics, kafka }: KafkaRows, environment: Environment): Problem[] {
  const { provision, controllers, replicationFactor, login } = kafka;
  // Somebody else's brokers are as many as the copies, at least.
  const brokers = provision.kind === 'external' ? replicationFactor : kafka.brokers;
  const facts = provisionFacts(environment);
  return [
    ...findProvisionProblems(['kafka', 'provision'], provision, facts),
    ...findTopicProblems(topics, { ...kafka, brokers }),
    ...(login
      ? findLoginProblems(kafka)
      : findMirrorProblems(['kafka', 'mirror'], kafka.mirror, {
          brokers,
          partitions: Object.fromEntries(Object.entries(topics).map(([name, { partitions }]) => [name, partitions])),
          secretsAreGenerated: facts.secretsAreGenerated,
        })),
    ...(runsHere(provision)
      ? findHostProblems({ 'kafka.brokers': brokers, 'kafka.controllers': controllers }, environment.nodes.count)
      : []),
  ];
}

/** What servers with users of their own cannot do yet. */
function findLoginProblems({ mirror, provision }: Column<KafkaRow>): Problem[] {
  const problems: Problem[] = [];
  if (mirror !== false) {
    const cure = 'MirrorMaker has no user of these brokers; give it one first';
    problems.push({ row: ['kafka', 'mirror'], rule: 'must be false where clients log in', got: 'a mirror', cure });
  }
  if (provision.kind === 'chart') {
    const rule = 'must not be chart where clients log in: its servers have no users here';
    problems.push({ row: ['kafka', 'provision'], rule, got: provision.kind, cure: 'write rendered or external' });
  }
  return problems;
}
