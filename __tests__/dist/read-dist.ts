import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { EnvironmentName } from '../../lib/model/environment';

// Objects are read by path in assertions, where a wrong path fails the test.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Any = any;

/** An object of the committed dist, and the file that holds it. */
export interface DistObject {
  readonly file: string;
  readonly object: Any;
}

const root = join(__dirname, '../../dist');
const read = new Map<EnvironmentName, readonly DistObject[]>();

/** Every object of an environment, read as Kubernetes' tools read it. */
export function distOf(environment: EnvironmentName): readonly DistObject[] {
  const known = read.get(environment);
  if (known) return known;
  const entries = readdirSync(join(root, environment), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== 'environment.yaml')
    .map((entry) => join(entry.parentPath, entry.name));
  const objects = files.flatMap((path) =>
    loadAll(readFileSync(path, 'utf8'), { schema: YAML11_SCHEMA }).map((object) => ({
      file: path.slice(root.length + 1),
      object: object as Any,
    })),
  );
  read.set(environment, objects);
  return objects;
}

/** The one object of a kind and name. Throws where there is none or more than one. */
export function find(environment: EnvironmentName, kind: string, name: string | RegExp): Any {
  const matches = (actual: string) => (typeof name === 'string' ? actual === name : name.test(actual));
  const found = distOf(environment).filter(({ object }) => object.kind === kind && matches(object.metadata.name));
  if (found.length !== 1) throw new Error(`${found.length} objects ${kind} ${String(name)} in ${environment}`);
  return found[0]?.object;
}

/** `find` among the objects of one platform: names are there once in a namespace, not once in a cluster. */
export function finderOf(platform: string): typeof find {
  return (environment, kind, name) => {
    const matches = (actual: string) => (typeof name === 'string' ? actual === name : name.test(actual));
    const found = distOf(environment).filter(
      ({ file, object }) =>
        file.startsWith(`${environment}/${platform}/`) && object.kind === kind && matches(object.metadata.name),
    );
    if (found.length !== 1) throw new Error(`${found.length} objects ${kind} ${String(name)} of ${platform} in ${environment}`);
    return found[0]?.object;
  };
}

/** Every object of some kinds. */
export function all(environment: EnvironmentName, ...kinds: string[]): Any[] {
  return distOf(environment)
    .map(({ object }) => object)
    .filter(({ kind }) => kinds.includes(kind));
}

/** The pod templates of an environment, with the object that controls them. */
export function pods(environment: EnvironmentName): { owner: Any; metadata: Any; spec: Any }[] {
  return all(environment, 'Deployment', 'StatefulSet', 'Job', 'CronJob').map((owner) => {
    const { template } = owner.kind === 'CronJob' ? owner.spec.jobTemplate.spec : owner.spec;
    return { owner, ...template };
  });
}
