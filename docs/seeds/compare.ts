import { tryBytes, tryMillicores } from '../../lib/model/quantity';
import { Manifest } from '../../lib/rules/rendered-object';
import { Documented, Expected, Figure, gone, Place, SeedDocument } from './figure';
import { lookUp } from './look-up';

/** Objects of every environment that the documents know. */
export type Rendered = Readonly<Record<Documented, readonly Manifest[]>>;

/** What stands at a place in one environment. */
export interface Found {
  readonly environment: Documented;

  /** The value as it is shown, or undefined where none stands there. */
  readonly value: string | undefined;

  /** Row of the table that the object comes from, or undefined where there is no object. */
  readonly source: string | undefined;

  /** Whether it is what the place says. */
  readonly holds: boolean;
}

/** Annotation that names the row of an object. */
const SOURCE = 'platform-manifests/source';

/** What stands at a place, in each of its environments. */
export function findAt({ namespace }: SeedDocument, { says }: Figure, place: Place, rendered: Rendered): Found[] {
  return place.environments.map((environment) => {
    const object = objectAt(rendered[environment], namespace, place.object);
    const value = object && lookUp(object, place.path);
    const expected = place.is ?? says;
    return {
      environment,
      value: show(value, expected),
      source: object?.metadata.annotations?.[SOURCE],
      holds: isExpected(value, expected),
    };
  });
}

function objectAt(objects: readonly Manifest[], namespace: string, address: string): Manifest | undefined {
  const [name = '', kind = '', own = namespace] = address.split('/').reverse();
  const isNamed = (actual: string) => (name.endsWith('*') ? actual.startsWith(name.slice(0, -1)) : actual === name);
  const found = objects.filter(
    ({ kind: actual, metadata }) =>
      actual === kind && isNamed(metadata.name) && (metadata.namespace === undefined || metadata.namespace === own),
  );
  if (found.length > 1) throw new Error(`${found.length} objects are ${address}; name one of them`);
  return found[0];
}

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function isExpected(value: unknown, expected: Expected): boolean {
  if (expected === gone || value === undefined) return expected === gone && value === undefined;
  if (expected instanceof RegExp) return expected.test(textOf(value));
  return isSame(textOf(value), String(expected));
}

/** Whether two figures are one: `1000m` is `1`. */
export function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [cpu, memory] = [tryMillicores(one), tryBytes(one)];
  return (cpu !== undefined && cpu === tryMillicores(other)) || (memory !== undefined && memory === tryBytes(other));
}

function show(value: unknown, expected: Expected): string | undefined {
  if (value === undefined) return undefined;
  if (!(expected instanceof RegExp)) return textOf(value);
  const [match, group] = expected.exec(textOf(value)) ?? [];
  return group ?? match;
}
