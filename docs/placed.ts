import { ApiObject } from 'cdk8s';
import { Component } from '../lib/constructs/component';
import { SyncWaves } from '../lib/gitops/sync-waves';
import { EnvironmentName } from '../lib/model/environment';
import { Manifest } from '../lib/rules/rendered-object';
import { renderEnvironment } from '../lib/synth/synthesize';

/** An object in the order of its Application. */
export interface Placed {
  readonly bundle: string;
  readonly component: string;
  readonly wave: number;
  readonly manifest: Manifest;

  /** Components that it waits for, its own left out. */
  readonly after: readonly string[];
}

/** Every object of an environment with its wave, and what it waits for. */
export function place(environment: EnvironmentName): Placed[] {
  const { app, objects } = renderEnvironment(environment);
  const manifests = new Map(objects.map(({ path, manifest }) => [path, manifest]));
  const waves = new SyncWaves();
  return app.node.findAll().flatMap((construct): Placed[] => {
    const manifest = manifests.get(construct.node.path);
    if (!ApiObject.isApiObject(construct) || manifest === undefined) return [];
    const [bundle = '', component = ''] = construct.node.path.split('/');
    const producers = SyncWaves.producersOf(construct).map((producer) => {
      return bundle === 'argocd' ? applicationOf(producer.node.path) : (Component.tryOf(producer)?.node.id ?? '');
    });
    const after = [...new Set(producers)].filter((name) => name !== component && name !== '').sort();
    return [{ bundle, component, wave: waves.waveOf(construct), manifest, after }];
  });
}

/** `argocd/wms/wms/Application` and all below it belong to the Application `wms`. */
function applicationOf(path: string): string {
  return path.split('/')[2] ?? '';
}
