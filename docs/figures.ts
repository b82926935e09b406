import { join } from 'node:path';
import { ENVIRONMENTS } from '../lib/model/environment';
import { BundleFigures, countBundles } from '../lib/review/bundle-figures';
import { Page, renderTable } from './page';

/** What each bundle is, in the order of the README. */
const bundles: Readonly<Record<string, string>> = {
  wms: 'warehouse management on MongoDB, Kafka and Temporal',
  order: 'event-sourced orders on PostgreSQL, Kafka, Elasticsearch and Keycloak',
  onboarding: 'workflow engine for onboarding on PostgreSQL, Kafka and Redis',
  mes: 'manufacturing execution behind Kong, on PostgreSQL, Kafka, Redis, Jaeger and ELK',
  observability: 'Prometheus, Grafana, Loki, Tempo and the Collector, for all of them',
  cluster: 'what a cluster has once: storage, priorities, issuers, secret store',
  argocd: 'the Applications that deliver the others',
};

const DIST = join(__dirname, '../dist');
const BEGIN = '<!-- prettier-ignore-start -->\n<!-- written by `npm run docs` -->';
const END = '<!-- prettier-ignore-end -->';

/** The part of the README that tells how much of everything there is. */
export const figuresPart: Page = {
  file: '../README.md',
  render: (text) => {
    const [before, rest] = text.split(BEGIN);
    const [, after] = rest?.split(END) ?? [];
    if (before === undefined || after === undefined) throw new Error(`README.md has lost '${BEGIN}' or '${END}'`);
    return `${before}${BEGIN}\n\n${renderFigures(countBundles(DIST))}\n\n${END}${after}`;
  },
};

function renderFigures(figures: readonly BundleFigures[]): string {
  const unknown = figures.find(({ bundle }) => !(bundle in bundles));
  if (unknown) throw new Error(`${unknown.bundle} of dist has no line in docs/figures.ts`);
  const show = (some: readonly BundleFigures[]): string => {
    const sum = (pick: (figure: BundleFigures) => number) => some.reduce((total, figure) => total + pick(figure), 0);
    return `${sum(({ files }) => files)} / ${sum(({ objects }) => objects)} / ${Math.round(sum(({ bytes }) => bytes) / 1024)} KiB`;
  };
  const row = (title: string, belongs: (figure: BundleFigures) => boolean): string[] => [
    title,
    ...ENVIRONMENTS.map((name) => show(figures.filter((figure) => figure.environment === name && belongs(figure)))),
  ];
  return renderTable(
    ['folder of `dist/<environment>`: files / objects / size', ...ENVIRONMENTS],
    [
      ...Object.entries(bundles).map(([name, text]) => row(`**${name}**: ${text}`, ({ bundle }) => bundle === name)),
      row('all', () => true),
    ],
  );
}
