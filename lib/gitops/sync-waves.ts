import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';

/** Annotation by which Argo CD orders the objects of one Application. */
export const SYNC_WAVE_ANNOTATION = 'argocd.argoproj.io/sync-wave';

/**
 * Order in which Argo CD applies objects, compiled from the constructs' dependencies: an object's wave is one higher than
 * that of everything it depends on, by itself or through a construct that holds it. What depends on nothing is wave 0.
 */
export class SyncWaves {
  private readonly waves = new Map<IConstruct, number>();
  private readonly lastWaves = new Map<IConstruct, number>();
  private readonly open: IConstruct[] = [];

  /** The wave of an object. Throws where dependencies run in a circle, naming the circle. */
  public waveOf(construct: IConstruct): number {
    const known = this.waves.get(construct);
    if (known !== undefined) return known;
    this.refuseCircle(construct);
    this.open.push(construct);
    const { scope } = construct.node;
    const inherited = scope ? this.waveOf(scope) : 0;
    const producers = construct.node.dependencies.map((producer) => this.lastWaveOf(producer) + 1);
    this.open.pop();
    const wave = Math.max(inherited, ...producers);
    this.waves.set(construct, wave);
    return wave;
  }

  /** What an object waits for: all that it, or a construct that holds it, depends on. */
  public static producersOf(construct: IConstruct): IConstruct[] {
    return construct.node.scopes.flatMap(({ node }) => node.dependencies);
  }

  private lastWaveOf(producer: IConstruct): number {
    const known = this.lastWaves.get(producer);
    if (known !== undefined) return known;
    const objects = producer.node.findAll().filter((child) => ApiObject.isApiObject(child));
    const last = Math.max(0, ...objects.map((object) => this.waveOf(object)));
    this.lastWaves.set(producer, last);
    return last;
  }

  private refuseCircle(construct: IConstruct): void {
    const start = this.open.indexOf(construct);
    if (start < 0) return;
    const circle = [...this.open.slice(start), construct].map(({ node }) => node.path);
    throw new Error(`dependencies must not run in a circle, got ${circle.join(' -> ')}`);
  }
}
