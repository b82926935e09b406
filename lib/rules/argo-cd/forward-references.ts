import { SYNC_WAVE_ANNOTATION } from '../../gitops/sync-waves';
import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { backends } from '../views/backends';
import { folderOf } from '../views/delivery';
import { Maker, makersOf } from '../views/makers';
import { Usage, usages } from '../views/usages';

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

/** A field that names what must be there before its object is healthy. */
type Need = Pick<Usage, 'subject' | 'at' | 'kind' | 'namespace' | 'name'>;

function* findForwardReferences(index: ObjectIndex): Iterable<Finding> {
  // In one wave pods wait for their Secrets; only who writes waves relies on an order.
  if (!index.objects.some(({ manifest }) => manifest.metadata.annotations?.[SYNC_WAVE_ANNOTATION] !== undefined))
    return;
  const said = new Map<RenderedObject, Set<string>>();
  for (const need of needs(index)) {
    const names = said.get(need.subject) ?? new Set();
    said.set(need.subject, names);
    const name = `${need.kind} ${need.name}`;
    const maker = names.has(name) ? undefined : firstMaker(index, need);
    names.add(name);
    if (maker !== undefined && waveAfter(maker) > waveOf(need.subject)) yield describe(need, maker);
  }
}

function* needs(index: ObjectIndex): Iterable<Need> {
  for (const usage of index.view(usages)) if (!usage.optional && !usage.mayComeLater) yield usage;
  for (const { service, ...backend } of index.view(backends)) yield { ...backend, kind: 'Service', name: service };
}

/** What makes it first, of the same Application. */
function firstMaker(index: ObjectIndex, { subject, kind, namespace, name }: Need): Maker | undefined {
  const application = folderOf(subject.path);
  const found = makersOf(index, kind, namespace, name).filter(({ object }) => folderOf(object.path) === application);
  if (found.some(({ object }) => object === subject)) return undefined;
  return found.reduce<Maker | undefined>(
    (first, maker) => (first === undefined || waveAfter(maker) < waveAfter(first) ? maker : first),
    undefined,
  );
}

function describe({ subject, at, kind, name }: Need, maker: Maker): Finding {
  const rule = isMade(maker) ? 'after' : 'in or after';
  return {
    subject,
    at,
    message:
      `${subject.manifest.kind} ${subject.manifest.metadata.name} must be applied ${rule} the wave of ${kind} ${name}, ` +
      `got wave ${waveOf(subject)} and ${waveOf(maker.object)} for ${maker.object.path}`,
  };
}

/** The first wave in which something is there that a maker is or makes. */
function waveAfter(maker: Maker): number {
  return waveOf(maker.object) + (isMade(maker) ? 1 : 0);
}

/** Whether it is made by a controller some time after its object. */
function isMade({ kind, object }: Maker): boolean {
  return kind !== object.manifest.kind;
}

function waveOf({ manifest }: RenderedObject): number {
  return Number(manifest.metadata.annotations?.[SYNC_WAVE_ANNOTATION] ?? 0);
}
