import { RenderedObject } from '../../../lib/rules/rendered-object';
import { object } from '../object';
import { deployment, named } from '../pod';

type Fields = Record<string, unknown>;

/** A KafkaTopic of Strimzi. */
export const topic = (name: string, spec: Fields = {}, cluster = 'main', namespace = 'a') =>
  object({
    kind: 'KafkaTopic',
    metadata: { name, namespace, labels: { 'strimzi.io/cluster': cluster } },
    spec,
  });
/** A Deployment with variables. */
export const uses = (env: Record<string, string>, name = 'api', container: Fields = {}) =>
  deployment({}, { env: Object.entries(env).map(([key, value]) => ({ name: key, value })), ...container }, name);
/** A ConfigMap that holds a script. */
export const script = (text: string) => named('ConfigMap', 'init', { data: { 'init.sh': text } });

/** Brokers with settings as variables. */
export function broker(
  replicas: number,
  env: Record<string, string>,
  image = 'confluentinc/cp-kafka:7.6.0',
): RenderedObject {
  const { manifest, path } = uses({ KAFKA_LISTENERS: 'PLAINTEXT://:9092', ...env }, 'kafka', { image });
  return { path, manifest: { ...manifest, kind: 'StatefulSet', spec: { ...(manifest.spec as Fields), replicas } } };
}
