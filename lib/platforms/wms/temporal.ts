import { NamespaceRegistrationJob } from '../../constructs/temporal/namespace-registration-job';
import { TemporalCluster } from '../../constructs/temporal/temporal-cluster';
import { TemporalWeb } from '../../constructs/temporal/temporal-web';
import { Endpoint } from '../../constructs/workloads/endpoint';
import { imageReference } from '../../model/image';
import { runsHere } from '../../model/store';
import { priority } from '../cluster-facts';
import { toolProps } from '../context';
import { externalEndpoint } from '../external-endpoint';
import { Context } from './context';
import { defineTemporalChart } from './temporal-chart';
import { defineTemporalStores, temporalTool } from './temporal-stores';

/** Temporal as services see it. */
export interface Temporal {
  /** `host:port` of the frontend. */
  readonly address: string;

  /** Temporal namespace of the services. */
  readonly namespace: string;

  /** The frontend, once the namespace is registered. */
  readonly endpoint: Endpoint;
}

/** The frontend, whoever runs it, before any namespace is registered. */
interface Frontend {
  readonly address: string;
  readonly server: Endpoint;
}

/** Defines Temporal with all that hangs on it, as far as it is ours, and the registered namespaces. */
export function defineTemporal(context: Context): Temporal {
  const { component, namespaces, rows } = context;
  const access = defineFrontend(context);
  const [defaultNamespace = ''] = Object.keys(rows.temporalNamespaces);
  if (runsHere(rows.temporal.provision)) {
    new TemporalWeb(component('temporal-web', 'temporal.ui'), 'temporal-web', {
      ...toolProps(rows.temporal.ui, rows.tools),
      ...access,
      namespace: namespaces.temporal,
      defaultNamespace,
    });
  }
  const registration = new NamespaceRegistrationJob(
    component('temporal-namespaces', 'temporalNamespaces'),
    'temporal-namespaces',
    { ...temporalTool(context), ...access, temporalNamespaces: rows.temporalNamespaces },
  );
  const { address, server } = access;
  return { address, namespace: defaultNamespace, endpoint: { ...server, after: [registration] } };
}

function defineFrontend(context: Context): Frontend {
  const { provision } = context.rows.temporal;
  switch (provision.kind) {
    case 'rendered':
      return defineCluster(context);
    case 'chart':
      return defineTemporalChart(context, defineTemporalStores(context));
    case 'external':
      return { address: `${provision.host}:${provision.port}`, server: externalEndpoint(provision) };
  }
}

/** Defines Temporal's stores, their schemas, and the server. */
function defineCluster(context: Context): Frontend {
  const { component, environment, namespaces, rows } = context;
  const { rollout, replicas, resources, user } = rows.temporal;
  const stores = defineTemporalStores(context);
  const cluster = new TemporalCluster(component('temporal', 'temporal'), 'temporal', {
    ...rollout,
    ...stores,
    namespace: namespaces.temporal,
    image: imageReference(rows.temporal.image),
    replicas,
    resources,
    user,
    numHistoryShards: rows.temporal.numHistoryShards,
    drain: rows.temporal.drain,
    logLevel: rows.temporal.logLevel,
    probes: rows.temporal.probes,
    clusterDomain: environment.clusterDomain,
    priorityClassName: priority.service,
  });
  context.scrape(cluster.metricsTargets);
  return { address: cluster.address, server: cluster.endpoint() };
}
