import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { run } from './run';

const root = join(__dirname, '../../dist/prod');

/** Our own YAML, small files of it, as something to spoil. */
const real = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .filter((text) => text.length < 6_000)
  .slice(0, 25);

/** Text that means something to somebody. */
const NASTY = [
  '---\n',
  '\n...\n',
  '{{',
  '&a ',
  '*a',
  '<<: *a',
  '!!binary ',
  '!x ',
  '\t',
  '\u0000',
  '\ufeff',
  '[',
  '}',
  ': ',
  '- ',
  '? ',
  '|',
  '>-',
  '\r',
  '~',
  '0x',
  'null',
  '"',
  "'",
  '%YAML 9\n',
  'items:\n- ',
  '__proto__: {}',
  'kind: List\nitems: 3\n',
];

/** A real file with a few pieces taken out, put in twice, or replaced. */
const spoiled = fc
  .tuple(
    fc.constantFrom(...real),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.oneof(fc.constantFrom(...NASTY), fc.string())), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [at, length, piece]) => {
      const start = at % (before.length + 1);
      return before.slice(0, start) + piece + before.slice(start + length);
    }, text),
  );

/** A real file in which values have become values of another kind. */
const reshaped = fc
  .tuple(
    fc.constantFrom(...real),
    fc.nat(200),
    fc.constantFrom('[]', '{}', '3', '~', '[[1]]', '"x"', '{a: {b: [c]}}', 'true', '-1.5'),
  )
  .map(([text, at, value]) => {
    const lines = text.split('\n');
    const keys = lines.flatMap((line, index) => (/^[\s-]*[\w./-]+:/.test(line) ? [index] : []));
    const chosen = keys[at % keys.length] ?? 0;
    const line = lines[chosen] ?? '';
    const indent = line.search(/[^\s-]/);
    const below = lines.slice(chosen + 1).findIndex((next) => next.search(/\S/) <= indent);
    const end = below < 0 ? lines.length : chosen + 1 + below;
    return [...lines.slice(0, chosen), `${line.slice(0, line.indexOf(':'))}: ${value}`, ...lines.slice(end)].join('\n');
  });

const outcomeOf = async (bytes: Buffer) => run('/', ['check', '-', '--no-waivers'], { readInput: () => bytes });

test.each([
  ['any bytes', fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)), 200],
  ['any text', fc.string({ unit: 'binary', maxLength: 500 }).map((text) => Buffer.from(text)), 200],
  [
    'words of YAML',
    fc.array(fc.constantFrom(...NASTY, 'a', 'kind: Pod', '\n', ' ')).map((words) => Buffer.from(words.join(''))),
    500,
  ],
  ['our own YAML, spoiled', spoiled.map((text) => Buffer.from(text)), 100],
  ['our own YAML with values of other kinds', reshaped.map((text) => Buffer.from(text)), 100],
] as const)('%s end a check with 0 or 1, never with a fault of ours', async (_, bytes, numRuns) => {
  await fc.assert(
    fc.asyncProperty(bytes, async (input) => {
      const { code, err } = await outcomeOf(input);
      expect({ err, isFault: code > 1 }).toEqual({ err: '', isFault: false });
    }),
    { numRuns },
  );
});
