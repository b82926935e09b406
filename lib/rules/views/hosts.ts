/** A host that a text names, and the port of it. */
export interface Host {
  /** Lower case, without a final dot. */
  readonly name: string;

  /** As written, or that of the scheme; undefined where neither is known. */
  readonly port: number | undefined;
}

/** Ports that a client takes where an address says none. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  http: 80,
  ws: 80,
  https: 443,
  wss: 443,
  mongodb: 27017,
  redis: 6379,
  amqp: 5672,
  nats: 4222,
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

/** Hosts of a text, each once. Lines that are comments are left out. */
export function hostsIn(text: string): Host[] {
  // Most texts have neither: a look at them is all that they cost.
  if (!text.includes(':') && !text.includes('.svc')) return [];
  const found = new Map<string, Host>();
  const add = (written: string, port: number | undefined) => {
    const name = written.toLowerCase().replace(/\.$/, '');
    if (/[a-z]/.test(name)) found.set(`${name} ${port ?? ''}`, { name, port });
  };
  for (const line of text.split('\n')) {
    if (/^\s*(?:#|\/\/|;|--\s)/.test(line)) continue;
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
