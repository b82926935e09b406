import { didYouMean } from '../../model/closest';
import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { retirementOf } from './api-history';
import { minorOf } from './kubernetes-versions';
import { SchemaTable } from './schema';
import { schemas } from './schemas';

/** No object uses an API that the cluster has given up. */
export const removedApi: Rule = {
  id: 'schema/removed-api',
  title: 'Every API is still served by the cluster',
  severity: 'error',
  why: 'The server refuses the object: no kind matches.',
  cure: 'write what came in its place',
  sources: ['Y20'],
  shapeless: true,
  judge: findRemoved,
};

/** No object uses an API that goes away. */
export const deprecatedApi: Rule = {
  id: 'schema/deprecated-api',
  title: 'No API is used that goes away',
  severity: 'warning',
  why: 'A later version of the cluster refuses the object.',
  cure: 'write what came in its place',
  sources: ['Y20'],
  shapeless: true,
  judge: findDeprecated,
};

/** Kinds of built-in groups exist. */
export const unknownKind: Rule = {
  id: 'schema/unknown-kind',
  title: 'A kind of a built-in group exists in it',
  severity: 'error',
  why: 'The server refuses the object: no kind matches.',
  cure: 'look up its apiVersion and kind in the API reference',
  sources: ['Y20'],
  shapeless: true,
  judge: findUnknown,
};

function* findRemoved(index: ObjectIndex): Iterable<Finding> {
  const target = targetOf(index);
  for (const { subject, apiVersion, kind, retired } of retiredIn(index)) {
    if (retired.removed === undefined || target < retired.removed) continue;
    const message = `${kind} must be of an API that Kubernetes 1.${target} serves, got ${apiVersion}, removed in 1.${retired.removed}`;
    yield { subject, at: ['apiVersion'], message, cure: `use ${retired.instead}` };
  }
}

function* findDeprecated(index: ObjectIndex): Iterable<Finding> {
  const target = targetOf(index);
  for (const { subject, apiVersion, kind, retired } of retiredIn(index)) {
    const { deprecated, removed } = retired;
    if (target < deprecated || (removed !== undefined && target >= removed)) continue;
    const end = removed === undefined ? '' : ` and removed in 1.${removed}`;
    const message = `${kind} should be of an API that stays, got ${apiVersion}, deprecated since 1.${deprecated}${end}`;
    yield { subject, at: ['apiVersion'], message, cure: `use ${retired.instead}` };
  }
}

function* retiredIn({ objects }: ObjectIndex) {
  for (const subject of objects) {
    const { apiVersion, kind } = subject.manifest;
    const retired = retirementOf(apiVersion, kind);
    if (retired) yield { subject, apiVersion, kind, retired };
  }
}

function targetOf(index: ObjectIndex): number {
  const { tables } = index.view(schemas);
  return minorOf(index.facts.kubernetes ?? tables[0]?.version ?? '');
}

function* findUnknown(index: ObjectIndex): Iterable<Finding> {
  const { tables, custom } = index.view(schemas);
  const groups = new Set(
    tables.flatMap((table) => Object.keys(table.kinds).map((id) => groupOf(id.split(' ')[0] ?? ''))),
  );
  for (const subject of index.objects) {
    const { apiVersion, kind } = subject.manifest;
    const id = `${apiVersion} ${kind}`;
    if (custom(id) !== undefined) continue;
    if (!groups.has(groupOf(apiVersion)) && !isCore(apiVersion)) continue;
    if (tables.some(({ kinds }) => Object.hasOwn(kinds, id)) || retirementOf(apiVersion, kind)) continue;
    const message = `a kind must exist in Kubernetes ${index.facts.kubernetes ?? tables[0]?.version}, got ${apiVersion} ${kind}`;
    const meant = meantBy(kind, tables);
    yield { subject, at: ['kind'], message, ...(meant !== undefined && { cure: meant }) };
  }
}

/** Groups without a dot are Kubernetes' own: nobody can define a custom resource in one. */
function isCore(apiVersion: string): boolean {
  return !groupOf(apiVersion).includes('.');
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** The same kind under another apiVersion, or a kind of nearly that name. */
function meantBy(kind: string, tables: readonly SchemaTable[]): string | undefined {
  const ids = [...new Set(tables.flatMap(({ kinds }) => Object.keys(kinds)))];
  const sameKind = ids.filter((id) => id.endsWith(` ${kind}`)).map((id) => id.split(' ')[0] ?? '');
  const stable = sameKind.find((candidate) => /(^|\/)v\d+$/.test(candidate)) ?? sameKind[0];
  if (stable !== undefined) return `${kind} is of ${stable}`;
  const kinds = ids.map((id) => id.split(' ')[1] ?? '');
  const wrongCase = kinds.find((candidate) => candidate.toLowerCase() === kind.toLowerCase());
  return wrongCase === undefined ? didYouMean(kind, kinds) : `did you mean '${wrongCase}'?`;
}
