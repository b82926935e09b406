import { Manifest, RenderedObject } from '../rules/rendered-object';
import { KindCount } from './report';

/** Groups that the API server has of its own. */
const BUILT_IN =
  /^(?:|apps|autoscaling|batch|policy|extensions|events|(?:admissionregistration|apiextensions|apiregistration|authentication|authorization|certificates|coordination|discovery|events|flowcontrol\.apiserver|internal\.apiserver|networking|node|rbac\.authorization|resource|scheduling|storage|storagemigration)\.k8s\.io)$/;

/**
 * Kinds of custom resources whose definition nobody gave: rules see names, references and metadata of theirs, and no
 * more. Kinds for tools are named as well: they reach no cluster.
 */
export function countUnjudged(
  objects: readonly RenderedObject[],
  schemas: readonly Manifest[],
  forTools: readonly string[],
): KindCount[] {
  const manifests = objects.map(({ manifest }) => manifest);
  const defined = new Set([...schemas, ...manifests].flatMap(definedKind));
  const unknown = manifests.filter(({ apiVersion, kind }) => {
    const group = groupOf(apiVersion);
    return !BUILT_IN.test(group) && !defined.has(`${kind}.${group}`);
  });
  const counts = new Map<string, number>();
  for (const kind of [...unknown.map((manifest) => manifest.kind), ...forTools]) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** `<kind>.<group>` of a CustomResourceDefinition. */
function definedKind({ kind, spec }: Manifest): string[] {
  if (kind !== 'CustomResourceDefinition') return [];
  const { group, names } = (spec ?? {}) as { group?: unknown; names?: { kind?: unknown } };
  return [`${String(names?.kind)}.${String(group)}`];
}
