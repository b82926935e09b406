import { join } from 'node:path';
import type { Kubernetes } from './kubernetes';
import { freePort, HOST, makeTempFolder, removeFolder } from './machine';
import { startServer } from './process';

/** An object as the API server has it; tests read what they know to be there. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Live = any;

/** What happened to a watched object. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Live;
}

/** A way to the API server without a process for each request. */
export interface ApiServer {
  /** The objects of a collection, `/api/v1/pods`. */
  list(collection: string): Promise<Live[]>;

  /** Makes an object in a collection. */
  create(collection: string, object: object): Promise<Live>;

  /** Deletes the object of a path. */
  remove(path: string): Promise<void>;

  /** Tells of everything that is in a collection, and of every change from then on, in order. Returns how to end it. */
  watch(collection: string, tell: (change: Change) => void): Promise<() => void>;

  /** Ends the connection, and what watches through it. */
  stop(): Promise<void>;
}

/** Opens a way to the API server, through `kubectl proxy`: it knows how to log in. */
export async function openApiServer({ binFolder, kubeconfig }: Kubernetes): Promise<ApiServer> {
  const folder = makeTempFolder('proxy');
  const port = await freePort();
  const server = await startServer({
    name: 'proxy',
    command: join(binFolder, 'kubectl'),
    args: ['--kubeconfig', kubeconfig, 'proxy', `--port=${port}`],
    folder,
    ready: (log) => log.includes('Starting to serve'),
    readyWithinMs: 60_000,
  });
  const ended = new AbortController();

  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`http://${HOST}:${port}${path}`, { method, headers, signal: ended.signal, ...content });
    if (answer.ok) return answer;
    throw new Error(`${method} ${path} must be taken, got ${answer.status}\n${await answer.text()}`);
  };

  const watch = async (collection: string, tell: (change: Change) => void) => {
    const { metadata, items } = (await (await ask('GET', collection)).json()) as Live;
    for (const object of items) tell({ type: 'ADDED', object });
    const { body } = await ask('GET', `${collection}?watch=true&resourceVersion=${metadata.resourceVersion}`);
    let over = false;
    // Ends with the server at the latest, which breaks the stream off.
    void follow(body, (change) => over || tell(change)).catch(() => undefined);
    return () => {
      over = true;
    };
  };

  return {
    watch,
    list: async (collection) => ((await (await ask('GET', collection)).json()) as Live).items,
    create: async (collection, object) => (await ask('POST', collection, object)).json(),
    remove: async (path) => void (await ask('DELETE', path)),
    stop: async () => {
      ended.abort();
      await server.stop();
      removeFolder(folder);
    },
  };
}

/** Reads a stream of changes, one a line. */
async function follow(body: Response['body'], tell: (change: Change) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) tell(JSON.parse(line) as Change);
  }
}
