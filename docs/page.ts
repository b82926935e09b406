import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a generated page of this folder. With `--check`, compares it, and returns 1 where it is out of date. */
export function publish(name: string, text: string, args: readonly string[]): number {
  const path = join(__dirname, name);
  if (!args.includes('--check')) {
    writeFileSync(path, text);
    return 0;
  }
  if (readFileSync(path, 'utf8') === text) return 0;
  process.stderr.write(`docs/${name} is not what the source says; run 'npm run docs' and commit it\n`);
  return 1;
}

/** A table of Markdown, its columns as wide as prettier makes them. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, index) => Math.max(3, title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => (cells[index] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
