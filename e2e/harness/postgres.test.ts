import { forAllTests } from './for-all-tests';
import { startPostgres } from './postgres';

const postgres = forAllTests(() => startPostgres({ settings: { max_connections: '20' } }), 5);

test('answers a query', async () => {
  expect(await postgres().psql('select 1')).toBe('1\n');
});

test('runs with the given settings', async () => {
  expect(await postgres().psql('show max_connections')).toBe('20\n');
});

test('fails at the first error of several statements', async () => {
  await expect(postgres().psql('select * from nowhere; create table t ();')).rejects.toThrow(
    '"nowhere" does not exist',
  );
  expect(await postgres().psql("select to_regclass('t') is null")).toBe('t\n');
});
