import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of this folder that is made from the source. */
export interface Page {
  /** Its file, from this folder: `knobs.md`. */
  readonly file: string;

  /** The whole text. Receives the text as it stands, for a page of which only a part is made. */
  readonly render: (text: string) => string;

  /** Whether a test makes the page and compares it, so that the check need not do it again. @default false */
  readonly isTested?: true;
}

/** Writes pages. */
export function writePages(pages: readonly Page[]): void {
  for (const { file, render } of pages) writeFileSync(pathOf(file), render(read(file)));
}

/** Files of the pages that differ from what the source says. */
export function outdatedPages(pages: readonly Page[]): string[] {
  const compared = pages.filter(({ isTested = false }) => !isTested);
  return compared.filter(({ file, render }) => render(read(file)) !== read(file)).map(({ file }) => file);
}

/** A table of Markdown. Its columns are not aligned: a longer cell would change every line of the diff. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const pathOf = (file: string) => join(__dirname, file);
const read = (file: string) => (existsSync(pathOf(file)) ? readFileSync(pathOf(file), 'utf8') : '');
