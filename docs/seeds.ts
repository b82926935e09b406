import { Page, renderTable } from './page';
import { renderedObjects } from './rendered';
import { findAt, Rendered } from './seeds/compare';
import { seedDocuments } from './seeds/documents';
import { Documented, documented, Figure, LEFT_OPEN, SeedDocument, SeedSection } from './seeds/figure';

/** Every figure of the platforms' first documents beside ours. */
export const seedsPage: Page = { file: 'seeds.md', render: renderSeeds };

function renderSeeds(): string {
  const rendered: Rendered = {
    dev: renderedObjects('dev'),
    staging: renderedObjects('staging'),
    prod: renderedObjects('prod'),
  };
  const sums = seedDocuments.map((document) => [`${document.number}: ${document.title}`, ...counts(document)]);
  const totals = [0, 1, 2, 3, 4].map((column) =>
    String(seedDocuments.reduce((sum, each) => sum + Number(counts(each)[column]), 0)),
  );
  return `# Figures of the first documents

Made by \`npm run docs\` from docs/seeds: what each document says, what is rendered instead, and the row that it comes from. \`where\` is
the annotation of the object in \`dist/\`, so that row is the one to change. A test reads every figure back from \`dist/\`.

${renderTable(['document', 'figures', 'as the document says', 'differ', 'in no manifest', 'left open by the document'], [...sums, ['sum', ...totals]])}

${seedDocuments.map((document) => renderDocument(document, rendered)).join('\n\n')}
`;
}

const figuresOf = ({ sections }: SeedDocument): readonly Figure[] =>
  sections.flatMap((section) => ('figures' in section ? section.figures : []));

function counts(document: SeedDocument): string[] {
  const figures = figuresOf(document);
  const different = figures.filter(({ differs }) => differs);
  const outside = different.filter(({ places }) => places.length === 0);
  const open = figures.filter(({ says }) => says === LEFT_OPEN);
  const alike = figures.length - different.length - open.length;
  return [figures.length, alike, different.length - outside.length, outside.length, open.length].map(String);
}

function renderDocument(document: SeedDocument, rendered: Rendered): string {
  const { number, title, sections } = document;
  const parts = sections.map((section) => renderSection(document, section, rendered));
  return `## ${number}: ${title}\n\n${parts.join('\n\n')}`;
}

function renderSection(document: SeedDocument, section: SeedSection, rendered: Rendered): string {
  const title = `### ${section.heading}`;
  if ('silent' in section) return `${title}\n\nNo figure: ${section.silent}.`;
  const lines = section.figures.map((figure) => [
    figure.what,
    escape(figure.says),
    escape(renderOurs(document, figure, rendered)),
    sourcesOf(document, figure, rendered),
    renderWhy(figure),
  ]);
  return `${title}\n\n${renderTable(['figure', 'document', 'ours', 'where', 'why it differs'], lines)}`;
}

/** Text that Markdown shows as it stands, unless it is marked up already. */
const escape = (text: string): string =>
  text.includes('`') ? text : text.replaceAll('*', '\\*').replaceAll('<', '&lt;');

/** Values by environment; those that agree are told once. */
function renderOurs(document: SeedDocument, figure: Figure, rendered: Rendered): string {
  const found = figure.places.flatMap((place) => findAt(document, figure, place, rendered));
  const texts = documented
    .map((environment): [Documented, string] => {
      const values = found.filter((each) => each.environment === environment).map(({ value }) => value ?? 'none');
      return [environment, renderRuns(values)];
    })
    .filter(([, text]) => text !== '');
  const different = [...new Set(texts.map(([, text]) => text))];
  if (different.length === 0) return '–';
  if (different.length === 1 && texts.length === documented.length) return different[0] ?? '';
  return different
    .map((text) => {
      const names = texts.filter(([, other]) => other === text).map(([name]) => name);
      return `${names.join(', ')}: ${text}`;
    })
    .join('; ');
}

/** One value for all that agree, and else each with the number of those that follow it unchanged. */
function renderRuns(values: readonly string[]): string {
  if (new Set(values).size <= 1) return values[0] ?? '';
  const runs: { value: string; length: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.value === value) last.length++;
    else runs.push({ value, length: 1 });
  }
  return runs.map(({ value, length }) => (length === 1 ? value : `${length} × ${value}`)).join(', ');
}

/** Rows of the tables; of many rows of one table, the table. */
function sourcesOf(document: SeedDocument, figure: Figure, rendered: Rendered): string {
  const found = figure.places.flatMap((place) => findAt(document, figure, place, rendered));
  const sources = [...new Set(found.flatMap(({ source }) => source ?? []))];
  const tableOf = (source: string) => source.replace(/ (\w+)\..*$/, ' $1');
  const isOneOfMany = (source: string) => sources.filter((other) => tableOf(other) === tableOf(source)).length > MANY;
  const shown = new Set(sources.map((source) => (isOneOfMany(source) ? `${tableOf(source)}.*` : source)));
  return shown.size === 0 ? '–' : [...shown].map((source) => `\`${source}\``).join(', ');
}

/** More rows than these of one table are named by the table. */
const MANY = 3;

function renderWhy({ differs }: Figure): string {
  if (differs === undefined) return '';
  return differs.decision === undefined ? differs.why : `${differs.why} (decision ${differs.decision})`;
}
