/** A step of the order in which the warehouse platform used to be deployed by hand, and what does it now. */
export interface Step {
  readonly before: string;

  /** Component and kind of the object that stands for it now: `['mongodb', 'StatefulSet']`. */
  readonly now: readonly [component: string, kind: string];
  readonly how: string;
}

/** 'Complete Deployment Order', step by step. */
// prettier-ignore
export const steps: readonly Step[] = [
  { before: 'Create the namespace',               now: ['namespace-wms-platform', 'Namespace'],     how: 'with quota, limits, default-deny and the three namespaces of the stores' },
  { before: 'Install MongoDB, wait for its pods', now: ['mongodb', 'StatefulSet'],                  how: 'Argo CD waits for its health' },
  { before: '(not a step: the chart did it)',     now: ['mongodb-replica-set', 'Job'],              how: 'initiates the replica set, keeps members, users and roles' },
  { before: 'Install Kafka, wait for its pods',   now: ['kafka', 'StatefulSet'],                    how: 'beside MongoDB: neither needs the other' },
  { before: 'Create the topics in a shell',       now: ['kafka-topics', 'Job'],                     how: 'makes them what the table says, and verifies it' },
  { before: 'Install Temporal, wait: PostgreSQL', now: ['temporal-postgresql', 'StatefulSet'],      how: 'a server of its own' },
  { before: 'Install Temporal, wait: schema',     now: ['temporal-schema', 'Job'],                  how: 'databases and schemas, before the server starts' },
  { before: 'Install Temporal, wait: search',     now: ['temporal-elasticsearch', 'StatefulSet'],   how: 'after its certificates' },
  { before: 'Install Temporal, wait: index',      now: ['temporal-index', 'Job'],                   how: 'the index of visibility' },
  { before: 'Install Temporal, wait: server',     now: ['temporal', 'Deployment'],                  how: 'four roles, each a Deployment' },
  { before: 'Create the Temporal namespace',      now: ['temporal-namespaces', 'Job'],              how: 'with `temporal operator`, where the document still says tctl' },
  { before: 'Create the Secret with the URI',     now: ['mongodb-credentials', 'ExternalSecret'],   how: 'before everything that reads it, where the document makes it last' },
  { before: 'Install the services, wait',         now: ['order-service', 'Deployment'],             how: 'each after the stores and Jobs that it needs' },
  { before: 'Check pods, Services, HPA, PDB',     now: ['order-service', 'Ingress'],                how: 'see Verify below; public hosts come last' },
];
