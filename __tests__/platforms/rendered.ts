import { Construct } from 'constructs';
import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { platforms } from '../../lib/platforms';
import { scraperOf } from '../../lib/platforms/observability/names';
import { Telemetry } from '../../lib/platforms/telemetry';
import { EnvironmentApp } from '../../lib/synth/environment-app';
import { Any } from '../dist/read-dist';

/** Every object and every scrape of a cluster like staging's in which some facts are different. */
export function renderWith(facts: Partial<Environment>): { objects: Any[]; telemetry: Telemetry; problems: string[] } {
  const environment = { ...environments.staging, ...facts };
  const app = new EnvironmentApp('dist');
  const telemetry = new Telemetry(scraperOf(environment));
  for (const platform of platforms) platform.define(new Construct(app, platform.name), environment, telemetry);
  const problems = platforms.flatMap((platform) => platform.findProblems(environment));
  return { objects: [...app.renderObjects()].map(({ manifest }) => manifest), telemetry, problems };
}
