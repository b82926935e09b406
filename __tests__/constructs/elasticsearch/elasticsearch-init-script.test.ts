import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from '../sandbox';

const script = join(__dirname, '../../../lib/constructs/elasticsearch/elasticsearch-init.sh');

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = new Sandbox();
  ['elasticsearch.yml', 'roles.yml', 'users', 'users_roles', 'log4j2.properties'].forEach((file) =>
    sandbox.write(`image/${file}`, `image's ${file}\n`, 0o664),
  );
  sandbox.write('image/jvm.options.d/.keep', '');
  sandbox.write('files/elasticsearch.yml', 'cluster.name: "search"\n', 0o444);
  sandbox.write('files/roles.yml', 'temporal: {}\n', 0o444);
  sandbox.write('files/logging.options', '-Xlog:disable\n', 0o444);
  sandbox.write('files/users', 'elastic superuser\ntemporal temporal,viewer\n', 0o444);
  sandbox.write('passwords/elastic', 'first-secret', 0o440);
  sandbox.write('passwords/temporal', 'second secret$\\\n', 0o440);
  ['config', 'data'].forEach((folder) => mkdirSync(sandbox.path(folder)));
  // As the real tool: asks twice on standard input, and knows the users and roles of the folder that it is told.
  sandbox.stub(
    'elasticsearch-users',
    `[[ $1 == useradd && $3 == -r ]] || exit 64
IFS= read -r first && IFS= read -r second && [[ $first == "$second" ]] || { echo 'ERROR: Password mismatch'; exit 65; }
[[ \${#first} -ge 6 ]] || { echo 'ERROR: Invalid password...passwords must be at least [6] characters long'; exit 65; }
grep -q "^$2:" "$ES_PATH_CONF/users" && { echo "ERROR: User [$2] already exists"; exit 70; }
for role in \${4//,/ }; do
  case $role in superuser | viewer | temporal) ;;
  *) echo "Warning: The following roles [$role] are not in the [$ES_PATH_CONF/roles.yml] file. Make sure" >&2 ;; esac
done
[[ -e $SANDBOX/forgets ]] || echo "$2:hash of $first" >>"$ES_PATH_CONF/users"
echo "$4:$2" >>"$ES_PATH_CONF/users_roles"`,
  );
});

afterEach(() => sandbox.remove());

const run = (pod = 0, nodes = 3) =>
  sandbox.run(script, {
    IMAGE_CONFIG: sandbox.path('image'),
    ES_PATH_CONF: sandbox.path('config'),
    FILES: sandbox.path('files'),
    PASSWORDS: sandbox.path('passwords'),
    POD_NAME: `search-${pod}`,
    INITIAL_MASTER_NODES: Array.from({ length: nodes }, (_, index) => `search-${index}`).join(','),
    FORMED_MARKER: sandbox.path('data/cluster-formed'),
  });

test('fills the folder with the files of the image and ours over them', () => {
  expect(run(1).code).toBe(0);
  expect(sandbox.read('config/log4j2.properties')).toBe("image's log4j2.properties\n");
  expect(sandbox.read('config/elasticsearch.yml')).toBe('cluster.name: "search"\n');
  expect(sandbox.read('config/roles.yml')).toBe('temporal: {}\n');
  expect(sandbox.read('config/jvm.options.d/logging.options')).toBe('-Xlog:disable\n');
});

test('adds each user with its roles and the password that its Secret holds', () => {
  expect(run().output.split('\n').slice(1)).toEqual([
    'elasticsearch-init.sh: user elastic has the roles superuser',
    'elasticsearch-init.sh: user temporal has the roles temporal,viewer',
    '',
  ]);
  expect(sandbox.read('config/users')).toBe('elastic:hash of first-secret\ntemporal:hash of second secret$\\\n');
  expect(sandbox.read('config/users_roles')).toBe('superuser:elastic\ntemporal,viewer:temporal\n');
});

test('says no password', () => {
  expect(run().output).not.toContain('secret');
});

test('a second run in the same folder gives the same', () => {
  run();
  const files = ['elasticsearch.yml', 'users', 'users_roles', 'jvm.options.d/logging.options'];
  const read = () => files.map((file) => sandbox.read(`config/${file}`));
  const first = read();
  expect(run().code).toBe(0);
  expect(read()).toEqual(first);
});

test('a second run takes over a changed password and forgets a user who is gone', () => {
  run();
  sandbox.write('files/users', 'elastic superuser\n');
  sandbox.write('passwords/elastic', 'changed');
  run();
  expect(sandbox.read('config/users')).toBe('elastic:hash of changed\n');
});

test('its files are for the node alone, and writable where they are copies of read-only ones', () => {
  run();
  for (const file of ['users', 'elasticsearch.yml', 'jvm.options.d/logging.options']) {
    expect(statSync(sandbox.path('config', file)).mode & 0o777).toBe(0o640);
  }
});

test('the first node founds a cluster while it has never been a member of one', () => {
  const { output } = run(0);
  const may = 'may form one with a majority of search-0,search-1,search-2';
  expect(output).toContain(`elasticsearch-init.sh: search-0 knows of no cluster yet and ${may}\n`);
  expect(sandbox.read('config/elasticsearch.yml')).toBe(
    'cluster.name: "search"\ncluster.initial_master_nodes: [search-0,search-1,search-2]\n',
  );
});

test('a first start without a cluster does not count, though it left data', () => {
  sandbox.write('data/_state/node-0.st', '');
  run(0);
  expect(sandbox.read('config/elasticsearch.yml')).toContain('cluster.initial_master_nodes');
});

test('the first node founds no second cluster', () => {
  sandbox.write('data/cluster-formed', '');
  expect(run(0).output).toContain('search-0 belongs to a cluster and forms no other\n');
  expect(sandbox.read('config/elasticsearch.yml')).not.toContain('initial_master_nodes');
});

test.each([1, 2, 10])('node %i only joins, whatever its volume holds', (pod) => {
  expect(run(pod).output).toContain(`search-${pod} joins a cluster and never forms one\n`);
  expect(sandbox.read('config/elasticsearch.yml')).not.toContain('initial_master_nodes');
});

test('a node alone is its own majority', () => {
  run(0, 1);
  expect(sandbox.read('config/elasticsearch.yml')).toContain('cluster.initial_master_nodes: [search-0]\n');
});

test('refuses a user without a password', () => {
  sandbox.write('passwords/elastic', '');
  const { code, output } = run();
  expect(code).toBe(2);
  expect(output).toContain('elasticsearch-init.sh: refused: user elastic has no password in ');
});

test('refuses a role that nobody declared, which the tool would only warn of', () => {
  sandbox.write('files/users', 'elastic superusr\n');
  const { code, output } = run();
  expect(code).toBe(2);
  expect(output).toContain('refused: user elastic: Warning: The following roles [superusr] are not in the [');
});

test('refuses a user who is not there after being added', () => {
  sandbox.write('forgets', '');
  const { code, output } = run();
  expect(code).toBe(2);
  expect(output).toContain('refused: user elastic is not in ');
});

test('fails with the words of the tool', () => {
  sandbox.write('passwords/elastic', 'short');
  const { code, output } = run();
  expect(code).toBe(1);
  expect(output).toContain('user elastic was not added: ERROR: Invalid password...passwords must be at least [6]');
});

test('fails without the files that it is to copy', () => {
  sandbox.remove();
  sandbox.write('config/.keep', '');
  expect(run().code).not.toBe(0);
});
