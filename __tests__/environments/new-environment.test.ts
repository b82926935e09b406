import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');

/** What the compiler says of a program when some files are read as if they said something else. */
function compile(changes: Readonly<Record<string, (text: string) => string>>, program = 'main.ts'): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const host = ts.createCompilerHost(options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (path, language) => {
    const change = changes[path.slice(root.length + 1)];
    if (!change) return readSource(path, language);
    const original = readFileSync(path, 'utf8');
    const text = change(original);
    if (text === original) throw new Error(`${path} was not changed`);
    return ts.createSourceFile(path, text, language);
  };
  const compiled = ts.createProgram([join(root, program)], options, host);
  return ts.getPreEmitDiagnostics(compiled).map(({ file, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    return `${file?.fileName.slice(root.length + 1) ?? ''}: ${text.split(' but ')[0] ?? ''}`;
  });
}

test('an environment without a column does not compile: the compiler names every table that lacks one', () => {
  const messages = compile({
    'lib/model/environment.ts': (text) => text.replace("'staging', 'prod']", "'staging', 'prod', 'prod-eu']"),
  });
  expect(messages.filter((message) => !message.includes('\'"prod-eu"\''))).toEqual([]);
  const files = new Set(messages.map((message) => message.split(':')[0]));
  expect([...files].sort()).toEqual([
    'lib/environments/index.ts',
    'lib/platforms/delivery/config.ts',
    'lib/platforms/mes/config.ts',
    'lib/platforms/observability/config.ts',
    'lib/platforms/onboarding/config.ts',
    'lib/platforms/order/config.ts',
    'lib/platforms/shared-rows.ts',
    'lib/platforms/wms/config.ts',
  ]);
  expect(messages.length).toBeGreaterThan(30);
}, 60_000);

test('a row that forgets one environment does not compile', () => {
  const messages = compile({
    'lib/platforms/wms/config.ts': (text) =>
      text.replace('staging: between(2, 6), prod: between(3, 10)', 'prod: between(3, 10)'),
  });
  expect(messages).toEqual([
    expect.stringContaining("Property 'staging' is missing in type '{ dev: Scale; prod: Scale; }'"),
  ]);
}, 60_000);

test('an environment can be like one that has every column, and like no other', () => {
  const file = 'lib/model/environment.ts';
  const like = (rows: string) =>
    compile(
      {
        [file]: (text) =>
          text.replace("'staging', 'prod']", "'staging', 'prod', 'eu', 'us']").replace('LIKE = {}', `LIKE = ${rows}`),
      },
      file,
    );
  expect(like("{ eu: 'prod', us: 'prod' }")).toEqual([]);
  expect(like("{ eu: 'prod', us: 'eu' }")).toEqual([expect.stringMatching(/'"eu"' is not assignable to type/)]);
  expect(like("{ eu: 'prod', uss: 'prod' }")).toEqual([expect.stringContaining("'uss' does not exist")]);
}, 60_000);
