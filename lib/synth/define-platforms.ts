import { Construct } from 'constructs';
import { Environment } from '../environments/environment';
import { scraperOf } from '../platforms/observability/names';
import { Platform } from '../platforms/platform';
import { Telemetry } from '../platforms/telemetry';
import { EnvironmentApp } from './environment-app';

/** Defines platforms in an app, one after the other. Returns what all of them report: the last may read it. */
export function definePlatforms(
  app: EnvironmentApp,
  environment: Environment,
  platforms: readonly Platform[],
): Telemetry {
  const telemetry = new Telemetry(scraperOf(environment));
  for (const platform of platforms) platform.define(new Construct(app, platform.name), environment, telemetry);
  return telemetry;
}
