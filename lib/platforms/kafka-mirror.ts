import { KafkaMirror, MirroredCluster } from '../constructs/kafka/kafka-mirror';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { Timings } from '../constructs/pods/probe';
import { ExternalSecret } from '../constructs/secrets/external-secret';
import { Endpoint } from '../constructs/workloads/endpoint';
import { Column } from '../model/environment';
import { imageReference } from '../model/image';
import { MirrorEnd, MirrorRow } from '../model/kafka-mirror';
import { PlatformContext, toolProps } from './context';
import { SuppliedBundle, suppliedBundles } from './secrets';
import { KafkaRow, RolloutRow } from './store-rows';

/** A mirror of a platform's Kafka. */
export interface KafkaMirrorOptions {
  /** Name of its objects. */
  readonly name: string;
  readonly namespace: PlatformNamespace;

  /** Secrets that the people of the other cluster supply: `password` and `authority`. */
  readonly bundle: SuppliedBundle;

  /** The platform's own cluster, once its topics are there. */
  readonly own: { readonly bootstrapServers: string; readonly endpoint: Endpoint };

  /** Rows of that cluster, and of programs in pods of their own. */
  readonly row: Pick<Column<KafkaRow>, 'image' | 'user' | 'heapPercent' | 'scratch' | 'jmxAgent'> & {
    readonly mirror: MirrorRow;
    readonly tools: RolloutRow & { readonly probes: Timings };
  };
}

/** Defines what copies topics between a platform's Kafka and another one, and what it logs in with. */
export function defineKafkaMirror(context: PlatformContext, options: KafkaMirrorOptions): void {
  const { name, namespace, bundle, row } = options;
  const { source, target, resources, ...copying } = row.mirror;
  const scope = context.component(name, 'kafka.mirror');
  const login = `${name}-login`;
  const properties = suppliedBundles[bundle];
  const secret = new ExternalSecret(scope, login, {
    namespace: namespace.name,
    store: context.store,
    bundle,
    properties,
  });
  const mirror = new KafkaMirror(scope, name, {
    ...toolProps({ image: row.image, user: row.user, resources }, row.tools),
    ...copying,
    namespace,
    source: mirroredCluster(source, login, options),
    target: mirroredCluster(target, login, options),
    heapPercent: row.heapPercent,
    scratch: row.scratch,
    metricsAgent: { ...row.jmxAgent, image: imageReference(row.jmxAgent.image) },
  });
  mirror.node.addDependency(secret);
  context.scrape(mirror.metricsTargets);
}

function mirroredCluster(end: MirrorEnd, secret: string, { own }: KafkaMirrorOptions): MirroredCluster {
  const { alias } = end;
  if (end.kind === 'own') return { alias, bootstrapServers: own.bootstrapServers, endpoints: [own.endpoint] };
  const { hosts, port, cidrs, userName } = end;
  return {
    alias,
    bootstrapServers: hosts.map((host) => `${host}:${port}`).join(','),
    endpoints: cidrs.map((cidr) => ({ peer: { cidr }, ports: [{ port }], after: [] })),
    login: { userName, password: { secret, key: 'password' }, authority: { secret, key: 'authority' } },
  };
}
