import { Construct } from 'constructs';
import { environments } from '../../lib/environments';
import { EnvironmentName } from '../../lib/model/environment';
import { platforms } from '../../lib/platforms';
import { scraperOf } from '../../lib/platforms/observability/names';
import { Telemetry } from '../../lib/platforms/telemetry';
import { EnvironmentApp } from '../../lib/synth/environment-app';

/** What all platforms of an environment report. */
export function telemetryOf(name: EnvironmentName): Telemetry {
  const environment = environments[name];
  const app = new EnvironmentApp('dist');
  const telemetry = new Telemetry(scraperOf(environment));
  for (const platform of platforms) platform.define(new Construct(app, platform.name), environment, telemetry);
  return telemetry;
}
