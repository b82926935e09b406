import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { EnvironmentName } from '../lib/model/environment';
import { Any, find } from '../__tests__/dist/read-dist';
import { run } from './harness/command';
import { makeTempFolder, removeFolder } from './harness/machine';

/** Charts of others come from the network. */
const LEFT_OUT = 'argocd/add-ons.yaml';

/** Folder of Applications and projects. */
const DELIVERY = 'argocd';

/**
 * A git repository that holds the bundles of one environment, as the project's own does, but for two things: its URL in
 * Applications and projects is that of its folder, and the Applications of charts are left out.
 */
export class GitRepository {
  private readonly folder = makeTempFolder('git');
  private readonly url = `file://${this.folder}`;
  private readonly source: { readonly repoURL: string; readonly targetRevision: string };

  constructor(private readonly environment: EnvironmentName) {
    this.source = find(environment, 'Application', 'root').spec.source;
  }

  /** Makes it, with one commit. */
  public async init(dist: string): Promise<void> {
    await this.git('init', '--quiet', `--initial-branch=${this.source.targetRevision}`);
    this.put(dist);
    await this.commit();
  }

  /** Puts the bundles of a folder `dist` in place of those that are there. */
  public put(dist: string): void {
    const own = this.pathOf('.');
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own, { recursive: true });
    cpSync(join(dist, this.environment), own, { recursive: true });
    rmSync(this.pathOf(LEFT_OUT));
    for (const file of readdirSync(this.pathOf(DELIVERY))) {
      const text = this.read(join(DELIVERY, file));
      writeFileSync(this.pathOf(join(DELIVERY, file)), text.replaceAll(this.source.repoURL, this.url));
    }
  }

  /** Changes one file by hand. */
  public edit(file: string, change: (text: string) => string): void {
    const text = this.read(file);
    const changed = change(text);
    if (changed === text) throw new Error(`${file} must be changed, got the same text`);
    writeFileSync(this.pathOf(file), changed);
  }

  /** Commits what differs. Returns the newest commit, which is the one of before if nothing does. */
  public async commit(): Promise<string> {
    await this.git('add', '--all');
    const author = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com'];
    if ((await this.git('status', '--porcelain')) !== '')
      await this.git(...author, 'commit', '--quiet', '-m', 'a change');
    return this.head();
  }

  /** Its newest commit. */
  public async head(): Promise<string> {
    return (await this.git('rev-parse', 'HEAD')).trim();
  }

  /** The text of a file below `dist/<environment>`. */
  public read(file: string): string {
    return readFileSync(this.pathOf(file), 'utf8');
  }

  /** Names of the Applications in it. */
  public applications(): string[] {
    const texts = readdirSync(this.pathOf(DELIVERY)).map((file) => this.read(join(DELIVERY, file)));
    const objects = texts.flatMap((text) => loadAll(text, { schema: YAML11_SCHEMA })) as Any[];
    return objects.filter(({ kind }) => kind === 'Application').map(({ metadata }) => metadata.name);
  }

  /** Removes it. */
  public remove(): void {
    removeFolder(this.folder);
  }

  private pathOf(file: string): string {
    return join(this.folder, 'dist', this.environment, file);
  }

  private git(...args: string[]): Promise<string> {
    return run('git', args, { cwd: this.folder });
  }
}
