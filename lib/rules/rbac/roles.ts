import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { aboutRule, grants, nameOf, RoleRule, roleRules } from './role-rules';

const LEAST = 'name what the account needs, and nothing else';

function* judgeEach(index: ObjectIndex, find: (rule: RoleRule) => Iterable<Finding>): Iterable<Finding> {
  for (const rule of index.view(roleRules)) yield* find(rule);
}

/** No role grants what nobody has thought of. */
export const noWildcards: Rule = {
  id: 'rbac/no-wildcards',
  title: 'Roles name groups, resources and verbs',
  severity: 'warning',
  why: 'It grants what does not exist yet: each new resource, and the verbs escalate, bind and impersonate.',
  cure: LEAST,
  sources: ['L27'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    yield* judgeEach(index, function* (rule) {
      for (const field of ['apiGroups', 'resources', 'verbs'] as const) {
        if (!rule[field].includes('*')) continue;
        yield aboutRule(rule, field, `${nameOf(rule)} must name its ${field}, got '*'`);
      }
    });
  },
};

const RBAC = 'rbac.authorization.k8s.io';

/** No role gives itself what it has not got. */
export const noEscalation: Rule = {
  id: 'rbac/no-escalation',
  title: 'No role lets an account give itself more rights',
  severity: 'warning',
  why: 'Whoever may escalate, bind or impersonate may do everything.',
  cure: 'leave roles and bindings to whoever applies the bundle',
  sources: ['L29'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    yield* judgeEach(index, function* (rule) {
      const found =
        ['roles', 'clusterroles'].map((kind) => namedVerb(rule, RBAC, kind, ['bind', 'escalate'])).find(Boolean) ??
        ['users', 'groups', 'serviceaccounts'].map((kind) => namedVerb(rule, '', kind, ['impersonate'])).find(Boolean);
      if (found !== undefined) yield aboutRule(rule, 'verbs', `${nameOf(rule)} must not ${found}, got the verb`);
    });
  },
};

/** Wildcards are found by a rule of their own. */
function namedVerb(rule: RoleRule, group: string, resource: string, verbs: readonly string[]): string | undefined {
  const verb = grants(rule, group, resource, verbs);
  return verb === '*' || rule.resourceNames.length > 0 ? undefined : verb;
}

/** No role reads all secrets. */
export const noSecretReading: Rule = {
  id: 'rbac/no-secret-reading',
  title: 'No role reads Secrets that it does not name',
  severity: 'warning',
  why: 'Whoever gets the token of the account gets every secret of the namespace or of the cluster; list and watch show their contents, too.',
  cure: 'mount the Secret, or name it in resourceNames with the verb get',
  sources: ['L29'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    yield* judgeEach(index, function* (rule) {
      const verb = grants(rule, '', 'secrets', ['get', 'list', 'watch']);
      if (verb === undefined || verb === '*' || rule.resourceNames.length > 0) return;
      if (rule.resources.includes('*')) return;
      yield aboutRule(rule, 'resources', `${nameOf(rule)} must not read all secrets, got ${verb}`);
    });
  },
};

const WAYS_IN: readonly (readonly [string, readonly string[]])[] = [
  ['pods/exec', ['create', 'get']],
  ['pods/attach', ['create', 'get']],
  ['nodes/proxy', ['get', 'create']],
  ['serviceaccounts/token', ['create']],
];

/** No role gets into pods. */
export const noWaysIn: Rule = {
  id: 'rbac/no-ways-in',
  title: 'No role gets into running pods, nodes or other accounts',
  severity: 'warning',
  why: 'With it, an account has what every pod has that it can reach: files, secrets and tokens.',
  cure: LEAST,
  sources: ['L29'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    yield* judgeEach(index, function* (rule) {
      for (const [resource, verbs] of WAYS_IN) {
        if (!rule.resources.includes(resource) || grants(rule, '', resource, verbs) === undefined) continue;
        yield aboutRule(rule, 'resources', `${nameOf(rule)} must not get into pods, got ${resource}`);
      }
    });
  },
};
