import { Environment } from '../../environments/environment';
import { seconds } from '../../model/duration';
import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findConnectionProblems } from '../../model/service-connections';
import { findServiceProblems, Services } from '../../model/service-problems';
import { findAlertProblems } from '../alert-problems';
import { findAmountProblems } from '../amount-problems';
import { findHostProblems } from '../host-problems';
import { findKafkaProblems } from '../kafka-problems';
import { findPoolProblems } from '../pool-problems';
import { secretBundles } from '../secrets';
import { findProvisionProblemsOf } from '../store-provisions';
import { MesRows } from './rows';
import { passwordProperty } from './stores';

type Rows = Column<MesRows>;

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Rows, environment: Environment): readonly Problem[] {
  const { services: own, ...others } = rows;
  const { databasePool, elasticsearch, postgresql, redis } = rows;
  const services = connected(own);
  const pools = Object.values(services).map(({ scale }) => ({ row: ['databasePool'], size: databasePool, scale }));
  return [
    ...findAlertProblems(rows.alerts),
    ...findServiceProblems(services),
    ...findConnectionProblems(services, rows.topics),
    ...findUnusedTopics(rows),
    ...findDatabaseProblems(rows),
    ...findPoolProblems('postgresql', postgresql.maxConnections, pools),
    ...findRouteProblems(rows),
    ...findRetentionProblems(rows),
    ...findKafkaProblems(rows, environment),
    ...findProvisionProblemsOf({ postgresql, redis }, environment),
    ...findHostProblems({ 'elasticsearch.nodes': elasticsearch.nodes }, environment.nodes.count),
    ...findAmountProblems(others),
  ];
}

/** The services in the words of those of other platforms: each of them connects to Kafka. */
function connected(services: Rows['services']): Services {
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

function findDatabaseProblems({ services }: Rows): Problem[] {
  const entries = Object.entries(services);
  const names = entries.map(([, { database }]) => database);
  return entries.flatMap(([name, { database }], index): Problem[] => {
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

const DAY = 86_400;

function findRetentionProblems({ logs }: Rows): Problem[] {
  return Object.entries(logs)
    .filter(([, { retention }]) => seconds(retention) < DAY || seconds(retention) % DAY !== 0)
    .map(([kind, { retention }]) => {
      const cure = 'an index holds a day, and is deleted as a whole';
      return { row: ['logs', kind, 'retention'], rule: 'must be whole days', got: retention, cure };
    });
}
