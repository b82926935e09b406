import { Environment } from '../../environments/environment';
import { seconds } from '../../model/duration';
import { Column } from '../../model/environment';
import { findMirrorProblems } from '../../model/kafka-mirror';
import { Problem } from '../../model/problem';
import { findResourceProblems, findStorageProblems } from '../../model/resource-problems';
import { maxPods } from '../../model/scale';
import { findConnectionProblems } from '../../model/service-connections';
import { findServiceProblems, Services } from '../../model/service-problems';
import { findProvisionProblems, runsHere } from '../../model/store';
import { findTopicProblems } from '../../model/topic-problems';
import { findLimitProblems } from '../../monitoring/limit-problems';
import { findPrefixProblems } from '../alert-prefix';
import { findDumpProblems } from '../backup-bounds';
import { secretBundles } from '../secrets';
import { brokerFigures, findKafkaProvisionProblems } from '../kafka-problems';
import { observability } from '../observability/config';
import { provisionFacts } from '../provision-facts';
import { MesRows } from './rows';
import { passwordProperty } from './stores';

type Rows = Column<MesRows>;

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Rows, environment: Environment): readonly Problem[] {
  const { nodes } = environment;
  const { topics, kafka } = rows;
  const { prefix, ...alerts } = rows.alerts;
  const services = connected(rows);
  return [
    ...findPrefixProblems(prefix),
    ...findLimitProblems(['alerts'], alerts, observability.prometheus.scrapeInterval),
    ...findServiceProblems(services),
    ...findConnectionProblems(services, topics),
    ...findTopicProblems(topics, brokerFigures(kafka)),
    ...findUnusedTopics(rows),
    ...findDatabaseProblems(rows),
    ...findRouteProblems(rows),
    ...findStoreProblems(rows),
    ...(['postgresql', 'redis'] as const).flatMap((store) =>
      findProvisionProblems([store, 'provision'], rows[store].provision, provisionFacts(environment)),
    ),
    ...findKafkaProvisionProblems(kafka, environment, { logIn: false }),
    ...findRetentionProblems(rows),
    ...findMirrorProblems(['kafka', 'mirror'], kafka.mirror, {
      brokers: brokerFigures(kafka).brokers,
      partitions: Object.fromEntries(Object.entries(topics).map(([name, { partitions }]) => [name, partitions])),
      secretsAreGenerated: provisionFacts(environment).secretsAreGenerated,
    }),
    ...findHostProblems(rows, nodes.count),
  ];
}

/** The services in the words of those of other platforms: each of them connects to Kafka. */
function connected({ services }: Rows): Services {
  return Object.fromEntries(
    Object.entries(services).map(([name, row]) => {
      const { port, version, scale, resources, publishes, consumes, calls, reaches, terminationGrace, scaleDown } = row;
      const runs = { port, version, scale, resources, terminationGrace, scaleDown };
      return [name, { ...runs, publishes, consumes, calls, reaches, uses: ['kafka'] }];
    }),
  );
}

function findUnusedTopics({ services, topics }: Rows): Problem[] {
  const published = new Set(Object.values(services).flatMap(({ publishes }) => publishes));
  return Object.keys(topics)
    .filter((topic) => !published.has(topic))
    .map((topic) => {
      const cure = 'add it to a publishes row, or remove it';
      return { row: ['topics', topic], rule: 'must be published by some service', got: 'no publisher', cure };
    });
}

/** Connections that the server keeps for itself: superusers, the exporter, a backup. */
const RESERVED_CONNECTIONS = 10;

function findDatabaseProblems({ services, databasePool, postgresql }: Rows): Problem[] {
  const entries = Object.entries(services);
  const names = entries.map(([, { database }]) => database);
  const problems = entries.flatMap(([name, { database }], index): Problem[] => {
    const row = ['services', name, 'database'];
    if (!/^[a-z_][a-z0-9_]{0,62}$/.test(database)) {
      return [{ row, rule: 'must be named with lower case, digits and underscores', got: database }];
    }
    if (names.indexOf(database) < index) return [{ row, rule: 'must be of one service alone', got: database }];
    const property = passwordProperty(name);
    const known: readonly string[] = secretBundles['mes/postgresql'];
    const cure = "add the property to the bundle 'mes/postgresql'";
    return known.includes(property) ? [] : [{ row, rule: 'must have a password in the store', got: property, cure }];
  });
  // While a version changes, one pod more of each service runs.
  const pods = entries.reduce((sum, [, { scale }]) => sum + maxPods(scale) + 1, 0);
  const needed = pods * databasePool + RESERVED_CONNECTIONS;
  if (needed > postgresql.maxConnections) {
    const rule = `must be at least ${needed}, for ${databasePool} connections of each of ${pods} pods`;
    problems.push({ row: ['postgresql', 'maxConnections'], rule, got: postgresql.maxConnections });
  }
  return problems;
}

function findRouteProblems({ services, gateway }: Rows): Problem[] {
  const paths = Object.values(services).map(({ route }) => route.path);
  const problems = Object.entries(services).flatMap(([name, { route }], index): Problem[] => {
    const row = ['services', name, 'route', 'path'];
    if (!/^(\/[a-z0-9-]+)+$/.test(route.path)) {
      return [{ row, rule: 'must be lower case, with a slash before each part and none at its end', got: route.path }];
    }
    const taken = paths.findIndex((path, at) => at !== index && `${route.path}/`.startsWith(`${path}/`));
    if (taken < 0) return [];
    return [{ row, rule: 'must not begin with the path of another service', got: route.path }];
  });
  const { signedBy } = gateway.tokens;
  if (signedBy in services) return problems;
  return [
    ...problems,
    { row: ['gateway', 'tokens', 'signedBy'], rule: 'must name a service of this platform', got: signedBy },
  ];
}

function findStoreProblems(rows: Rows): Problem[] {
  const stores = ['kafka', 'postgresql', 'redis', 'elasticsearch'] as const;
  const tools = ['gateway', 'kafkaUi', 'kibana'] as const;
  const servers = ['jaeger', 'logstash'] as const;
  return [
    ...[...stores, ...servers].flatMap((store) => findStorageProblems([store, 'storage'], rows[store].storage)),
    ...[...stores, ...servers, ...tools].flatMap((name) =>
      findResourceProblems([name, 'resources'], rows[name].resources),
    ),
    ...stores.flatMap((name) => findResourceProblems([name, 'exporter', 'resources'], rows[name].exporter.resources)),
    ...findDumpProblems(['postgresql', 'backup', 'dumpSize'], rows.postgresql.backup.dumpSize),
    ...findStorageProblems(['kafka', 'controllerStorage'], rows.kafka.controllerStorage),
    ...findResourceProblems(['kafka', 'controllerResources'], rows.kafka.controllerResources),
    ...findResourceProblems(['jobs', 'resources'], rows.jobs.resources),
  ];
}

const DAY = 86_400;

function findRetentionProblems({ logs }: Rows): Problem[] {
  return Object.entries(logs)
    .filter(([, { retention }]) => seconds(retention) < DAY || seconds(retention) % DAY !== 0)
    .map(([kind, { retention }]) => {
      const cure = 'an index holds a day, and is deleted as a whole';
      return { row: ['logs', kind, 'retention'], rule: 'must be whole days', got: retention, cure };
    });
}

/** Servers that vote or hold replicas run on hosts of their own, so there must be as many. */
function findHostProblems({ kafka, elasticsearch }: Rows, hosts: number): Problem[] {
  const counts: readonly (readonly [row: readonly string[], servers: number])[] = [
    [['kafka', 'brokers'], runsHere(kafka.provision) ? kafka.brokers : 0],
    [['kafka', 'controllers'], runsHere(kafka.provision) ? kafka.controllers : 0],
    [['elasticsearch', 'nodes'], elasticsearch.nodes],
  ];
  return counts
    .filter(([, servers]) => servers > hosts)
    .map(([row, servers]) => {
      const cure = 'each runs on a host of its own; add hosts to the environment or lower it';
      return { row, rule: `must be at most the ${hosts} nodes of the cluster`, got: servers, cure };
    });
}
