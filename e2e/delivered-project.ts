import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { ProjectCopy } from '../docs/project-copy';
import { Edit } from '../docs/task';
import { Any } from '../__tests__/dist/read-dist';
import { EnvironmentName } from '../lib/model/environment';
import { Delivered } from './delivered';
import { Stoppable } from './harness/for-all-tests';

/** Time that Argo CD has for one commit, in milliseconds: the machine may have more to do. */
export const SETTLE_MS = 420_000;

/** A cluster that runs what the project has committed, and a copy of the project in which the source is edited. */
export class DeliveredProject implements Stoppable {
  private constructor(
    /** The cluster. */
    public readonly cluster: Delivered,
    private readonly project: ProjectCopy,
  ) {}

  /** Starts both, and waits until everything is delivered and every autoscaler has made its fewest pods. */
  public static async start(environment: EnvironmentName): Promise<DeliveredProject> {
    const cluster = await Delivered.start(environment);
    const started = new DeliveredProject(cluster, new ProjectCopy());
    try {
      await cluster.applyRoot();
      await cluster.settle(await cluster.repository.head(), 3 * SETTLE_MS);
      await cluster.waitForAutoscalers();
      return started;
    } catch (error) {
      await started.stop();
      throw error;
    }
  }

  /** Edits the source and renders it by the project's own command; what comes of it is in the repository, not committed. */
  public render(edits: readonly Edit[]): void {
    this.project.edit(edits);
    try {
      this.project.render();
    } finally {
      this.cluster.repository.put(this.project.dist);
    }
  }

  /** Commits what is in the repository, and waits until Argo CD has applied it. */
  public async deliver(): Promise<void> {
    await this.cluster.settle(await this.cluster.repository.commit(), SETTLE_MS);
  }

  /** Undoes every edit of the source. */
  public undo(): void {
    this.project.undo();
    this.cluster.repository.put(this.project.dist);
  }

  /** Objects of a file below `dist/<environment>` of the repository. */
  public objectsIn(file: string): Any[] {
    return loadAll(this.cluster.repository.read(file), { schema: YAML11_SCHEMA });
  }

  /** Ends both. */
  public async stop(): Promise<void> {
    this.project.remove();
    await this.cluster.stop();
  }
}
