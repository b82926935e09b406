import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { configMap, folderOf, namesOf, problemsOf, readFolder, readOne } from './folder';

test('folders are read with all folders below, in the order of their names', () => {
  const bundle = readOne({
    'b.yaml': configMap('b'),
    'a/z.yml': configMap('z'),
    'a/y.json': '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"y"}}',
  });
  expect(namesOf(bundle)).toEqual(['a/y.json y', 'a/z.yml z', 'b.yaml b']);
  expect(problemsOf(bundle)).toEqual([]);
});

test('other files, hidden ones and node_modules are passed over', () => {
  const bundle = readOne({
    'a.yaml': configMap('a'),
    'b.txt': 'x: [',
    '.git/c.yaml': 'x: [',
    'node_modules/d/e.yaml': 'x: [',
  });
  expect(namesOf(bundle)).toEqual(['a.yaml a']);
  expect(problemsOf(bundle)).toEqual([]);
});

test('a file that is named is read whatever its name is', () => {
  const folder = folderOf({ 'rendered.txt': configMap('a') });
  expect(readFolder(folder, { paths: ['rendered.txt'] }).map(namesOf)).toEqual([['rendered.txt a']]);
});

test('a file that is given twice is read once', () => {
  const folder = folderOf({ 'a/b.yaml': configMap('a') });
  expect(readFolder(folder, { paths: ['a', './a/b.yaml', 'a/../a'] }).map(namesOf)).toEqual([['a/b.yaml a']]);
});

test('a minus is standard input', () => {
  const readInput = () => Buffer.from(configMap('piped'));
  expect(readFolder('/', { paths: ['-'], readInput }).map(namesOf)).toEqual([['<stdin> piped']]);
});

test('paths that are not there, and folders that hold nothing to read, are told', () => {
  const folder = folderOf({ 'a.yaml': configMap('a') });
  mkdirSync(join(folder, 'empty'));
  const problems = readFolder(folder, { paths: ['a.yaml', 'gone.yaml', 'empty'] }).flatMap(problemsOf);
  expect(problems).toEqual([
    'gone.yaml reading/missing: a path must exist, got nothing there',
    'empty reading/missing: a folder must hold files named .yaml, .yml or .json, got none',
  ]);
});

test('links are not followed, and told; one that is named is', () => {
  const folder = folderOf({ 'a.yaml': configMap('a'), 'notes.txt': 'x' });
  symlinkSync(folder, join(folder, 'circle'));
  symlinkSync('gone', join(folder, 'nowhere.yaml'));
  symlinkSync('notes.txt', join(folder, 'notes'));
  symlinkSync('a.yaml', join(folder, 'named'));
  const message = 'reading/symbolic-link: a path must not be a symbolic link, got one that was not followed';
  expect(readFolder(folder).flatMap(problemsOf)).toEqual([`circle ${message}`, `nowhere.yaml ${message}`]);
  expect(readFolder(folder, { paths: ['named'] }).map(namesOf)).toEqual([['named a']]);
});

test('a device is not read', () => {
  expect(readFolder('/', { paths: ['/dev/zero'] }).flatMap(problemsOf)).toEqual([
    '/dev/zero reading/unreadable: a path must lead to a file or a folder, got something else',
  ]);
});

test('a path through a file is told', () => {
  const folder = folderOf({ 'a.yaml': configMap('a') });
  expect(readFolder(folder, { paths: ['a.yaml/b'] }).flatMap(problemsOf)).toEqual([
    'a.yaml/b reading/unreadable: a file must be readable, got ENOTDIR',
  ]);
});
