import { SYNC_WAVE_ANNOTATION } from '../gitops/sync-waves';
import { Finding, Manifest, RenderedObject, Rule } from './rendered-object';
import { Reference, referencesOf, secretOf } from './references';

/**
 * Nothing names what a later wave of its Application makes: Argo CD would wait for it to become healthy, and never get
 * to that wave. A Secret comes earlier than its reader, because Argo CD applies the custom resources that make Secrets
 * last within a wave. G01, G03, G08.
 */
export const noForwardReferences: Rule = (objects) => {
  const producers = new Map<string, RenderedObject>();
  for (const object of objects) {
    producers.set(keyOf(object, object.manifest.metadata.namespace, object.manifest), object);
    const secret = secretOf(object.manifest);
    if (secret) producers.set(keyOf(object, object.manifest.metadata.namespace, { kind: 'Secret', ...secret }), object);
  }
  return objects.flatMap((object) =>
    referencesOf(object.manifest).flatMap((reference) => judge(object, reference, producers)),
  );
};

function judge(
  object: RenderedObject,
  reference: Reference,
  producers: ReadonlyMap<string, RenderedObject>,
): Finding[] {
  const { kind, name, clusterScoped } = reference;
  const namespace = clusterScoped ? undefined : object.manifest.metadata.namespace;
  const producer = producers.get(keyOf(object, namespace, { kind, metadata: { name } }));
  if (producer === undefined || producer === object) return [];
  const [own, theirs] = [waveOf(object.manifest), waveOf(producer.manifest)];
  const early = kind === 'Secret' ? theirs < own : theirs <= own;
  if (early) return [];
  const rule = kind === 'Secret' ? 'after' : 'in or after';
  const message =
    `${object.manifest.kind} ${object.manifest.metadata.name} must be applied ${rule} the wave of ${kind} ${name}, ` +
    `got wave ${own} and ${theirs} for ${producer.path}; let its construct depend on the one that makes it`;
  return [{ object, message }];
}

/** Objects of one Application, by its folder. */
function keyOf(
  { path }: RenderedObject,
  namespace: string | undefined,
  { kind, metadata }: Pick<Manifest, 'kind' | 'metadata'>,
): string {
  return [path.split('/', 1)[0], kind, namespace ?? '', metadata.name].join(' ');
}

function waveOf({ metadata }: Manifest): number {
  return Number(metadata.annotations?.[SYNC_WAVE_ANNOTATION] ?? 0);
}
