import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { checksum, ConfigFiles } from '../objects/config-files';
import { KafkaNodesProps, renderAgentCopy, renderNode, renderNodePorts } from './kafka-node';
import { KAFKA_PORTS } from './kafka-properties';
import { StatefulWorkload, StatefulWorkloadProps } from '../workloads/stateful-workload';

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');

/** Which metrics of a node are read, and how they are named: for the agent in its JVM, or one beside it. */
export const KAFKA_METRICS_RULES = read('kafka-metrics.yaml');

/** Kafka nodes of one role: a `StatefulWorkload`, and the ConfigMap that its pods start from. */
export class KafkaNodes extends StatefulWorkload {
  constructor(scope: Construct, id: string, props: KafkaNodesProps) {
    const files = {
      'server.properties': props.serverProperties,
      'kafka-node.sh': read('kafka-node.sh'),
      'log4j2.yaml': read('kafka-log4j2.yaml'),
      'metrics.yaml': KAFKA_METRICS_RULES,
    };
    super(scope, id, workloadProps(id, props, files));
    new ConfigFiles(this, 'Files', { namespace: props.namespace.name, name: id, data: files });
  }
}

function workloadProps(
  name: string,
  props: KafkaNodesProps,
  files: Readonly<Record<string, string>>,
): StatefulWorkloadProps {
  const { namespace, role, replicas, storage, storageClassName, user, terminationGrace, bootstrapService } = props;
  return {
    namespace,
    component: role === 'controller' ? 'controller' : 'broker',
    replicas,
    headlessService: name,
    minReady: props.minReady,
    ports: renderNodePorts(role),
    ...(bootstrapService !== undefined && {
      service: { name: bootstrapService, ports: { client: KAFKA_PORTS.client } },
    }),
    claims: [{ name: 'data', size: storage, storageClassName }],
    pod: {
      user,
      group: user,
      terminationGrace,
      priorityClassName: props.priorityClassName,
      annotations: checksum(name, files),
      initContainers: [renderAgentCopy(props)],
      containers: [renderNode(name, props)],
    },
  };
}
