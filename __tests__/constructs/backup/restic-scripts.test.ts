import { calls, removeSandboxes, run, sandbox } from './script-sandbox';

afterEach(removeSandboxes);

describe('restic-backup.sh', () => {
  const withDump = (codes: Readonly<Record<string, number>> = {}) => {
    const made = sandbox(codes);
    made.write('dump/orders.dump', 'x');
    return made;
  };

  test('keeps, reads back, then forgets', () => {
    const made = withDump();
    expect(run(made, 'restic-backup.sh')).toEqual({
      code: 0,
      lines: ['the snapshot is there, and what was read back is whole', 'forgot what is older than it must be'],
    });
    expect(calls(made).map((call) => call.split(' ')[1])).toEqual(['cat', 'unlock', 'backup', 'check', 'forget']);
    expect(calls(made)[4]).toContain('--keep-within 48h --keep-within-daily 720h --prune');
  });

  test('makes a repository only where there is none', () => {
    const made = withDump({ 'restic-cat': 10 });
    expect(run(made, 'restic-backup.sh').lines.slice(0, 2)).toEqual([
      'there is no repository yet',
      'made the repository',
    ]);
    const silent = withDump({ 'restic-cat': 1 });
    expect(run(silent, 'restic-backup.sh')).toEqual({
      code: 1,
      lines: ['the repository does not answer: restic said 1'],
    });
    expect(calls(silent)).toHaveLength(1);
  });

  test('refuses a repository with another password', () => {
    expect(run(withDump({ 'restic-cat': 12 }), 'restic-backup.sh')).toEqual({
      code: 2,
      lines: ['refused: the repository has another password; put back the one that it was made with'],
    });
  });

  test('refuses to keep nothing', () => {
    const { code, lines } = run(sandbox(), 'restic-backup.sh');
    expect([code, lines[0]]).toEqual([2, expect.stringMatching(/^refused: .* must hold a dump, got nothing$/)]);
  });

  test('while somebody restores, the run succeeds and the next one forgets', () => {
    const { code, lines } = run(withDump({ 'restic-forget': 11 }), 'restic-backup.sh');
    expect([code, lines[1]]).toEqual([0, 'somebody reads the repository; the next run forgets']);
  });

  test.each<[Readonly<Record<string, number>>, string]>([
    [{ 'restic-cat': 10, 'restic-init': 2 }, 'could not make it: restic said 2'],
    [{ 'restic-unlock': 2 }, 'could not look for old locks: restic said 2'],
    [{ 'restic-backup': 3 }, 'no snapshot: restic said 3'],
    [{ 'restic-check': 1 }, 'the repository is damaged, or could not be read back: restic said 1'],
    [{ 'restic-forget': 2 }, 'could not forget: restic said 2'],
  ])('%j is worth another try', (codes, line) => {
    const { code, lines } = run(withDump(codes), 'restic-backup.sh');
    expect([code, lines.at(-1)]).toEqual([1, line]);
  });
});

describe('restic-restore.sh', () => {
  test('fetches the snapshot that it is told, and compares what it wrote', () => {
    const made = sandbox();
    expect(run(made, 'restic-restore.sh', { SNAPSHOT: '1a2b' })).toEqual({ code: 0, lines: ['fetched snapshot 1a2b'] });
    expect(calls(made)[0]).toMatch(/^restic restore .*--verify .* 1a2b:\/.*\/dump$/);
  });

  test.each(['', 'shop2'])("does nothing when confirmed with '%s'", (CONFIRM) => {
    const made = sandbox();
    expect(run(made, 'restic-restore.sh', { CONFIRM })).toEqual({
      code: 2,
      lines: [`refused: CONFIRM must be 'shop', got '${CONFIRM}'`],
    });
    expect(calls(made)).toEqual([]);
  });

  test.each([
    [10, 2, 'refused: there is no repository'],
    [12, 2, 'refused: the repository has another password'],
    [11, 1, 'could not fetch snapshot latest: restic said 11'],
  ])('restic said %s: ends with %s', (said, code, line) => {
    expect(run(sandbox({ 'restic-restore': said }), 'restic-restore.sh')).toEqual({ code, lines: [line] });
  });
});
