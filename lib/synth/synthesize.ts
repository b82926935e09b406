import { Construct } from 'constructs';
import { environments } from '../environments';
import { EnvironmentName, ENVIRONMENTS } from '../model/environment';
import { platforms } from '../platforms';
import { scraperOf } from '../platforms/observability/names';
import { Platform } from '../platforms/platform';
import { Telemetry } from '../platforms/telemetry';
import { rules } from '../rules';
import { EnvironmentApp } from './environment-app';
import { Fault } from './fault';
import { RenderedFile } from './render-file';

/** One platform in one environment. */
export interface Bundle {
  readonly environment: EnvironmentName;
  readonly platform: Platform;
}

/** Files to write, relative to the output folder, or the reasons why none may be. */
export interface Synthesis {
  readonly files: readonly RenderedFile[];
  readonly faults: readonly Fault[];
}

/** Every platform in every environment. */
export function allBundles(): Bundle[] {
  return ENVIRONMENTS.flatMap((environment) => platforms.map((platform) => ({ environment, platform })));
}

/** Renders bundles in memory and judges them, all of them, before anything is said or written. */
export function synthesize(bundles: readonly Bundle[]): Synthesis {
  const results = ENVIRONMENTS.map((environment) =>
    synthesizeEnvironment(
      environment,
      bundles.filter((bundle) => bundle.environment === environment).map(({ platform }) => platform),
    ),
  );
  return { files: results.flatMap(({ files }) => files), faults: results.flatMap(({ faults }) => faults) };
}

function synthesizeEnvironment(name: EnvironmentName, chosen: readonly Platform[]): Synthesis {
  if (chosen.length === 0) return { files: [], faults: [] };
  const environment = environments[name];
  const app = new EnvironmentApp('dist');
  const telemetry = new Telemetry(scraperOf(environment));
  // All of them, whichever are to be written: they meet in policies, scrapes and dashboards.
  const rowFaults = platforms.flatMap((platform) => {
    const problems = platform.findProblems(environment);
    if (problems.length === 0) platform.define(new Construct(app, platform.name), environment, telemetry);
    return problems.map((message) => ({ path: platform.name, source: platform.table, message }));
  });
  const faults = [...rowFaults, ...app.findProblems()];
  if (faults.length > 0) return { files: [], faults: faults.map(within(name)) };

  const objects = [...app.renderObjects()];
  const findings = rules
    .flatMap((rule) => rule(objects))
    .map(({ object: { path, source }, message }) => {
      return { path, message, ...(source !== undefined && { source }) };
    });
  const wanted = objects.filter(({ path }) => chosen.some((platform) => path.startsWith(`${platform.name}/`)));
  const files = app.renderFiles(wanted).map(({ path, content }) => ({ path: `${name}/${path}`, content }));
  return { files, faults: findings.map(within(name)) };
}

const within =
  (environment: EnvironmentName) =>
  (fault: Fault): Fault => ({ ...fault, path: `${environment}/${fault.path}` });
