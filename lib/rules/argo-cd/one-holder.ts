import { ObjectIndex } from '../object-index';
import { identify, RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { Held, heldObjects } from '../views/delivery';

/** No two Applications hold one object. */
export const oneHolder: Rule = {
  id: 'argo-cd/one-holder',
  title: 'An object is held by one Application',
  severity: 'error',
  why:
    'Each claims it from the other: one is OutOfSync whenever the other was synced (SharedResourceWarning), with ' +
    'FailOnSharedResource its sync fails, and whoever deletes one of them deletes the objects of both.',
  cure: 'let one of them name another folder, or leave files of the other out with directory.exclude',
  sources: ['G28', 'Argo CD: FailOnSharedResource', 'Argo CD: issues 2600, 8811'],
  judge: findShared,
};

interface Shared {
  readonly first: Held;
  readonly second: Held;
  readonly objects: RenderedObject[];
}

/** One finding for two Applications: they rarely share a single object. */
function* findShared(index: ObjectIndex): Iterable<Finding> {
  const holders = new Map<RenderedObject, Map<string, Held>>();
  const pairs = new Map<Held, Map<Held, Shared>>();
  for (const held of index.view(heldObjects)) {
    for (const object of held.objects) {
      const known = holders.get(object) ?? new Map<string, Held>();
      holders.set(object, known);
      const place = placeOf(held, object);
      const first = known.get(place);
      if (first === undefined) known.set(place, held);
      else if (first.application !== held.application) pairOf(pairs, first, held).objects.push(object);
    }
  }
  for (const seconds of pairs.values()) for (const shared of seconds.values()) yield describe(shared);
}

function pairOf(pairs: Map<Held, Map<Held, Shared>>, first: Held, second: Held): Shared {
  const seconds = pairs.get(first) ?? new Map<Held, Shared>();
  pairs.set(first, seconds);
  const shared = seconds.get(second) ?? { first, second, objects: [] };
  seconds.set(second, shared);
  return shared;
}

/** Where an Application puts an object: in a cluster, and in a namespace where the object names none. */
function placeOf({ application, source }: Held, { manifest }: RenderedObject): string {
  const { server, name, namespace } = application.destination;
  const own = manifest.metadata.namespace ?? namespace;
  return JSON.stringify([server ?? null, name ?? null, own ?? null, (source.repoURL ?? '').replace(/\.git$/, '')]);
}

function describe({ first, second, objects: [object, ...others] }: Shared): Finding {
  const { application, source } = second;
  const what = object === undefined ? '' : identify(object.manifest);
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return {
    subject: application.object,
    at: [...source.at, 'path'],
    message:
      `objects of Application ${application.object.manifest.metadata.name} must be held by it alone, ` +
      `got ${what}${more} in Application ${first.application.object.manifest.metadata.name} as well`,
  };
}
