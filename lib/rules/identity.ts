import { Finding, identify, Manifest, RenderedObject } from './rendered-object';

/** No object is defined twice: the server would keep one of the two, nobody knows which. Y10, G28. */
export function uniqueObjects(objects: readonly RenderedObject[]): Finding[] {
  const first = new Map<string, RenderedObject>();
  return objects.flatMap((object) => {
    const id = identify(object.manifest);
    const twin = first.get(id);
    if (twin === undefined) first.set(id, object);
    return twin ? [{ object, message: `${id} must be defined once, got it also from ${twin.path}` }] : [];
  });
}

const LABEL = { pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, rule: 'a DNS label (a-z, 0-9, -)' };
const SERVICE = { pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/, rule: 'a DNS label that starts with a letter' };
const SUBDOMAIN = { pattern: /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/, rule: 'a DNS subdomain (a-z, 0-9, -, .)' };

/** Kinds whose names end up in labels or in names of other objects. Sources: Y13, V46. */
const NAME_RULES: Readonly<Record<string, { pattern: RegExp; rule: string; max: number; why?: string }>> = {
  Namespace: { ...LABEL, max: 63 },
  Service: { ...SERVICE, max: 63 },
  StatefulSet: { ...LABEL, max: 52, why: 'the label controller-revision-hash adds 11' },
  CronJob: { ...LABEL, max: 52, why: 'its Jobs add 11' },
  Job: { ...LABEL, max: 63 },
  Deployment: { ...LABEL, max: 47, why: 'its pods add 16 and their host name is a label' },
};

const ANY_NAME = { ...SUBDOMAIN, max: 253 };

/** Names are what their kind allows, with room for what controllers add. */
export function validNames(objects: readonly RenderedObject[]): Finding[] {
  return objects.flatMap((object) => {
    const problem = findNameProblem(object.manifest);
    return problem === undefined ? [] : [{ object, message: problem }];
  });
}

function findNameProblem({ kind, metadata }: Manifest): string | undefined {
  const { pattern, rule, max, why } = { why: undefined, ...(NAME_RULES[kind] ?? ANY_NAME) };
  const { name } = metadata;
  if (!pattern.test(name)) return `name of a ${kind} must be ${rule}, got '${name}'`;
  if (name.length <= max) return undefined;
  const reason = why === undefined ? '' : ` (${why})`;
  return `name of a ${kind} must have at most ${max} characters${reason}, got ${name.length} in '${name}'`;
}
