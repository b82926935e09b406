import { connectMembers } from '../../constructs/temporal/temporal-members';
import { TEMPORAL_METRICS_PORT, TEMPORAL_PORTS, TemporalRole } from '../../constructs/temporal/temporal-roles';
import { ChartPods } from '../../constructs/workloads/chart-pods';
import { NAME_LABEL } from '../../constructs/workloads/endpoint';
import { defineRelease } from '../chart-release';
import { charts } from '../charts';
import { Context } from './context';
import { TEMPORAL_CHART_SURGE, temporalChartValues } from './temporal-chart-values';
import { TemporalStores } from './temporal-stores';

/** Name of the release; its frontend is a Service of the name that ours has. */
const RELEASE = 'temporal';

/** Defines the servers by the chart, on stores and schemas of ours. */
export function defineTemporalChart(context: Context, stores: TemporalStores) {
  const { component, environment, namespaces, rows } = context;
  const { replicas, resources } = rows.temporal;
  const namespace = namespaces.temporal;
  const scope = component(RELEASE, 'temporal');
  const frontend = `${RELEASE}-frontend`;
  const release = defineRelease(context, scope, {
    chart: charts.temporal,
    release: RELEASE,
    namespace: namespace.name,
    values: temporalChartValues(rows.temporal, stores),
    services: [frontend],
  });
  release.node.addDependency(...stores.after);
  const pods = (role: TemporalRole): ChartPods =>
    new ChartPods(scope, `${RELEASE}-${role}`, {
      namespace,
      component: role,
      replicas,
      surge: TEMPORAL_CHART_SURGE,
      selectedBy: {
        [NAME_LABEL]: charts.temporal.chart,
        'app.kubernetes.io/instance': RELEASE,
        'app.kubernetes.io/component': role,
      },
      containers: [{ resources }],
    });
  const roles: Readonly<Record<TemporalRole, ChartPods>> = {
    frontend: pods('frontend'),
    history: pods('history'),
    matching: pods('matching'),
    worker: pods('worker'),
  };
  connectMembers(roles);
  const workloads = Object.values(roles);
  // The chart's pods wait for their stores in the wave of the release; what is left of a connection are its ends.
  workloads.forEach((workload) => stores.stores.forEach((store) => workload.connectTo({ ...store, after: [] })));
  context.scrape(workloads.map((workload) => ({ workload, port: TEMPORAL_METRICS_PORT })));
  const { grpc } = TEMPORAL_PORTS.frontend;
  return {
    address: `${frontend}.${namespace.name}.svc.${environment.clusterDomain}:${grpc}`,
    server: { ...roles.frontend.endpoint(grpc), after: [release] },
  };
}
