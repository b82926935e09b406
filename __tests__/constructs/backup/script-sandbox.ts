import { join } from 'node:path';
import { Sandbox } from '../sandbox';

const FOLDER = join(__dirname, '../../../lib/constructs/backup');

const sandboxes: Sandbox[] = [];

/** Removes the sandboxes of a test. */
export const removeSandboxes = () => sandboxes.splice(0).forEach((sandbox) => sandbox.remove());

/** Programs that note how they were called, and fail or answer as the sandbox's files say. */
const PROGRAM = (name: string) => `
all="$*" command=${name}; [ ${name} = restic ] && command="restic-$1"
echo "${name} $*" >>"$SANDBOX/calls"
while [ $# -gt 0 ]; do
  case "$1" in --file) echo dumped >"$2" ;; --archive=*) [ -e "$SANDBOX/empty" ] || echo dumped >>"\${1#*=}" ;; esac
  shift
done
[ "$command" = psql ] && cat >>"$SANDBOX/input" </dev/stdin
[ "$command" = psql ] && [[ $all != *select* ]] || [ ! -e "$SANDBOX/answers/$command" ] || cat "$SANDBOX/answers/$command"
[ -e "$SANDBOX/codes/$command" ] && exit "$(cat "$SANDBOX/codes/$command")"
exit 0
`;

/** A sandbox whose programs end with these codes, and otherwise succeed. */
export function sandbox(codes: Readonly<Record<string, number>> = {}): Sandbox {
  const made = new Sandbox();
  sandboxes.push(made);
  const programs = [
    'restic',
    'mongodump',
    'mongorestore',
    'pg_dump',
    'pg_dumpall',
    'pg_restore',
    'psql',
    'createdb',
    'dropdb',
  ];
  programs.forEach((name) => made.stub(name, PROGRAM(name)));
  Object.entries(codes).forEach(([command, code]) => made.write(`codes/${command}`, String(code)));
  made.write('calls', '');
  made.write('input', '');
  made.write('password', "it's \\secret");
  made.write('config/empty', '');
  return made;
}

/** Runs a script of the backup: its exit code and what it said, line by line. */
export function run(made: Sandbox, script: string, env: Readonly<Record<string, string>> = {}) {
  // The images' shells are plain POSIX ones.
  made.write('run.sh', `exec sh '${join(FOLDER, script)}' </dev/null\n`);
  const { code, output } = made.run(made.path('run.sh'), {
    DUMP_FOLDER: made.path('dump'),
    BACKUP_NAME: 'shop',
    CONFIRM: 'shop',
    SNAPSHOT: 'latest',
    DATABASES: 'orders stock',
    HOSTS: 'rs0/a:1,b:1',
    USERNAME: 'backup',
    PASSWORD_FILE: made.path('password'),
    CONFIG_FOLDER: made.path('config'),
    KEEP_WITHIN: '48h',
    KEEP_WITHIN_DAILY: '720h',
    CHECK_SUBSET: '5%',
    LOCK_WAIT: '2m',
    ...env,
  });
  return { code, lines: output.split('\n').flatMap((line) => (line ? [line.replace(/^\S+\.sh: /, '')] : [])) };
}

/** What was called, in order. */
export const calls = (made: Sandbox) =>
  made
    .read('calls')
    .split('\n')
    .filter((line) => line !== '');
