import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTasks } from '../../docs/tasks';
import { tasks } from '../../docs/task-edits';

const page = readFileSync(join(__dirname, '../../docs/tasks.md'), 'utf8');

test('every task, done again, gives the diffs that docs/tasks.md shows', () => {
  expect(renderTasks()).toBe(page);
}, 120_000);

test('every task is shown, each with the diff of its source', () => {
  const sections = page.split(/^## /m).slice(1);
  expect(sections.map((section) => section.split('\n')[0])).toEqual(tasks.map(({ title }) => title));
  sections.forEach((section) => expect(section).toMatch(/```diff\n[^]*^\+/m));
});

test('a number of pods is one line of source and one line of dist', () => {
  const [section] = page.split(/^## /m).slice(1);
  expect(section?.match(/^[+-]/gm)).toHaveLength(4);
});
