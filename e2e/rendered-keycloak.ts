import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Any, finderOf } from '../__tests__/dist/read-dist';
import { run } from './harness/command';
import { copyKeycloak } from './harness/keycloak';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { Postgres, startPostgres } from './harness/postgres';
import { asUser, Server, startServer } from './harness/process';

const find = finderOf('order');
const IMAGE_FOLDER = '/opt/keycloak';
const isRoot = process.getuid?.() === 0;
const USER = isRoot ? 'daemon' : undefined;

/** Secrets by the variables that the manifests name, as the Secret would hold them. */
export const SECRETS: Readonly<Record<string, string>> = {
  KC_DB_PASSWORD: 'unused',
  KC_BOOTSTRAP_ADMIN_PASSWORD: 'AdminPassword123',
  API_GATEWAY_SECRET: 'GatewaySecret123',
  ORDER_COMMAND_SERVICE_SECRET: 'CommandSecret123',
  ORDER_QUERY_SERVICE_SECRET: 'QuerySecret123',
};

/** Keycloak as the manifests of prod start it: their commands, arguments, variables and realm, on a real PostgreSQL. */
export class RenderedKeycloak {
  public static async start(): Promise<RenderedKeycloak> {
    const folder = makeTempFolder('keycloak');
    const postgres = await startPostgres();
    const ports = { http: await freePort(), management: await freePort(), cluster: await freePort() };
    const keycloak = new RenderedKeycloak(folder, postgres, ports);
    try {
      await keycloak.prepare();
      await keycloak.startServer();
    } catch (error) {
      await keycloak.stop();
      throw error;
    }
    return keycloak;
  }

  /** What the manifests say: the pod, and the address that tokens name. */
  public readonly spec: Any = find('prod', 'Deployment', 'keycloak').spec.template.spec;
  private server: Server | undefined;

  private constructor(
    private readonly folder: string,
    private readonly postgres: Postgres,
    private readonly ports: { readonly http: number; readonly management: number; readonly cluster: number },
  ) {}

  /** Answers of the server: status and JSON, or text. */
  public async ask(path: string, options: RequestInit = {}): Promise<{ status: number; body: Any }> {
    const response = await fetch(`http://${HOST}:${this.ports.http}${path}`, options);
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
  }

  /** Status of a path on the port of the management. */
  public async status(path: string): Promise<number> {
    return (await fetch(`http://${HOST}:${this.ports.management}${path}`)).status;
  }

  /** What the server reports to Prometheus. */
  public async metrics(): Promise<string> {
    return (await fetch(`http://${HOST}:${this.ports.management}/metrics`)).text();
  }

  /** What the server wrote since it was started. */
  public log(): string {
    return this.server?.log() ?? '';
  }

  /** Ends the server and starts it anew on the same database. */
  public async restart(): Promise<void> {
    await this.server?.stop();
    await this.startServer();
  }

  public async stop(): Promise<void> {
    await this.server?.stop();
    await this.postgres.stop();
    removeFolder(this.folder);
  }

  /** Files as in the image, whose owner is not the server: it may write where the manifests mount something, only. */
  private async prepare(): Promise<void> {
    await this.postgres.psql('CREATE DATABASE keycloak');
    const home = this.place(IMAGE_FOLDER);
    const program = join(home, 'lib/quarkus');
    await copyKeycloak(home);
    const data = find('prod', 'ConfigMap', 'keycloak-realm').data as Record<string, string>;
    [join(home, 'data/import'), this.place('/prepared'), this.place('/tmp')].forEach((path) => {
      mkdirSync(path, { recursive: true });
    });
    for (const [name, text] of Object.entries(data)) writeFileSync(join(home, 'data/import', name), text);

    const [copy, build] = this.spec.initContainers;
    await run(
      copy.command[0],
      copy.command.slice(1).map((word: string) => this.place(word)),
    );
    rmSync(program, { recursive: true });
    renameSync(this.place('/prepared'), program);
    if (isRoot) await run('chmod', ['a+rX', this.folder]);
    await run('chmod', ['-R', 'a-w', home]);
    for (const path of [program, join(home, 'data'), this.place('/tmp')]) await this.give(path);
    await run('setpriv', [...asUser(USER), '--', this.place(build.command[0]), ...build.command.slice(1)], {
      env: this.env(build),
    });
  }

  private async give(path: string): Promise<void> {
    await run('chmod', ['-R', 'u+w', path]);
    if (!isRoot) return;
    const owner = Number(await run('id', ['-u', USER ?? '']));
    readdirSync(path, { recursive: true, encoding: 'utf8' }).forEach((name) => {
      chownSync(join(path, name), owner, owner);
    });
    chownSync(path, owner, owner);
  }

  private async startServer(): Promise<void> {
    const [container] = this.spec.containers;
    this.server = await startServer({
      name: 'keycloak',
      command: this.place(`${IMAGE_FOLDER}/bin/kc.sh`),
      args: container.args,
      folder: this.folder,
      env: this.env(container),
      readyWithinMs: 300_000,
      stopWithinMs: 30_000,
      ready: async () => {
        const answer = await fetch(
          `http://${HOST}:${this.ports.management}${container.readinessProbe.httpGet.path}`,
        ).catch(() => undefined);
        return answer?.status === 200;
      },
      ...(USER !== undefined && { user: USER }),
    });
  }

  /** Variables of a container, with addresses of this machine and a heap that leaves it room. */
  private env({ env }: Any): Record<string, string> {
    const rendered = env.map(({ name, value }: Any) => [name, value ?? SECRETS[name] ?? HOST]);
    const { host, port, superuser } = this.postgres;
    return {
      ...Object.fromEntries(rendered),
      KC_DB_URL_HOST: host,
      KC_DB_URL_PORT: String(port),
      KC_DB_USERNAME: superuser,
      KC_HTTP_HOST: HOST,
      KC_HTTP_PORT: String(this.ports.http),
      KC_HTTP_MANAGEMENT_PORT: String(this.ports.management),
      KC_CACHE_EMBEDDED_NETWORK_BIND_PORT: String(this.ports.cluster),
      JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx768m',
      HOME: this.place('/tmp'),
      TMPDIR: this.place('/tmp'),
    };
  }

  /** Where a path of the image is on this machine. */
  private place(path: string): string {
    // Not joined: `cp` takes the end `/.` for the content of a folder.
    return path.startsWith('/') ? `${join(this.folder, 'root')}${path}` : path;
  }
}
