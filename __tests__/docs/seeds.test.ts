import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findAt, isSame, Rendered } from '../../docs/seeds/compare';
import { seedDocuments } from '../../docs/seeds/documents';
import { Figure, SeedDocument, SeedSection } from '../../docs/seeds/figure';
import { lookUp } from '../../docs/seeds/look-up';
import { mes } from '../../lib/platforms/mes/config';
import { onboarding } from '../../lib/platforms/onboarding/config';
import { order } from '../../lib/platforms/order/config';
import { wms } from '../../lib/platforms/wms/config';
import { distOf } from '../dist/read-dist';
import { outlines } from './seed-outlines';

const objectsOf = (environment: 'dev' | 'staging' | 'prod') => distOf(environment).map(({ object }) => object);
const dist: Rendered = { dev: objectsOf('dev'), staging: objectsOf('staging'), prod: objectsOf('prod') };
const decisions = readdirSync(join(__dirname, '../../docs/decisions')).map((file) => Number(file.slice(0, 4)));

const figuresIn = (section: SeedSection): readonly Figure[] => ('figures' in section ? section.figures : []);
const every = seedDocuments.flatMap((document) =>
  document.sections.flatMap((section) => figuresIn(section).map((figure) => ({ document, section, figure }))),
);
const nameOf = ({ document, section, figure }: (typeof every)[number]) =>
  `${document.number}, ${section.heading}: ${figure.what}, ${figure.says}`;
const foundIn = (document: SeedDocument, figure: Figure) =>
  figure.places.flatMap((place) => findAt(document, figure, place, dist));

const sections = seedDocuments.flatMap((document) =>
  document.sections.map((section) => [`${document.number}, ${section.heading}`, document, section] as const),
);

test.each(sections)('%s: every figure stands where it is said to stand', (_, document, section) => {
  const wrong = figuresIn(section).flatMap((figure) =>
    figure.places.flatMap((place) =>
      findAt(document, figure, place, dist)
        .filter(({ holds }) => !holds)
        .map(({ environment, value }) => `${figure.what}: ${environment} ${place.object} ${place.path} is ${value}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test('a figure that is not the document’s has a reason, and its decision is a page', () => {
  const different = every.filter(({ figure }) => figure.differs);
  expect(different.filter(({ figure }) => figure.differs?.why.trim() === '').map(nameOf)).toEqual([]);
  const unknown = different.filter(
    ({ figure: { differs } }) => differs?.decision && !decisions.includes(differs.decision),
  );
  expect(unknown.map(nameOf)).toEqual([]);
});

test('a figure without a place has a reason for that', () => {
  expect(every.filter(({ figure }) => figure.places.length === 0 && !figure.differs).map(nameOf)).toEqual([]);
});

test('a figure that is said to differ does', () => {
  const alike = every.filter(({ document, figure }) => {
    const values = foundIn(document, figure).map(({ value }) => value ?? 'none');
    return figure.differs && values.length > 0 && values.every((value) => isSame(value, figure.says));
  });
  expect(alike.map(nameOf)).toEqual([]);
});

test('no figure is there twice', () => {
  const names = every.map(nameOf);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(seedDocuments.map((document) => [document.number, document] as const))(
  '%s: no part of the document is left out',
  (number, { sections: own }) => {
    expect(own.map(({ heading }) => heading)).toEqual(outlines[number]);
    const empty = own.filter((section) =>
      'figures' in section ? section.figures.length === 0 : section.silent.trim() === '',
    );
    expect(empty.map(({ heading }) => heading)).toEqual([]);
  },
);

describe('rows', () => {
  const sources = new Set(
    every.flatMap(({ document, figure }) => foundIn(document, figure).map(({ source }) => source)),
  );
  const values = every.flatMap(({ document, figure }) => foundIn(document, figure).map(({ value }) => value ?? ''));
  const paths = every.flatMap(({ figure }) => figure.places.map(({ path }) => path));

  test.each([
    ['wms', wms],
    ['order', order],
    ['onboarding', onboarding],
    ['mes', mes],
  ])('%s: every row that is cited is in the table', (platform, table) => {
    const prefix = `lib/platforms/${platform}/config.ts `;
    const cited = [...sources].flatMap((source) => (source?.startsWith(prefix) ? [source.slice(prefix.length)] : []));
    expect(cited.length).toBeGreaterThan(5);
    expect(cited.filter((row) => lookUp(table, row) === undefined)).toEqual([]);
  });

  test.each([
    ['wms', Object.keys(wms.services)],
    ['order', Object.keys(order.services)],
    ['mes', Object.keys(mes.services)],
  ])('%s: every service is cited', (platform, services) => {
    expect(services.filter((name) => !sources.has(`lib/platforms/${platform}/config.ts services.${name}`))).toEqual([]);
  });

  test.each([
    ['wms', Object.keys(wms.topics)],
    ['order', Object.keys(order.topics)],
    ['onboarding', Object.keys(onboarding.topics)],
    ['mes', Object.keys(mes.topics)],
  ])('%s: every topic is cited', (_, topics) => {
    expect(topics.filter((name) => !paths.some((path) => path.endsWith(`[${name}]`)))).toEqual([]);
  });

  test('every route of the gateway is cited', () => {
    const routes = Object.values(mes.services).map(({ route }) => route.path);
    expect(routes.filter((route) => !values.includes(JSON.stringify([route])))).toEqual([]);
  });

  // Rows that no object is rendered from alone: what they say stands in the objects of others.
  const shared = ['alerts', 'databasePool', 'jobs', 'name', 'serviceDefaults', 'tools'];
  test.each([
    ['wms', wms, []],
    ['order', order, ['commands', 'gateway', 'queries']],
    ['onboarding', onboarding, []],
    ['mes', mes, ['scrapeInterval']],
  ] as const)('%s: every row with an object of its own is cited', (platform, table, others) => {
    const prefix = `lib/platforms/${platform}/config.ts `;
    const cited = new Set(
      [...sources].flatMap((source) => (source?.startsWith(prefix) ? [source.slice(prefix.length).split('.')[0]] : [])),
    );
    const unheard = Object.keys(table).filter((row) => !cited.has(row) && !shared.includes(row));
    expect(unheard.sort()).toEqual(others);
  });
});
