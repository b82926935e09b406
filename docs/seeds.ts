import { EnvironmentName } from '../lib/model/environment';
import { Page, renderTable } from './page';
import { renderedObjects } from './rendered';
import { findAt, Rendered } from './seeds/compare';
import { seedDocuments } from './seeds/documents';
import { documented, Figure, SeedDocument, SeedSection } from './seeds/figure';

/** Every figure of the platforms' first documents beside ours. */
export const seedsPage: Page = { file: 'seeds.md', render: renderSeeds };

function renderSeeds(): string {
  const rendered: Rendered = {
    dev: renderedObjects('dev'),
    staging: renderedObjects('staging'),
    prod: renderedObjects('prod'),
  };
  const sums = seedDocuments.map((document) => [`${document.number}: ${document.title}`, ...counts(document)]);
  const totals = [0, 1, 2, 3].map((column) =>
    String(seedDocuments.reduce((sum, each) => sum + Number(counts(each)[column]), 0)),
  );
  return `# Figures of the first documents

Made by \`npm run docs\` from docs/seeds: what each document says, what is rendered instead, and the row that it comes from. \`where\` is
the annotation of the object in \`dist/\`, so that row is the one to change. A test reads every figure back from \`dist/\`.

${renderTable(['document', 'figures', 'as the document says', 'differ', 'in no manifest'], [...sums, ['sum', ...totals]])}

${seedDocuments.map((document) => renderDocument(document, rendered)).join('\n\n')}
`;
}

const figuresOf = ({ sections }: SeedDocument): readonly Figure[] =>
  sections.flatMap((section) => ('figures' in section ? section.figures : []));

function counts(document: SeedDocument): string[] {
  const figures = figuresOf(document);
  const different = figures.filter(({ differs }) => differs);
  const outside = different.filter(({ places }) => places.length === 0);
  const inside = different.length - outside.length;
  return [figures.length, figures.length - different.length, inside, outside.length].map(String);
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
    .map((environment): [EnvironmentName, string] => {
      const values = found.filter((each) => each.environment === environment).map(({ value }) => value ?? 'none');
      return [environment, new Set(values).size === 1 ? (values[0] ?? '') : values.join(', ')];
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

function sourcesOf(document: SeedDocument, figure: Figure, rendered: Rendered): string {
  const found = figure.places.flatMap((place) => findAt(document, figure, place, rendered));
  const sources = [...new Set(found.flatMap(({ source }) => source ?? []))];
  return sources.length === 0 ? '–' : sources.map((source) => `\`${source}\``).join(', ');
}

function renderWhy({ differs }: Figure): string {
  if (differs === undefined) return '';
  return differs.decision === undefined ? differs.why : `${differs.why} (decision ${differs.decision})`;
}
