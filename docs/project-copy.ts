import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyProject } from './copy-project';
import { diffFiles, FileDiff } from './file-diff';
import { Edit } from './task';

const root = join(__dirname, '..');

/** A copy of the project in a folder of its own, in which tasks are done and undone. */
export class ProjectCopy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'task-'));
  private readonly project = join(this.folder, 'after');

  /** Folder of what was rendered. */
  public readonly dist = join(this.project, 'dist');

  private readonly touched = new Set<string>();

  constructor() {
    copyProject(this.project);
    cpSync(join(root, 'dist'), join(this.folder, 'before/dist'), { recursive: true });
  }

  /** Edits files. Returns the diff of each. */
  public edit(edits: readonly Edit[]): FileDiff[] {
    const files = [...new Set(edits.map(({ file }) => file))];
    for (const file of files) {
      this.touched.add(file);
      this.keep(file);
    }
    for (const edit of edits) {
      const path = join(this.project, edit.file);
      writeFileSync(path, 'content' in edit ? edit.content : replaceOnce(edit, readFileSync(path, 'utf8')));
    }
    return files.flatMap((file) => diffFiles(this.folder, file));
  }

  /** Renders. Returns the diff of `dist/`. */
  public render(): FileDiff[] {
    const { status, stderr } = spawnSync('node', ['start.cjs'], { cwd: this.project, encoding: 'utf8' });
    if (status !== 0) throw new Error(`node start.cjs: exit code ${String(status)}\n${stderr}`);
    return diffFiles(this.folder, 'dist');
  }

  /** Compiles. Returns what the compiler says; nothing where all is well. */
  public compile(): string {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = { cwd: this.project, encoding: 'utf8', maxBuffer: 16 * 1024 ** 2 } as const;
    return spawnSync('node', [tsc, '--noEmit', '--pretty', 'false'], options).stdout;
  }

  /** Undoes every edit, and what was rendered. */
  public undo(): void {
    for (const file of this.touched) {
      rmSync(join(this.project, file));
      if (existsSync(join(root, file))) cpSync(join(root, file), join(this.project, file));
    }
    this.touched.clear();
    rmSync(join(this.project, 'dist'), { recursive: true });
    cpSync(join(root, 'dist'), join(this.project, 'dist'), { recursive: true });
  }

  /** Removes the copy. */
  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Keeps a file as it is now, for the diff. */
  private keep(file: string): void {
    const kept = join(this.folder, 'before', file);
    rmSync(kept, { force: true });
    if (!existsSync(join(this.project, file))) return;
    mkdirSync(dirname(kept), { recursive: true });
    cpSync(join(this.project, file), kept);
  }
}

function replaceOnce({ file, find, replace }: Extract<Edit, { find: string }>, text: string): string {
  if (text.split(find).length !== 2) throw new Error(`${file} must hold once: ${find}`);
  return text.replace(find, () => replace);
}
