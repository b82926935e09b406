import { FileDiff } from './file-diff';
import { Page } from './page';
import { ProjectCopy } from './project-copy';
import { Step, Task } from './task';
import { tasks } from './task-edits';

/** Lines of a diff of `dist/` that are shown whole; a longer one is a list of files and its first change. */
const WHOLE = 40;

/** Errors of the compiler that are shown. */
const ERRORS = 3;

/** What common changes look like, each made in a copy of the project. */
export const tasksPage: Page = { file: 'tasks.md', render: renderTasks, isTested: true };

/** The text of docs/tasks.md. */
export function renderTasks(): string {
  const project = new ProjectCopy();
  try {
    return [
      `# Tasks

What a change looks like, in the source and in \`dist/\`. Each was made in a copy of this project by \`npm run docs\`: edit, run
\`npm run synth\`, read \`git diff\`. A test makes them again.`,
      ...tasks.map((task) => renderTask(task, project)),
    ]
      .join('\n\n')
      .concat('\n');
  } finally {
    project.remove();
  }
}

function renderTask({ title, steps }: Task, project: ProjectCopy): string {
  const rendered = steps.map((step) => renderStep(step, project));
  project.undo();
  return [`## ${title}`, ...rendered].join('\n\n');
}

function renderStep({ text, edits, shows }: Step, project: ProjectCopy): string {
  const source = project.edit(edits).map(renderFile);
  const result = shows === 'dist' ? renderDist(project.render()) : renderErrors(project.compile());
  return [text, ...source, result].join('\n\n');
}

/** How many errors there are in which file, and the first of them with the compiler's reasons. */
function renderErrors(text: string): string {
  const errors = text.trimEnd().split(/\n(?! )/);
  const files = errors.map((error) => error.slice(0, error.indexOf('(')));
  const list = [...new Set(files)].map((file) => `- \`${file}\` ${files.filter((each) => each === file).length}`);
  const head = `The compiler: ${errors.length} errors in ${list.length} files${errors.length > ERRORS ? ', first' : ''}:`;
  return [head, `\`\`\`text\n${errors.slice(0, ERRORS).join('\n')}\n\`\`\``, list.join('\n')].join('\n\n');
}

function renderDist(files: readonly FileDiff[]): string {
  const sum = (read: (diff: FileDiff) => number) => files.reduce((total, diff) => total + read(diff), 0);
  const added = sum((diff) => diff.added);
  const removed = sum((diff) => diff.removed);
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  const head = `In \`dist/\`: ${count}, +${added} −${removed}.`;
  if (added + removed <= WHOLE) return [head, ...files.map(renderFile)].join('\n\n');
  const list = files.map((diff) => `- \`${diff.file}\` +${diff.added} −${diff.removed}`).join('\n');
  const first = files.find(({ hunks }) => hunks.length > 0 && (hunks[0]?.split('\n').length ?? 0) <= WHOLE);
  const shown =
    first === undefined ? [] : [`Its first short change:`, renderFile({ ...first, hunks: first.hunks.slice(0, 1) })];
  return [`${head} Too long to show whole:`, list, ...shown].join('\n\n');
}

function renderFile({ file, hunks }: FileDiff): string {
  return `\`${file}\`\n\n\`\`\`diff\n${hunks.join('\n...\n')}\n\`\`\``;
}
