import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { DEFAULT_NAMESPACE } from './network-policies';
import { containers, PlacedContainer, PodTemplate, Volume } from './pods';

/** A host and a port that stand in a variable, an argument or a file. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** An address in the configuration of pods. */
export interface Address extends HostPort {
  readonly subject: RenderedObject;
  readonly at: FieldPath;

  /** Pods that read it. */
  readonly readers: readonly PodTemplate[];
}

/** Ports of schemes that are written without one. */
const SCHEME_PORTS: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  mongodb: 27017,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  redis: 6379,
  amqp: 5672,
  nats: 4222,
};

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = String.raw`(?:${LABEL}\.)*${LABEL}\.?`;

/** `host:port` that is not a part of a longer word, a path or an image. */
const WITH_PORT = new RegExp(String.raw`(?<![\w.$%-])(?<!(?<!/)/)(${HOST}):(\d{2,5})(?![\w.:-]*\w)`, 'gi');

/** `scheme://host` without a port, in front of it perhaps a user. */
const WITH_SCHEME = new RegExp(String.raw`\b([a-z]+)://(?:[^\s/@"']*@)?(${HOST})(?![\w.:-])`, 'gi');

/** Addresses in a text: URLs, lists of bootstrap servers, JDBC. Lines that are comments are left out. */
export function addressesIn(text: string): HostPort[] {
  const lines = text.includes('\n') ? text.replace(/^\s*(?:#|\/\/|;).*$/gm, '') : text;
  const found = new Map<string, HostPort>();
  const add = (host: string, port: number | undefined) => {
    if (port !== undefined && port > 0 && port < 65_536 && /[a-z]/i.test(host))
      found.set(`${host}:${port}`, { host, port });
  };
  for (const [, host = '', port] of lines.matchAll(WITH_PORT)) add(host, Number(port));
  for (const [, scheme = '', host = ''] of lines.matchAll(WITH_SCHEME)) add(host, SCHEME_PORTS[scheme.toLowerCase()]);
  return [...found.values()];
}

/** Every address that pods read: variables, arguments, ConfigMaps as variables or files. */
export const addresses: View<readonly Address[]> = (index) => [
  ...index.view(containers).flatMap(inContainer),
  ...inConfigMaps(index),
];

function inContainer({ pod, at, container: { env = [], command = [], args = [] } }: PlacedContainer): Address[] {
  const texts = [
    ...env.map(({ value }, position) => ({ text: value, at: [...at, 'env', position, 'value'] })),
    ...command.map((text, position) => ({ text, at: [...at, 'command', position] })),
    ...args.map((text, position) => ({ text, at: [...at, 'args', position] })),
  ];
  return texts.flatMap(({ text, at: place }) =>
    typeof text === 'string'
      ? addressesIn(text).map((address) => ({ ...address, subject: pod.owner, at: place, readers: [pod] }))
      : [],
  );
}

function inConfigMaps(index: ObjectIndex): Address[] {
  const readers = readersOfConfigMaps(index);
  return index.ofKind('ConfigMap').flatMap((subject) => {
    const { metadata } = subject.manifest;
    const all = readers.get(`${metadata.namespace ?? DEFAULT_NAMESPACE}/${metadata.name}`);
    const data = (subject.manifest['data'] ?? {}) as Readonly<Record<string, unknown>>;
    if (all === undefined) return [];
    return Object.entries(data).flatMap(([key, text]) => {
      const own = [
        ...new Set(all.filter((reader) => reader.key === undefined || reader.key === key).map(({ pod }) => pod)),
      ];
      if (typeof text !== 'string' || own.length === 0) return [];
      return addressesIn(text).map((address) => ({ ...address, subject, at: ['data', key], readers: own }));
    });
  });
}

interface Reader {
  readonly pod: PodTemplate;

  /** Undefined: all keys. */
  readonly key: string | undefined;
}

function readersOfConfigMaps(index: ObjectIndex): Map<string, Reader[]> {
  const readers = new Map<string, Reader[]>();
  const add = (pod: PodTemplate, name: string | undefined, key?: string) => {
    if (name === undefined) return;
    const id = `${pod.namespace ?? DEFAULT_NAMESPACE}/${name}`;
    const known = readers.get(id) ?? [];
    known.push({ pod, key });
    readers.set(id, known);
  };
  const pods = new Set<PodTemplate>();
  for (const { pod, container } of index.view(containers)) {
    pods.add(pod);
    container.envFrom?.forEach(({ configMapRef }) => add(pod, configMapRef?.name));
    container.env?.forEach(({ valueFrom }) =>
      add(pod, valueFrom?.configMapKeyRef?.name, valueFrom?.configMapKeyRef?.key),
    );
  }
  for (const pod of pods) pod.spec.volumes?.flatMap(configMapsOf).forEach((name) => add(pod, name));
  return readers;
}

function configMapsOf({ configMap, projected }: Volume): (string | undefined)[] {
  return [configMap?.name, ...(projected?.sources ?? []).map((source) => source.configMap?.name)];
}
