import { Environment } from '../environments/environment';
import { Column } from '../model/environment';
import { findMirrorProblems } from '../model/kafka-mirror';
import { Problem } from '../model/problem';
import { Topics } from '../model/service-connections';
import { findTopicProblems } from '../model/topic-problems';
import { findHostProblems } from './host-problems';
import { KafkaLoginRow } from './kafka-login-row';
import { KafkaRow } from './store-rows';

/** Rows of a platform's own Kafka. */
export interface KafkaRows {
  readonly topics: Topics;
  readonly kafka: Column<KafkaRow> & { readonly login?: Column<KafkaLoginRow> };
}

/** What is wrong with a platform's own Kafka: topics, copies, the mirror, and the hosts for its servers. */
export function findKafkaProblems({ topics, kafka }: KafkaRows, { nodes, secretStore }: Environment): Problem[] {
  const { brokers, controllers } = kafka;
  return [
    ...findTopicProblems(topics, kafka),
    ...(kafka.login
      ? findLoginProblems(kafka)
      : findMirrorProblems(['kafka', 'mirror'], kafka.mirror, {
          brokers,
          partitions: Object.fromEntries(Object.entries(topics).map(([name, { partitions }]) => [name, partitions])),
          secretsAreGenerated: secretStore.kind === 'generated',
        })),
    ...findHostProblems({ 'kafka.brokers': brokers, 'kafka.controllers': controllers }, nodes.count),
  ];
}

function findLoginProblems({ mirror }: Column<KafkaRow>): Problem[] {
  if (mirror === false) return [];
  const cure = 'MirrorMaker has no user of these brokers; give it one first';
  return [{ row: ['kafka', 'mirror'], rule: 'must be false where clients log in', got: 'a mirror', cure }];
}
