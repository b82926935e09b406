import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { goBuild } from './go-program';
import { VERSIONS } from './versions';

const NAME = 'otel-collector';
const CORE = 'go.opentelemetry.io/collector';
const CONTRIB = 'github.com/open-telemetry/opentelemetry-collector-contrib';

/** Modules of the release that otel-collector/main.go imports, by the series of their version. */
const MODULES = {
  stable: [
    'component',
    'confmap',
    'confmap/provider/envprovider',
    'confmap/provider/fileprovider',
    'exporter',
    'extension',
    'processor',
    'receiver',
  ].map((path) => `${CORE}/${path}`),
  unstable: [
    ...['otelcol', 'service', 'receiver/otlpreceiver', 'exporter/otlpexporter', 'exporter/otlphttpexporter'].map(
      (path) => `${CORE}/${path}`,
    ),
    ...['batchprocessor', 'memorylimiterprocessor'].map((name) => `${CORE}/processor/${name}`),
    `${CONTRIB}/extension/healthcheckextension`,
  ],
} as const;

/** The path of the Collector's program with the components that our configurations name, built first if it is missing. */
export async function otelCollectorProgram(): Promise<string> {
  const { stable, unstable } = VERSIONS.otelCollector;
  const source = await readFile(join(__dirname, NAME, 'main.go'), 'utf8');
  const content = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const folder = await cached(NAME, `${unstable}-${content}`, async (unfinished) => {
    await writeFile(join(unfinished, 'main.go'), source);
    const requires = Object.fromEntries([
      ...MODULES.stable.map((module) => [module, stable] as const),
      ...MODULES.unstable.map((module) => [module, unstable] as const),
    ]);
    await goBuild({ folder: unfinished, name: NAME, main: '.', requires });
  });
  return join(folder, NAME);
}
