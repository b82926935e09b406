import { didYouMean } from '../model/closest';
import { tryBytes, tryMillicores } from '../model/quantity';
import { EnvironmentFacts } from '../rules/environment-facts';
import { FieldPath, formatField } from '../rules/rule';
import { isJudged, JUDGED_VERSIONS } from '../rules/schema/kubernetes-versions';
import { ConnectionMap, listConnections, portsIn } from './connection-map';
import { show } from './read-object';

/** Name of the file that makes a folder an environment of its own. */
export const ENVIRONMENT_FILE = 'environment.yaml';

/** What stands in it beside the facts. */
export const ENVIRONMENT_TYPE = { apiVersion: 'platform-manifests/v1', kind: 'Environment' } as const;

/** A field of the file that says something that it may not. */
export interface FactProblem {
  readonly at: FieldPath;
  readonly message: string;
  readonly cure: string;
}

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown, at: FieldPath) => FactProblem[];

/** Whether a document is about an environment, right or wrong. */
export function isEnvironment(value: unknown): value is Fields {
  return (
    isMap(value) &&
    value['kind'] === ENVIRONMENT_TYPE.kind &&
    String(value['apiVersion']).startsWith('platform-manifests/')
  );
}

/** Facts of a document of that type, without those that are wrong. */
export function readFacts(document: Fields): {
  readonly facts: EnvironmentFacts;
  readonly problems: readonly FactProblem[];
} {
  const problems = CHECK(document, []);
  const wrong = new Set(problems.map(({ at }) => at[0]));
  const names = Object.keys(document).filter(
    (name) => name in FIELDS && !(name in ENVIRONMENT_TYPE) && !wrong.has(name),
  );
  const { connections, ...facts } = Object.fromEntries(names.map((name) => [name, document[name]]));
  return {
    facts: {
      ...facts,
      ...(connections !== undefined && { connections: listConnections(connections as ConnectionMap) }),
    },
    problems,
  };
}

const fail = (at: FieldPath, rule: string, value: unknown, cure: string): FactProblem[] => [
  { at, message: `${formatField(at)} must be ${rule}, got ${show(value)}`, cure },
];

const text =
  (pattern: RegExp, rule: string, cure: string): Check =>
  (value, at) =>
    typeof value === 'string' && pattern.test(value) ? [] : fail(at, rule, value, cure);

const count: Check = (value, at) =>
  Number.isInteger(value) && Number(value) > 0 ? [] : fail(at, 'a whole number above 0', value, 'count them');

const cpu: Check = (value, at) =>
  typeof value === 'string' && tryMillicores(value) !== undefined
    ? []
    : fail(at, 'an amount of CPU', value, "write cores or millicores, in quotes: '4', '250m'");

const memory: Check = (value, at) =>
  typeof value === 'string' && tryBytes(value) !== undefined
    ? []
    : fail(at, 'an amount of memory', value, "write it with a binary unit: '16Gi', '512Mi'");

const listOf =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, [...at, index]))
      : fail(at, 'a list', value, 'write one item a line, each after a dash');

const port: Check = (value, at) => {
  const [, first, last] = /^(?:(\d+)(?:-(\d+))?(?:\/(?:TCP|UDP|SCTP))?|\*)$/.exec(String(value)) ?? [undefined, '0'];
  const numbers = [first, last].filter((number) => number !== undefined).map(Number);
  const isPort = numbers.every((number) => number >= 1 && number <= 65_535);
  return isPort
    ? []
    : fail(at, 'a port', value, "write a number, a range or '*', and a protocol that is not TCP: 53/UDP");
};

const ports: Check = (value, at) =>
  typeof value === 'string' || typeof value === 'number'
    ? portsIn(value).flatMap((item) => port(item, at))
    : fail(at, 'ports', value, 'write them behind the server, parted by commas: 8080/TCP, 53/UDP');

/** A map whose keys are names that the file gives. */
const namedBy =
  (name: Check, check: Check): Check =>
  (value, at) =>
    isMap(value)
      ? Object.entries(value).flatMap(([key, item]) => [...name(key, [...at, key]), ...check(item, [...at, key])])
      : fail(at, 'a map', value, 'write clients, below each its servers, and behind each of these its ports');

const mapOf =
  (fields: Readonly<Record<string, Check>>, optional: readonly string[]): Check =>
  (value, at) => {
    if (!isMap(value)) return fail(at, 'a map', value, `write its fields: ${Object.keys(fields).join(', ')}`);
    const unknown = Object.keys(value).filter((name) => !(name in fields));
    const missing = Object.keys(fields).filter((name) => !(name in value) && !optional.includes(name));
    return [
      ...unknown.map((name) => ({
        at: [...at, name],
        message: `${formatField([...at, name])} must be a field that is known, got '${name}'`,
        cure: didYouMean(name, Object.keys(fields)) ?? `there are ${Object.keys(fields).join(', ')}`,
      })),
      ...missing.flatMap((name) => fail([...at, name], 'written', undefined, 'add it')),
      ...Object.entries(fields).flatMap(([name, check]) => (name in value ? check(value[name], [...at, name]) : [])),
    ];
  };

const minor = text(/^1\.\d{1,3}$/, 'a minor version', "write it in quotes: '1.28'");

const version: Check = (value, at) => {
  const problems = minor(value, at);
  if (problems.length > 0 || isJudged(String(value))) return problems;
  const { first, last } = JUDGED_VERSIONS;
  return fail(at, `from ${first} to ${last}`, value, 'name the nearest of these; no other is known here');
};

const peer = text(/^\S/, 'a peer', "write '<namespace>/<workload>' or an address range");

const FIELDS: Readonly<Record<string, Check>> = {
  apiVersion: text(/^platform-manifests\/v1$/, `'${ENVIRONMENT_TYPE.apiVersion}'`, 'this version reads no other'),
  kind: () => [],
  kubernetes: version,
  nodes: mapOf({ count, cpu, memory, reserved: mapOf({ cpu, memory }, []), pods: count, zones: count }, [
    'reserved',
    'pods',
    'zones',
  ]),
  provided: listOf(
    text(/^[A-Z]\w*(?:\.[\w.-]+)? (?:[^\s/]+\/)?[^\s/]+$/, 'an object', "write '<kind> [<namespace>/]<name>'"),
  ),
  connections: namedBy(peer, namedBy(peer, ports)),
};

const CHECK = mapOf(FIELDS, ['kubernetes', 'nodes', 'provided', 'connections']);

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
