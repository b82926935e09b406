import { groupOf } from '../../lib/model/api-version';

test.each([
  ['apps/v1', 'apps'],
  ['external-secrets.io/v1', 'external-secrets.io'],
  ['v1', ''],
])('the group of %s is %j', (apiVersion, group) => {
  expect(groupOf(apiVersion)).toBe(group);
});
