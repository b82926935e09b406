import { Construct } from 'constructs';
import { environments } from '../environments';
import { EnvironmentName, ENVIRONMENTS } from '../model/environment';
import { platforms } from '../platforms';
import { Platform } from '../platforms/platform';
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
  const faults: Fault[] = [];
  const app = new EnvironmentApp('dist');
  for (const platform of chosen) {
    const problems = platform.findProblems(environments[name]);
    faults.push(...problems.map((message) => ({ path: `${name}/${platform.name}`, source: platform.table, message })));
    if (problems.length === 0) platform.define(new Construct(app, platform.name), environments[name]);
  }
  faults.push(...app.findProblems().map(([path, message]) => ({ path: `${name}/${path}`, message })));
  if (faults.length > 0) return { files: [], faults };
  const objects = [...app.renderObjects()];
  const findings = rules.flatMap((rule) => rule(objects));
  faults.push(
    ...findings.map(({ object: { path, source }, message }) => ({
      path: `${name}/${path}`,
      message,
      ...(source !== undefined && { source }),
    })),
  );
  const files = app.renderFiles(objects).map(({ path, content }) => ({ path: `${name}/${path}`, content }));
  return { files, faults };
}
