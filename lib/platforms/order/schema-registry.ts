import { SchemaRegistry } from '../../constructs/kafka/schema-registry';
import { toolProps } from '../context';
import { Kafka } from '../kafka';
import { Context } from './context';

/** Defines the registry of the schemas of all topics. */
export function defineSchemaRegistry(context: Context, { bootstrapServers, endpoint }: Kafka): SchemaRegistry {
  const { component, environment, namespace, rows } = context;
  const { replicas, compatibility, heapPercent, scratch, probes, rollout } = rows.schemaRegistry;
  return new SchemaRegistry(component('schema-registry', 'schemaRegistry'), 'schema-registry', {
    ...toolProps(rows.schemaRegistry, { ...rollout, probes }),
    namespace,
    replicas,
    endpoint,
    bootstrapServers,
    replicationFactor: rows.kafka.replicationFactor,
    compatibility,
    heapPercent,
    scratch,
    clusterDomain: environment.clusterDomain,
  });
}
