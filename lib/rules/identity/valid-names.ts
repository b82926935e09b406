import { ObjectIndex } from '../object-index';
import { Manifest } from '../rendered-object';
import { Finding, Rule } from '../rule';

/** Names are what their kind allows, with room for what controllers add. */
export const validNames: Rule = {
  id: 'identity/valid-names',
  title: 'A name is what its kind allows, with room for what controllers add',
  severity: 'error',
  why: 'The server refuses the object, or takes it and its controller can make no pods from it.',
  cure: 'choose a name that keeps the rule',
  sources: ['Y13', 'V46'],
  judge: findWrongNames,
};

const LABEL = { pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, rule: 'a DNS label (a-z, 0-9, -)' };
const SERVICE = { pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/, rule: 'a DNS label that starts with a letter' };
const SUBDOMAIN = { pattern: /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/, rule: 'a DNS subdomain (a-z, 0-9, -, .)' };
const SEGMENT = { pattern: /^(?!\.\.?$)[^/%]+$/, rule: 'one segment of a path' };

/** Kinds whose names end up in labels or in names of other objects, and those that may be called almost anything. */
const NAME_RULES: Readonly<Record<string, { pattern: RegExp; rule: string; max: number; why?: string }>> = {
  Namespace: { ...LABEL, max: 63 },
  Service: { ...SERVICE, max: 63 },
  StatefulSet: { ...LABEL, max: 52, why: 'the label controller-revision-hash adds 11' },
  CronJob: { ...LABEL, max: 52, why: 'its Jobs add 11' },
  Job: { ...LABEL, max: 63 },
  Role: { ...SEGMENT, max: 253 },
  RoleBinding: { ...SEGMENT, max: 253 },
  ClusterRole: { ...SEGMENT, max: 253 },
  ClusterRoleBinding: { ...SEGMENT, max: 253 },
};

const ANY_NAME = { ...SUBDOMAIN, max: 253 };

function* findWrongNames({ objects }: ObjectIndex): Iterable<Finding> {
  for (const subject of objects) {
    const message = findNameProblem(subject.manifest);
    if (message !== undefined) yield { subject, at: ['metadata', 'name'], message };
  }
}

function findNameProblem({ kind, metadata }: Manifest): string | undefined {
  const { pattern, rule, max, why } = { why: undefined, ...(NAME_RULES[kind] ?? ANY_NAME) };
  const name = metadata.name as string | undefined;
  // The server makes one from generateName.
  if (name === undefined) return undefined;
  if (!pattern.test(name)) return `name of a ${kind} must be ${rule}, got '${name}'`;
  if (name.length <= max) return undefined;
  const reason = why === undefined ? '' : ` (${why})`;
  return `name of a ${kind} must have at most ${max} characters${reason}, got ${name.length} in '${name}'`;
}
