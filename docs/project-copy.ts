import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Task } from './task-edits';

/** How one file differs. */
export interface FileDiff {
  readonly file: string;
  readonly added: number;
  readonly removed: number;

  /** Hunks with one line around each change. */
  readonly hunks: readonly string[];
}

const root = join(__dirname, '..');

/** A copy of the project in a folder of its own, in which tasks are done and undone. */
export class ProjectCopy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'task-'));
  private readonly project = join(this.folder, 'after');

  constructor() {
    for (const name of [
      'package.json',
      'package-lock.json',
      'start.cjs',
      'main.ts',
      'lib',
      'imports',
      'bench',
      'dist',
      'waivers.yaml',
    ]) {
      if (existsSync(join(root, name))) cpSync(join(root, name), join(this.project, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.project, 'node_modules'));
    cpSync(join(root, 'dist'), join(this.folder, 'before/dist'), { recursive: true });
  }

  /** Does a task, renders, and undoes it. Returns the diff of the source and the diff of `dist/`. */
  public perform({ title, edits }: Task): { readonly source: FileDiff[]; readonly dist: FileDiff[] } {
    for (const { file, find, replace } of edits) {
      const path = join(this.project, file);
      const text = readFileSync(path, 'utf8');
      if (text.split(find).length !== 2) throw new Error(`${title}: ${file} must hold once: ${find}`);
      mkdirSync(dirname(join(this.folder, 'before', file)), { recursive: true });
      cpSync(join(root, file), join(this.folder, 'before', file));
      writeFileSync(
        path,
        text.replace(find, () => replace),
      );
    }
    const { status, stderr } = spawnSync('node', ['start.cjs'], { cwd: this.project, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${title}: exit code ${String(status)}\n${stderr}`);
    const files = [...new Set(edits.map(({ file }) => file))];
    const result = { source: files.flatMap((file) => this.diff(file)), dist: this.diff('dist') };
    files.forEach((file) => {
      cpSync(join(root, file), join(this.project, file));
    });
    rmSync(join(this.project, 'dist'), { recursive: true });
    cpSync(join(root, 'dist'), join(this.project, 'dist'), { recursive: true });
    return result;
  }

  /** Removes the copy. */
  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private diff(path: string): FileDiff[] {
    const options = [
      'diff',
      '--no-index',
      '--no-color',
      '--no-ext-diff',
      '--no-renames',
      '--src-prefix=',
      '--dst-prefix=',
    ];
    const { status, stdout, stderr } = spawnSync('git', [...options, '-U1', `before/${path}`, `after/${path}`], {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 ** 2,
    });
    if (status !== 0 && status !== 1) throw new Error(`git diff ended with ${String(status)}: ${stderr}`);
    return stdout
      .split(/^diff --git /m)
      .slice(1)
      .map(readFileDiff);
  }
}

function readFileDiff(text: string): FileDiff {
  const [head = '', ...hunks] = text.split(/^@@ .*\n/m);
  const file = /(?:before|after)\/(\S+)/.exec(head)?.[1] ?? '';
  const lines = hunks.flatMap((hunk) => hunk.split('\n'));
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return { file, added: count('+'), removed: count('-'), hunks: hunks.map((hunk) => hunk.trimEnd()) };
}
