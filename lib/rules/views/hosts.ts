import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { containers } from './pods';
import { tree } from './tree';

/** A host that a text names, and the port of it. */
export interface Host {
  readonly subject: RenderedObject;
  readonly at: FieldPath;

  /** Namespace that a short name is looked up in. */
  readonly namespace: string | undefined;

  /** Lower case, without a final dot. */
  readonly name: string;

  /** As written, or that of the scheme; undefined where neither is known. */
  readonly port: number | undefined;
}

/** Every host in variables, commands and ConfigMaps, in the order of the objects. */
export const hosts: View<readonly Host[]> = (index) => {
  const texts: (Pick<Host, 'subject' | 'at' | 'namespace'> & { readonly text: string })[] = [];
  for (const { pod, at, container } of index.view(containers)) {
    const { owner: subject, namespace } = pod;
    for (const [i, { value }] of (container.env ?? []).entries()) {
      if (typeof value === 'string') texts.push({ subject, namespace, at: [...at, 'env', i, 'value'], text: value });
    }
    for (const list of ['command', 'args'] as const) {
      for (const [i, text] of (container[list] ?? []).entries()) {
        texts.push({ subject, namespace, at: [...at, list, i], text });
      }
    }
  }
  for (const subject of index.ofKind('ConfigMap')) {
    const { namespace } = subject.manifest.metadata;
    for (const [key, text] of Object.entries(tree(subject.manifest['data']))) {
      if (typeof text === 'string') texts.push({ subject, namespace, at: ['data', key], text });
    }
  }
  return texts.flatMap(({ text, ...place }) => hostsIn(text).map((host) => ({ ...place, ...host })));
};

/** Ports that a client takes where an address says none. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  http: 80,
  ws: 80,
  https: 443,
  wss: 443,
  mongodb: 27017,
  redis: 6379,
  amqp: 5672,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
};

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*\\.?';

/** `scheme://[user@]a[:1],b[:2]`. */
const ADDRESS = new RegExp(
  `([A-Za-z][A-Za-z0-9+_]*)://(?:[^\\s/@"'<>,]*@)?(${NAME}(?::\\d+)?(?:,${NAME}(?::\\d+)?)*)(?![\\w.{$%(*-])`,
  'g',
);

/** `a:1` by itself, and the full name of a Service wherever it stands; not a part of a longer word or of a template. */
const START = '(?<![\\w.$)}%*<>@/:-])';
const PAIR = new RegExp(`${START}(${NAME}):(\\d{2,5})(?![\\w.:-])`, 'g');
const FULL = new RegExp(`${START}((?:[a-z0-9-]+\\.){2,3}svc(?:\\.cluster\\.local)?)\\.?(?![\\w.:-])`, 'g');

/** Hosts of a text, each once. */
export function hostsIn(text: string): Pick<Host, 'name' | 'port'>[] {
  const found = new Map<string, Pick<Host, 'name' | 'port'>>();
  const add = (written: string, port: number | undefined) => {
    const name = written.toLowerCase().replace(/\.$/, '');
    if (/[a-z]/.test(name)) found.set(`${name} ${port ?? ''}`, { name, port });
  };
  for (const line of text.split('\n')) {
    if (!/:\/\/|:\d|\.svc/.test(line) || /^\s*(?:#|\/\/|;|-- )/.test(line)) continue;
    const rest = line.replace(ADDRESS, (_, scheme: string, list: string) => {
      for (const item of list.split(',')) {
        const [name = '', port] = item.split(':');
        add(name, port === undefined ? DEFAULT_PORTS[scheme.toLowerCase()] : Number(port));
      }
      return ' ';
    });
    for (const [, name = '', port] of rest.matchAll(PAIR)) add(name, Number(port));
    for (const [, name = ''] of rest.matchAll(FULL)) add(name, undefined);
  }
  return [...found.values()];
}
