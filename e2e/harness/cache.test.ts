import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, cacheFolder } from './cache';
import { assertTools, run } from './command';
import { forAllTests } from './for-all-tests';
import { makeTempFolder, removeFolder } from './machine';

forAllTests(async () => {
  const before = process.env['XDG_CACHE_HOME'];
  const folder = makeTempFolder('cache');
  process.env['XDG_CACHE_HOME'] = folder;
  const stop = async () => {
    if (before === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = before;
    removeFolder(folder);
  };
  return { stop };
}, 1);

const write = (text: string) => (folder: string) => writeFile(join(folder, 'file'), text);

test('what is built once is not built again, even when asked for twice at a time', async () => {
  const built: string[] = [];
  const build = (text: string) => async (folder: string) => {
    built.push(text);
    await write(text)(folder);
  };
  const folders = await Promise.all(['one', 'other'].map((text) => cached('twice', '1', build(text))));
  expect(new Set(folders)).toEqual(new Set([join(cacheFolder(), 'twice-1')]));
  expect(built).toHaveLength(1);
  expect(await readFile(join(cacheFolder(), 'twice-1/file'), 'utf8')).toBe(built[0]);
  await cached('twice', '1', build('a third'));
  expect(built).toHaveLength(1);
});

test('a build that fails leaves nothing and is tried again', async () => {
  const failing = cached('again', '1', async (folder) => {
    await mkdir(join(folder, 'half'));
    throw new Error('no space left');
  });
  await expect(failing).rejects.toThrow('no space left');
  expect((await readdir(cacheFolder())).filter((file) => file.startsWith('again'))).toEqual([]);
  await cached('again', '1', write('whole'));
  expect(existsSync(join(cacheFolder(), 'again-1/file'))).toBe(true);
});

test('a build whose process died is not waited for', async () => {
  await mkdir(cacheFolder(), { recursive: true });
  await symlink('4194305', join(cacheFolder(), 'dead-1.lock')); // above the highest process id of Linux
  await cached('dead', '1', write('built'));
  expect(await readFile(join(cacheFolder(), 'dead-1/file'), 'utf8')).toBe('built');
});

test('fails for a tool that is missing, with what to install', async () => {
  await expect(assertTools('nothing-of-this-name')).rejects.toThrow(
    'nothing-of-this-name must be on PATH, got none; install it, see e2e/README.md',
  );
  const empty = { env: { PATH: join(cacheFolder(), 'empty') } };
  await expect(run('mvn', [], empty)).rejects.toThrow(
    'mvn must be on PATH, got none; install the Debian package maven, see e2e/README.md',
  );
});

test('fails with the output of a command that fails', async () => {
  await expect(run('sh', ['-c', 'echo no route >&2; exit 4'])).rejects.toThrow(
    "'sh -c echo no route >&2; exit 4' must exit with 0, got 4\nno route",
  );
});
