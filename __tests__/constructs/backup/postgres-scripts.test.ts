import { calls, removeSandboxes, run, sandbox } from './script-sandbox';

afterEach(removeSandboxes);

describe('postgres-dump.sh', () => {
  test('dumps every database, reads the list back, then the roles', () => {
    const made = sandbox();
    made.write('answers/pg_restore', '1; 0 1 TABLE DATA public a owner\n2; 0 2 TABLE DATA public b owner\n');
    expect(run(made, 'postgres-dump.sh')).toEqual({
      code: 0,
      lines: ['orders: dumped 7 bytes, 2 tables', 'stock: dumped 7 bytes, 2 tables', 'roles: dumped'],
    });
    expect(calls(made).map((call) => call.split(' ')[0])).toEqual([
      'pg_dump',
      'pg_restore',
      'pg_dump',
      'pg_restore',
      'pg_dumpall',
    ]);
  });

  test('a database without tables is dumped, too', () => {
    expect(run(sandbox(), 'postgres-dump.sh').lines[0]).toBe('orders: dumped 7 bytes, 0 tables');
  });

  test('refuses an empty list of databases', () => {
    expect(run(sandbox(), 'postgres-dump.sh', { DATABASES: '' })).toEqual({
      code: 2,
      lines: ['refused: DATABASES must name at least one database, got none'],
    });
  });

  test.each([
    ['pg_dump', 'orders: not dumped'],
    ['pg_restore', 'orders: the dump cannot be read back'],
    ['pg_dumpall', 'roles: not dumped'],
  ])('a failure of %s is worth another try', (program, line) => {
    const { code, lines } = run(sandbox({ [program]: 2 }), 'postgres-dump.sh');
    expect([code, lines.at(-1)]).toEqual([1, line]);
  });
});

describe('postgres-restore.sh', () => {
  const withDumps = (codes: Readonly<Record<string, number>> = {}, found = '0') => {
    const made = sandbox(codes);
    made.write('dump/orders.dump', 'x');
    made.write(
      'dump/globals.sql',
      "CREATE ROLE clerk;\nALTER ROLE clerk WITH LOGIN PASSWORD 'x';\nALTER ROLE other WITH LOGIN;\n",
    );
    made.write('answers/psql', `${found}\n`);
    return made;
  };
  const one = { DATABASES: 'orders' };

  test('makes missing roles alone, then a new database in one transaction', () => {
    const made = withDumps();
    expect(run(made, 'postgres-restore.sh', one)).toEqual({
      code: 0,
      lines: ['role clerk: made', 'orders_restored: restored, 0 tables'],
    });
    expect(made.read('input')).toBe("CREATE ROLE clerk;\nALTER ROLE clerk WITH LOGIN PASSWORD 'x';\n");
    expect(calls(made).find((call) => call.startsWith('pg_restore --no'))).toContain(
      '--exit-on-error --single-transaction --dbname orders_restored',
    );
    expect(calls(made).filter((call) => call.startsWith('dropdb'))).toEqual([]);
  });

  test('refuses without confirmation, without a dump, and where a restored database is there', () => {
    expect(run(withDumps(), 'postgres-restore.sh', { ...one, CONFIRM: '' })).toEqual({
      code: 2,
      lines: ["refused: CONFIRM must be 'shop', got ''"],
    });
    expect(run(withDumps(), 'postgres-restore.sh')).toEqual({
      code: 2,
      lines: ['refused: the snapshot must hold stock.dump, got none'],
    });
    const taken = withDumps({}, '1');
    expect(run(taken, 'postgres-restore.sh', one)).toEqual({
      code: 2,
      lines: ['refused: orders_restored is there already; drop it, or rename it'],
    });
    expect(calls(taken)).toHaveLength(1);
  });

  test('a server that does not answer is no refusal, though psql ends with 2', () => {
    expect(run(withDumps({ psql: 2 }), 'postgres-restore.sh', one).code).toBe(1);
  });

  test('leaves nothing of a restore that failed', () => {
    const made = withDumps({ pg_restore: 1 });
    const { code, lines } = run(made, 'postgres-restore.sh', one);
    expect([code, lines.at(-1)]).toEqual([1, 'orders: not restored, and nothing of it is left']);
    expect(calls(made).at(-1)).toBe('dropdb --no-password orders_restored');
  });

  test('a restore that misses tables has failed', () => {
    const made = withDumps();
    made.write('answers/pg_restore', '1; 0 1 TABLE DATA public a owner\n');
    const { code, lines } = run(made, 'postgres-restore.sh', one);
    expect([code, lines.at(-1)]).toEqual([1, 'orders_restored: must have 1 tables, got 0']);
  });
});
