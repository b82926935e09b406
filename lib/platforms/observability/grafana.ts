import { Grafana } from '../../constructs/observability/grafana';
import { LOKI_PORT } from '../../constructs/observability/loki';
import { TEMPO_PORTS } from '../../constructs/observability/tempo';
import { defineBundle, toolProps } from '../context';
import { definePostgres } from '../postgres';
import { SecretBundle } from '../secrets';
import { SignalStores } from './collector';
import { Context } from './context';

const NAME = 'grafana';
const SECRET = `${NAME}-auth`;
const BUNDLE: SecretBundle = 'observability/grafana';

/** Defines what shows everything to people, and the database that it keeps their part in. */
export function defineGrafana(context: Context, { loki, tempo, metrics }: SignalStores): Grafana {
  const { component, namespace, rows, telemetry } = context;
  const { database, maxConnections, probes, scratch } = rows.grafana;
  const postgres = definePostgres(context, {
    namespace,
    name: `${NAME}-postgresql`,
    row: 'postgresql',
    values: rows.postgresql,
    bundle: 'observability/postgresql',
    databases: [database],
    founded: database,
  });
  const scope = component(NAME, 'grafana');
  const secret = defineBundle(scope, SECRET, namespace, BUNDLE, context);
  const grafana = new Grafana(scope, NAME, {
    ...toolProps(rows.grafana, { ...rows.tools, probes }),
    namespace,
    scratch,
    database: {
      address: postgres.address,
      name: database,
      user: postgres.superuser,
      password: postgres.password,
      server: postgres.endpoint(),
      maxConnections,
      availableConnections: postgres.clientConnections,
    },
    adminPassword: { secret: SECRET, key: 'admin-password' },
    secretKey: { secret: SECRET, key: 'secret-key' },
    sources: {
      prometheus: metrics,
      loki: { url: loki.url, server: loki.endpoint(LOKI_PORT) },
      tempo: { url: tempo.url, server: tempo.endpoint(TEMPO_PORTS.http) },
    },
    dashboards: telemetry.dashboards,
  });
  grafana.node.addDependency(secret);
  context.scrape(grafana.metricsTargets);
  return grafana;
}
