import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { all } from './read-dist';

const root = join(__dirname, '../..');

test.each(ENVIRONMENTS)('the facts of %s stand where no Application loads them', (environment) => {
  expect(existsSync(join(root, `dist/${environment}/environment.yaml`))).toBe(true);
  const loaded = all(environment, 'Application').flatMap(({ spec }) => spec.source?.path ?? []);
  expect(loaded.length).toBeGreaterThan(2);
  expect(loaded.filter((path) => !/^dist\/[a-z]+\/[a-z]+$/.test(path))).toEqual([]);
});
