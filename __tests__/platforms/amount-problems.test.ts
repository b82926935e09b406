import { environments } from '../../lib/environments';
import { column } from '../../lib/model/environment';
import { platforms } from '../../lib/platforms';
import { findAmountProblems } from '../../lib/platforms/amount-problems';

const most = { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } };
const turned = { requests: most.limits, limits: most.requests };

test('amounts that make sense are no problem, however deep they stand', () => {
  const rows = { kafka: { storage: '20Gi', controllerStorage: '5Gi', resources: most, agent: { resources: most } } };
  expect(findAmountProblems({ ...rows, postgresql: { backup: { dumpSize: '16Gi' } }, nothing: null })).toEqual([]);
});

test.each<[string, object, string[]]>([
  ['a size without a unit', { redis: { storage: '1' } }, ['redis', 'storage']],
  ['a size of another kind of server', { kafka: { controllerStorage: '1' } }, ['kafka', 'controllerStorage']],
  [
    'more asked for than allowed',
    { kafka: { jmxAgent: { resources: turned } } },
    ['kafka', 'jmxAgent', 'resources', 'requests', 'cpu'],
  ],
  [
    'that of one part of a program',
    { keycloak: { buildResources: { ...most, limits: { cpu: '2', memory: '512Mi' } } } },
    ['keycloak', 'buildResources', 'requests', 'memory'],
  ],
  [
    'a dump that is not back in time',
    { postgresql: { backup: { dumpSize: '900Gi' } } },
    ['postgresql', 'backup', 'dumpSize'],
  ],
])('%s is refused, at its row', (_, rows, row) => {
  expect(findAmountProblems(rows)[0]?.row).toEqual(row);
});

/** The rows of a value and of those in it, with every size taken away. */
function broken(value: object): object {
  const entries = Object.entries(value).map(([key, held]: [string, unknown]) => {
    if (/storage$/i.test(key)) return [key, 'none'];
    return [key, typeof held === 'object' && held !== null ? broken(held) : held];
  });
  return Object.fromEntries(entries) as object;
}

const withStores = platforms.filter(({ rows }) => JSON.stringify(rows).includes('torage":'));

test.each(withStores.map((platform) => [platform.name, platform] as const))(
  'no size in the table of %s can be forgotten',
  (_, { rows }) => {
    const wrong = findAmountProblems(broken(column(rows, environments.prod.name)));
    expect(wrong.map(({ row }) => row.join('.'))).toContain('postgresql.storage');
    expect(wrong.every(({ rule }) => rule.startsWith('must be an amount of storage'))).toBe(true);
  },
);
