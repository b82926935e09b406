import { FileDiff } from '../../docs/file-diff';
import { ProjectCopy } from '../../docs/project-copy';
import { addEnvironment } from '../../docs/task-environment';
import { distOf } from '../dist/read-dist';

// The task of docs/tasks.md: an environment prod-us that is like prod, with a scale and an id of its own.

const project = new ProjectCopy();
let dist: readonly FileDiff[] = [];
let errors = '';

beforeAll(() => {
  addEnvironment.steps.forEach(({ edits }) => project.edit(edits));
  errors = project.compile();
  dist = project.render();
}, 120_000);

afterAll(() => {
  project.remove();
});

const contentOf = (file: string): string => dist.find((diff) => diff.file === file)?.hunks.join('\n') ?? '';

test('the project compiles, and every other environment stays as it is', () => {
  expect(errors).toBe('');
  expect(dist.filter(({ file, removed }) => removed > 0 || !file.startsWith('dist/prod-us/'))).toEqual([]);
});

test('it has every file of the environment that it is like', () => {
  const bundles = distOf('prod').map(({ file }) => file.replace(/^prod/, 'dist/prod-us'));
  const files = new Set([...bundles, 'dist/prod-us/environment.yaml']);
  expect(dist.map(({ file }) => file).sort()).toEqual([...files].sort());
});

test('a row without a column of its own is that of the other environment, and a row with one is not', () => {
  expect(contentOf('dist/prod-us/wms/picking-service.yaml')).toMatch(/maxReplicas: 10\n[^]*minReplicas: 3\n/);
  expect(contentOf('dist/prod-us/wms/order-service.yaml')).toMatch(/maxReplicas: 6\n[^]*minReplicas: 2\n/);
});

test('facts and ids are its own', () => {
  expect(contentOf('dist/prod-us/wms/order-service.yaml')).toContain('orders.wms.us.example.com');
  expect(contentOf('dist/prod-us/wms/kafka.yaml')).toContain('d21zLXVzLWthZmthLTAwMQ');
  expect(contentOf('dist/prod-us/wms/mongodb-backup.yaml')).toContain('platform-backups-prod-us');
  const whole = dist.flatMap(({ hunks }) => hunks).join('\n');
  expect(whole).not.toMatch(
    /platform-backups-prod(?!-us)|wms\.example\.com|eu-central-1|d21zLXByb2Qta2Fma2EwMQ|b3JkZXItcHJkLWthZmthMQ|b25ib2FyZGluZy1rLXByZA|bWVzLXByb2Qta2Fma2EwMQ/,
  );
});
