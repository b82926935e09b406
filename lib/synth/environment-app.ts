import { ApiObject, App } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Component, SOURCE_ANNOTATION } from '../constructs/component';
import { SYNC_WAVE_ANNOTATION, SyncWaves } from '../gitops/sync-waves';
import { Manifest, RenderedObject } from '../rules/rendered-object';
import { Fault } from './fault';
import { RenderedFile, renderFile } from './render-file';
import { writeFiles } from './write-files';

/**
 * The app of one environment.
 *
 * Stock `App.synth` resolves and validates the whole app again for each chart; this one visits each construct once, so
 * its time grows with the number of objects and not with its square. Dependencies become sync waves, never file names.
 */
export class EnvironmentApp extends App {
  constructor(outdir: string) {
    super({ outdir, recordConstructMetadata: false });
  }

  /** What constructs say is wrong with them: all of them, or those under one. */
  public findProblems(scope: IConstruct = this): Fault[] {
    return scope.node.findAll().flatMap((construct) => {
      const source = Component.tryOf(construct)?.source;
      const { path } = construct.node;
      return construct.node.validate().map((message) => ({ path, message, ...(source !== undefined && { source }) }));
    });
  }

  /** Every object with its sync wave and the row it comes from, in the order of definition: a component at a time. */
  public *renderObjects(scope: IConstruct = this): Generator<RenderedObject> {
    const waves = new SyncWaves();
    for (const object of scope.node.findAll()) {
      if (!(object instanceof ApiObject)) continue;
      const source = Component.tryOf(object)?.source;
      const wave = waves.waveOf(object);
      const manifest = object.toJson() as Manifest;
      annotate(manifest, SOURCE_ANNOTATION, source);
      annotate(manifest, SYNC_WAVE_ANNOTATION, wave === 0 ? undefined : String(wave));
      yield { path: object.node.path, manifest, ...(source !== undefined && { source }) };
    }
  }

  /** Renders every component into its file, `<platform>/<component>.yaml`, and forgets its objects. */
  public renderFiles(objects: Iterable<RenderedObject> = this.renderObjects()): RenderedFile[] {
    const files: RenderedFile[] = [];
    let path = '';
    let members: RenderedObject[] = [];
    const close = () => {
      if (members.length > 0) files.push({ path, content: renderFile(members) });
      members = [];
    };
    for (const object of objects) {
      const file = `${object.path.split('/', 2).join('/')}.yaml`;
      if (file !== path) close();
      path = file;
      members.push(object);
    }
    close();
    return files;
  }

  /** Renders and writes this environment without judging it; `synthesize` does both, over all environments. */
  public override synth(): void {
    writeFiles(this.outdir, this.renderFiles(), () => true);
  }
}

/** A manifest that was just rendered, and that nobody else holds yet. */
interface Fresh {
  readonly metadata: { annotations?: Record<string, string> };
}

function annotate({ metadata }: Fresh, name: string, value: string | undefined): void {
  if (value !== undefined) (metadata.annotations ??= {})[name] = value;
}
