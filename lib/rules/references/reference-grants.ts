import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { backends } from '../views/backends';
import { attachments, GATEWAY_GROUP, isOfGatewayApi } from '../views/gateways';
import { grouped } from '../views/grouped';
import { makersOf } from '../views/makers';
import { isProvided } from '../views/provided';
import { text, tree, Tree, trees } from '../views/tree';
import { usages } from '../views/usages';

/** What stands in another namespace lets itself be used from there. */
export const referenceGrant: Rule = {
  id: 'references/reference-grant',
  title: 'What a route or a Gateway uses of another namespace is granted there',
  severity: 'error',
  why: 'The Gateway does not use it (RefNotPermitted): the route answers 500, the listener serves no certificate.',
  cure: 'add a ReferenceGrant to the namespace of what is used, or move one of the two',
  sources: ['Gateway API: ReferenceGrant'],
  judge: findForbidden,
};

interface Use {
  readonly subject: RenderedObject;
  readonly at: FieldPath;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** What is not in the bundle may come with its grant. */
function* findForbidden(index: ObjectIndex): Iterable<Finding> {
  for (const use of uses(index)) {
    const { subject, at, kind, namespace, name } = use;
    const own = subject.manifest.metadata.namespace;
    if (own === undefined || namespace === undefined || namespace === own || !isOfGatewayApi(subject)) continue;
    if (makersOf(index, kind, namespace, name).length === 0 || isGranted(index, use, own)) continue;
    if (isProvided(index, { kind: 'ReferenceGrant', namespace, name: '' })) continue;
    const message = `${kind} ${namespace}/${name} must be granted to ${subject.manifest.kind} of namespace ${own}, got no ReferenceGrant`;
    yield { subject, at, message };
  }
}

/** A route within a mesh has a Service for its parent, and needs no grant. */
function* uses(index: ObjectIndex): Iterable<Use> {
  const attached = new Set(index.view(attachments).map(({ route }) => route));
  for (const { subject, at, namespace, service } of index.view(backends)) {
    if (!attached.has(subject)) continue;
    yield { subject, at, kind: 'Service', namespace, name: service };
  }
  for (const usage of index.view(usages)) {
    if (usage.subject.manifest.kind === 'Gateway' && usage.kind === 'Secret') yield usage;
  }
}

/** Grants by their namespace; what is in none may stand in any. */
const grants: View<ReadonlyMap<string | undefined, readonly RenderedObject[]>> = (index) =>
  grouped(index.ofKind('ReferenceGrant').filter(isOfGatewayApi), ({ manifest }) => manifest.metadata.namespace);

function isGranted(index: ObjectIndex, { subject, kind, namespace, name }: Use, own: string): boolean {
  const near = [namespace, undefined].flatMap((place) => index.view(grants).get(place) ?? []);
  return near.some(({ manifest }) => {
    const { from, to } = tree(manifest['spec']);
    return trees(from).some((who) => isFrom(who, subject, own)) && trees(to).some((what) => isTo(what, kind, name));
  });
}

function isFrom({ group, kind, namespace }: Tree, { manifest }: RenderedObject, own: string): boolean {
  return group === GATEWAY_GROUP && kind === manifest.kind && namespace === own;
}

/** Services and Secrets are of the core group. */
function isTo(target: Tree, kind: string, name: string): boolean {
  return (target['group'] ?? '') === '' && target['kind'] === kind && (text(target['name']) ?? name) === name;
}
