import { calls, removeSandboxes, run, sandbox } from './script-sandbox';

afterEach(removeSandboxes);

describe('mongo-dump.sh', () => {
  test('dumps the whole set with the operations of the meantime, and quotes the password for the tools', () => {
    const made = sandbox();
    expect(run(made, 'mongo-dump.sh')).toEqual({ code: 0, lines: ['dumped 7 bytes'] });
    expect(calls(made)[0]).toContain('--host rs0/a:1,b:1 --username backup');
    expect(calls(made)[0]).toContain('--readPreference secondaryPreferred --oplog --archive=');
    expect(calls(made)[0]).not.toContain('secret');
    expect(made.read('config/tools.yaml')).toBe("password: 'it''s \\secret'\n");
  });

  test('an error and an empty archive are worth another try', () => {
    expect(run(sandbox({ mongodump: 2 }), 'mongo-dump.sh')).toEqual({ code: 1, lines: ['not dumped'] });
    const empty = sandbox();
    empty.write('empty', '');
    expect(run(empty, 'mongo-dump.sh')).toEqual({ code: 1, lines: ['not dumped: the archive is empty'] });
  });
});

describe('mongo-restore.sh', () => {
  const withArchive = (codes: Readonly<Record<string, number>> = {}) => {
    const made = sandbox(codes);
    made.write('dump/mongodb.archive', 'x');
    return made;
  };

  test('takes the place of what is there, up to the last operation, on a majority', () => {
    const made = withArchive();
    expect(run(made, 'mongo-restore.sh')).toEqual({ code: 0, lines: ['restored'] });
    expect(calls(made)[0]).toContain('--oplogReplay --drop --stopOnError --writeConcern majority --archive=');
  });

  test('does nothing unless it is confirmed, or without an archive', () => {
    const made = withArchive();
    expect(run(made, 'mongo-restore.sh', { CONFIRM: 'orders' }).lines).toEqual([
      "refused: CONFIRM must be 'shop', got 'orders'",
    ]);
    expect(run(made, 'mongo-restore.sh', { CONFIRM: 'orders' }).code).toBe(2);
    expect(calls(made)).toEqual([]);
    expect(run(sandbox(), 'mongo-restore.sh')).toEqual({
      code: 2,
      lines: ['refused: the snapshot must hold mongodb.archive, got none'],
    });
  });

  test('says that a half restored set is half restored', () => {
    expect(run(withArchive({ mongorestore: 2 }), 'mongo-restore.sh')).toEqual({
      code: 1,
      lines: ['not restored; the set may hold a part of it, so run it again before any client starts'],
    });
  });
});
