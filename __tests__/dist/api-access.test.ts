import { environments } from '../../lib/environments';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any, pods } from './read-dist';

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('a pod has a token exactly where its account has rights, and its policy leads to the API server', () => {
    const { apiServer } = environments[environment];
    const bound = all(environment, 'RoleBinding', 'ClusterRoleBinding').flatMap(({ subjects }) => subjects);
    for (const { owner, metadata: template, spec } of pods(environment)) {
      const { name, namespace } = owner.metadata;
      const rights = bound.some((subject: Any) => subject.name === spec.serviceAccountName && subject.namespace === namespace);
      const label = template.labels['app.kubernetes.io/name'];
      const policy = all(environment, 'NetworkPolicy').find(
        ({ metadata, spec: { podSelector } }) =>
          metadata.namespace === namespace && podSelector.matchLabels?.['app.kubernetes.io/name'] === label,
      );
      const reached = policy.spec.egress.some(
        ({ to, ports }: Any) =>
          apiServer.cidrs.includes(to[0].ipBlock?.cidr) && ports.some(({ port }: Any) => port === apiServer.port),
      );
      expect([name, spec.automountServiceAccountToken, reached]).toEqual([name, rights, rights]);
    }
  });

  test('no pod may read secrets, and none may change anything', () => {
    const accounts = pods(environment).map(({ owner, spec }) => `${owner.metadata.namespace}/${spec.serviceAccountName}`);
    const bound = all(environment, 'RoleBinding', 'ClusterRoleBinding')
      .filter(({ subjects }) => subjects.some((subject: Any) => accounts.includes(`${subject.namespace}/${subject.name}`)))
      .map(({ roleRef }) => `${roleRef.kind}/${roleRef.name}`);
    const roles = all(environment, 'Role', 'ClusterRole').filter(({ kind, metadata }) => bound.includes(`${kind}/${metadata.name}`));
    expect(roles.length).toBeGreaterThan(0);
    for (const { resources, verbs } of roles.flatMap(({ rules }) => rules)) {
      expect(resources).not.toContain('secrets');
      expect(verbs.filter((verb: string) => !['get', 'list', 'watch'].includes(verb))).toEqual([]);
    }
  });
});
