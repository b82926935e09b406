import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GENERATED_MARK } from '../../lib/synth/render-file';
import { writeFiles } from '../../lib/synth/write-files';

const all = () => true;
const file = (path: string, text: string) => ({ path, content: `${GENERATED_MARK} from x; do not edit.\n${text}\n` });

/** A folder `dist` with some files, in a folder of its own. */
function folder(...files: { path: string; content: string }[]): string {
  const dist = join(mkdtempSync(join(tmpdir(), 'write-')), 'dist');
  for (const { path, content } of files) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), content);
  }
  return dist;
}

/** Every file below a folder with its content. */
function read(dist: string): Record<string, string> {
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(dist.length + 1), readFileSync(path, 'utf8')]));
}

test('a file that did not change is not touched', () => {
  const dist = folder(file('a.yaml', '1'), file('b.yaml', '1'));
  const before = statSync(join(dist, 'a.yaml'));
  const { written } = writeFiles(dist, [file('a.yaml', '1'), file('b.yaml', '2')], all);
  expect(written.map(({ path }) => path)).toEqual(['b.yaml']);
  expect(statSync(join(dist, 'a.yaml'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test('a file of ours that nothing makes any more is removed, with the folder it leaves empty', () => {
  const dist = folder(file('prod/wms/old.yaml', '1'), file('prod/new.yaml', '1'));
  expect(writeFiles(dist, [file('prod/new.yaml', '1')], all).removed).toEqual(['prod/wms/old.yaml']);
  expect(readdirSync(join(dist, 'prod'))).toEqual(['new.yaml']);
});

test('a file that somebody else put there is left alone and named', () => {
  const dist = folder({ path: 'notes.md', content: 'mine\n' });
  expect(writeFiles(dist, [file('a.yaml', '1')], all).strangers).toEqual(['notes.md']);
  expect(read(dist)['notes.md']).toBe('mine\n');
});

test('what is not owned by this run is neither removed nor named', () => {
  const dist = folder(file('dev/a.yaml', '1'), file('prod/a.yaml', '1'));
  const changes = writeFiles(dist, [file('prod/b.yaml', '1')], (path) => path.startsWith('prod/'));
  expect(changes).toMatchObject({ removed: ['prod/a.yaml'], strangers: [] });
  expect(Object.keys(read(dist))).toEqual(['dev/a.yaml', 'prod/b.yaml']);
});

test('a failure half-way leaves everything as it was', () => {
  const dist = folder(file('a.yaml', '1'), file('gone.yaml', '1'), file('z/z.yaml', '1'));
  const before = read(dist);
  // A folder stands where the last file should go: its rename fails after the others were put in place.
  mkdirSync(join(dist, 'x.yaml/inside'), { recursive: true });
  const files = [file('a.yaml', '2'), file('new/n.yaml', '2'), file('x.yaml', '2')];
  expect(() => writeFiles(dist, files, all)).toThrow('x.yaml');
  expect(read(dist)).toEqual(before);
  expect(readdirSync(dist).sort()).toEqual(['a.yaml', 'gone.yaml', 'x.yaml', 'z']);
  expect(readdirSync(dirname(dist))).toEqual(['dist']);
});
