import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { applications } from '../views/delivery';
import { projects, ProjectSpec } from './projects';

/** Projects name what they admit. */
export const closedProjects: Rule = {
  id: 'argo-cd/closed-projects',
  title: 'A project names what it admits, and no Application is in the project that admits everything',
  severity: 'warning',
  why: 'Whoever may change the source of such an Application may put anything anywhere in the cluster.',
  cure: 'make a project for it that lists its repository, namespaces and kinds',
  sources: ['G20', 'Argo CD: Projects'],
  judge: findOpenProjects,
};

function* findOpenProjects(index: ObjectIndex): Iterable<Finding> {
  for (const { object, project } of index.view(applications)) {
    if (project !== 'default') continue;
    const at = ['spec', 'project'];
    yield {
      subject: object,
      at,
      message: `Application ${object.manifest.metadata.name} must have a project of its own, got '${project}'`,
    };
  }
  for (const [name, subject] of index.view(projects)) {
    const {
      sourceRepos = [],
      destinations = [],
      clusterResourceWhitelist = [],
    } = (subject.manifest['spec'] ?? {}) as ProjectSpec;
    const open: readonly (readonly [readonly boolean[], string, string])[] = [
      [sourceRepos.map((repository) => repository === '*'), 'sourceRepos', 'repositories'],
      [destinations.map(({ namespace }) => namespace === '*'), 'destinations', 'namespaces'],
      [
        clusterResourceWhitelist.map(({ kind }) => kind === '*'),
        'clusterResourceWhitelist',
        'kinds outside of namespaces',
      ],
    ];
    for (const [wild, field, what] of open) {
      const i = wild.indexOf(true);
      if (i < 0) continue;
      yield { subject, at: ['spec', field, i], message: `project ${name} must name its ${what}, got '*'` };
    }
  }
}
