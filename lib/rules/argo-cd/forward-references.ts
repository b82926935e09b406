import { SYNC_WAVE_ANNOTATION } from '../../gitops/sync-waves';
import { ObjectIndex } from '../object-index';
import { Manifest, RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { Reference, referencesOf, secretOf } from '../views/references';

/** Nothing names what a later wave of its Application makes. */
export const noForwardReferences: Rule = {
  id: 'argo-cd/no-forward-references',
  title: 'Nothing needs what a later sync wave makes',
  severity: 'error',
  why:
    'Argo CD waits for it to become healthy and never gets to the wave that makes what it needs. A Secret comes ' +
    'earlier than its reader, because custom resources, which make Secrets, are applied last within a wave.',
  cure: 'give what is needed an earlier wave; in this project, let its construct depend on the one that makes it',
  sources: ['G01', 'G03', 'G08'],
  judge: findForwardReferences,
};

function* findForwardReferences({ objects }: ObjectIndex): Iterable<Finding> {
  // In one wave pods wait for their Secrets; only who writes waves relies on an order.
  if (!objects.some(({ manifest }) => manifest.metadata.annotations?.[SYNC_WAVE_ANNOTATION] !== undefined)) return;
  const producers = new Map<string, RenderedObject>();
  for (const object of objects) {
    const { namespace } = object.manifest.metadata;
    producers.set(keyOf(object, namespace, object.manifest), object);
    const secret = secretOf(object.manifest);
    if (secret) producers.set(keyOf(object, namespace, { kind: 'Secret', ...secret }), object);
  }
  for (const object of objects) {
    for (const reference of referencesOf(object.manifest)) yield* compareWaves(object, reference, producers);
  }
}

function* compareWaves(
  object: RenderedObject,
  { kind, name, clusterScoped }: Reference,
  producers: ReadonlyMap<string, RenderedObject>,
): Iterable<Finding> {
  const namespace = clusterScoped ? undefined : object.manifest.metadata.namespace;
  const producer = producers.get(keyOf(object, namespace, { kind, metadata: { name } }));
  if (producer === undefined || producer === object) return;
  const [own, theirs] = [waveOf(object.manifest), waveOf(producer.manifest)];
  const isMade = kind === 'Secret' && producer.manifest.kind !== 'Secret';
  if (isMade ? theirs < own : theirs <= own) return;
  const rule = isMade ? 'after' : 'in or after';
  yield {
    subject: object,
    message:
      `${object.manifest.kind} ${object.manifest.metadata.name} must be applied ${rule} the wave of ${kind} ${name}, ` +
      `got wave ${own} and ${theirs} for ${producer.path}`,
  };
}

/** Objects of one Application, by its folder. */
function keyOf(
  { path }: RenderedObject,
  namespace: string | undefined,
  { kind, metadata }: Pick<Manifest, 'kind' | 'metadata'>,
): string {
  return [applicationOf(path), kind, namespace ?? '', metadata.name].join(' ');
}

/** The folder that an Application points at: that of the file, or the platform of a construct. */
function applicationOf(path: string): string {
  return /\.(?:ya?ml|json)$/.test(path) ? path.slice(0, path.lastIndexOf('/') + 1) : (path.split('/', 1)[0] ?? '');
}

function waveOf({ metadata }: Manifest): number {
  return Number(metadata.annotations?.[SYNC_WAVE_ANNOTATION] ?? 0);
}
