import { ElasticsearchAccess, findAccessProblems } from '../../../lib/constructs/elasticsearch/elasticsearch-access';

const password = { secret: 'elasticsearch', key: 'password' };
const access: ElasticsearchAccess = {
  roles: { 'log.reader-1': { cluster: [], indices: [] } },
  users: { kibana_system: { roles: ['kibana_system', 'log.reader-1'], password } },
};

test('takes names that Elasticsearch itself has', () => {
  expect(findAccessProblems(access)).toEqual([]);
});

test.each<[Partial<ElasticsearchAccess>, string]>([
  [
    { roles: { 'a b': { cluster: [], indices: [] } } },
    "names of roles must have only letters, digits, ., _ and -, got 'a b'",
  ],
  [
    { users: { me: { roles: ['a,b'], password } } },
    "names of roles must have only letters, digits, ., _ and -, got 'a,b'",
  ],
  [
    { users: { '-p': { roles: ['a'], password } } },
    "names of users must have only letters, digits, ., _ and -, got '-p'",
  ], // an option
  [
    { users: { me: { roles: [], password } } },
    'users.me.roles must name at least one role, got none; the user could do nothing',
  ],
])('fails for %j', (overrides, problem) => {
  expect(findAccessProblems({ ...access, ...overrides })).toEqual([problem]);
});
