import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { filesOf, Setting, variablesOf } from '../views/container-settings';
import { imageOf } from '../views/image';
import { containers, PlacedContainer } from '../views/pods';

/** Brokers of one Kafka cluster, as far as the bundle shows them. */
export interface Brokers {
  readonly owner: RenderedObject;
  readonly count: number;

  /** `min.insync.replicas` and the like, by their names in server.properties. */
  readonly settings: ReadonlyMap<string, Setting>;
}

const IMAGES = /(?:^|\/)(?:kafka|kafka-native|cp-kafka|cp-server)$/;

/** Every set of brokers: a workload that runs a Kafka image with settings of a broker, or a custom resource of Strimzi. */
export const brokers: View<readonly Brokers[]> = (index) => [...workloadBrokers(index), ...strimziBrokers(index)];

function workloadBrokers(index: ObjectIndex): Brokers[] {
  return index.view(containers).flatMap((placed) => {
    const { owner } = placed.pod;
    if (placed.init || !['StatefulSet', 'Deployment'].includes(owner.manifest.kind)) return [];
    if (!IMAGES.test(imageOf(placed.container.image ?? '').repository)) return [];
    const settings = settingsOf(index, placed);
    const roles = settings.get('process.roles')?.value;
    const serves = ['process.roles', 'listeners', 'advertised.listeners', 'zookeeper.connect', 'broker.id'];
    if (!serves.some((name) => settings.has(name)) || (roles !== undefined && !roles.includes('broker'))) return [];
    const { replicas = 1 } = (owner.manifest.spec ?? {}) as { readonly replicas?: number };
    return [{ owner, count: replicas, settings }];
  });
}

/** From files called server.properties, and from variables, which win: `KAFKA_MIN_INSYNC_REPLICAS`. */
function settingsOf(index: ObjectIndex, placed: PlacedContainer): Map<string, Setting> {
  const found = new Map<string, Setting>();
  for (const file of filesOf(index, placed)) {
    if (!file.name.endsWith('server.properties')) continue;
    for (const [, name = '', value = ''] of file.value.matchAll(/^\s*([\w.-]+)\s*[=:]\s*(.*?)\s*$/gm)) {
      found.set(name, { ...file, name, value });
    }
  }
  for (const variable of variablesOf(index, placed)) {
    const [, key] = /^KAFKA_(?:CFG_)?([A-Z0-9_]+)$/.exec(variable.name) ?? [];
    if (key !== undefined) found.set(key.toLowerCase().replace(/_/g, '.'), variable);
  }
  return found;
}

interface StrimziSpec {
  readonly replicas?: number;
  readonly roles?: readonly string[];
  readonly kafka?: { readonly replicas?: number; readonly config?: Readonly<Record<string, unknown>> };
}

/** A Kafka's brokers are its own replicas, or those of its node pools. */
function strimziBrokers(index: ObjectIndex): Brokers[] {
  return index.ofKind('Kafka').flatMap((owner) => {
    const { kafka } = (owner.manifest.spec ?? {}) as StrimziSpec;
    const { name, namespace } = owner.manifest.metadata;
    const pools = index.ofKind('KafkaNodePool').filter(({ manifest: { metadata } }) => {
      return metadata.namespace === namespace && metadata.labels?.['strimzi.io/cluster'] === name;
    });
    const sizes = pools
      .map(({ manifest }) => (manifest.spec ?? {}) as StrimziSpec)
      .filter(({ roles = ['broker'] }) => roles.includes('broker'))
      .map(({ replicas = 1 }) => replicas);
    const count = pools.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : kafka?.replicas;
    if (count === undefined) return [];
    return [{ owner, count, settings: configOf(owner, kafka?.config ?? {}, ['spec', 'kafka', 'config']) }];
  });
}

/** Settings of a map in a custom resource. */
export function configOf(
  subject: RenderedObject,
  config: Readonly<Record<string, unknown>>,
  at: FieldPath,
): Map<string, Setting> {
  return new Map(
    Object.entries(config).map(([name, value]) => [name, { name, value: String(value), subject, at: [...at, name] }]),
  );
}

/** A setting as a whole number, where it is one. */
export function numberOf(setting: Setting | undefined): number | undefined {
  return setting !== undefined && /^-?\d+$/.test(setting.value) ? Number(setting.value) : undefined;
}
