import { Environment } from '../environments/environment';
import { Column } from '../model/environment';
import { Problem } from '../model/problem';
import { findProvisionProblems } from '../model/store';
import { BrokerFigures } from '../model/topic-problems';
import { provisionFacts } from './provision-facts';
import { KafkaRow } from './store-rows';

/** What is wrong with who runs a Kafka. */
export function findKafkaProvisionProblems(
  { provision }: Column<KafkaRow>,
  environment: Environment,
  clients: { readonly logIn: boolean },
): Problem[] {
  const row = ['kafka', 'provision'];
  const problems = findProvisionProblems(row, provision, provisionFacts(environment));
  if (provision.kind !== 'chart' || !clients.logIn) return problems;
  const rule = 'must not be chart where clients log in: its servers have no users here';
  return [...problems, { row, rule, got: provision.kind, cure: 'write rendered or external' }];
}

/** Brokers that copies may be spread over: somebody else's are as many as the copies, at least. */
export function brokerFigures(kafka: Column<KafkaRow>): BrokerFigures {
  const { provision, brokers, replicationFactor } = kafka;
  return { ...kafka, brokers: provision.kind === 'external' ? replicationFactor : brokers };
}
