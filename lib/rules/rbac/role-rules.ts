import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding } from '../rule';

/** One entry of a Role or ClusterRole. */
export interface RoleRule {
  readonly subject: RenderedObject;
  readonly at: FieldPath;
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];

  /** Empty: all of them. */
  readonly resourceNames: readonly string[];
}

/** Every entry of every Role and ClusterRole. */
export const roleRules: View<readonly RoleRule[]> = (index) =>
  index.ofKind('Role', 'ClusterRole').flatMap((subject) =>
    ((subject.manifest.rules ?? []) as readonly Partial<RoleRule>[]).map((rule, position) => {
      const { apiGroups = [], resources = [], verbs = [], resourceNames = [] } = rule;
      return { subject, at: ['rules', position], apiGroups, resources, verbs, resourceNames };
    }),
  );

/** Whether a rule lets people do something, by name or by wildcard. */
export function grants(rule: RoleRule, group: string, resource: string, verbs: readonly string[]): string | undefined {
  const [parent = '', child] = resource.split('/');
  const names = child === undefined ? ['*', parent] : ['*', '*/*', `*/${child}`, `${parent}/*`, resource];
  if (!rule.apiGroups.some((name) => name === group || name === '*')) return undefined;
  if (!rule.resources.some((name) => names.includes(name))) return undefined;
  return verbs.find((verb) => rule.verbs.includes(verb)) ?? (rule.verbs.includes('*') ? '*' : undefined);
}

/** A finding about an entry, at the words that matter. */
export function aboutRule({ subject, at }: RoleRule, field: string, message: string): Finding {
  return { subject, at: [...at, field], message };
}

/** `Role 'api'`. */
export function nameOf({ subject }: RoleRule): string {
  return `${subject.manifest.kind} '${subject.manifest.metadata.name}'`;
}
