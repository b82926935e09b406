import { Construct } from 'constructs';
import { environments } from '../environments';
import { Environment } from '../environments/environment';
import { EnvironmentName, ENVIRONMENTS } from '../model/environment';
import { platforms } from '../platforms';
import { deliveryBundle } from '../platforms/delivery';
import { RenderedPlatform } from '../platforms/delivery/chart';
import { scraperOf } from '../platforms/observability/names';
import { Telemetry } from '../platforms/telemetry';
import { rules } from '../rules';
import { describe, judge, Verdict } from '../rules/judge';
import { ObjectIndex } from '../rules/object-index';
import { RenderedObject } from '../rules/rendered-object';
import { formatField } from '../rules/rule';
import { EnvironmentApp } from './environment-app';
import { factsOf } from './environment-facts';
import { Fault } from './fault';
import { RenderedFile } from './render-file';

/** One platform in one environment, or what delivers the platforms of an environment. */
export interface Bundle {
  readonly environment: EnvironmentName;

  /** Its folder in `dist/<environment>/`. */
  readonly name: string;
}

/** Files to write, relative to the output folder, or the reasons why none may be. */
export interface Synthesis {
  readonly files: readonly RenderedFile[];
  readonly faults: readonly Fault[];
}

/** Every platform in every environment, and what delivers them. */
export function allBundles(): Bundle[] {
  return ENVIRONMENTS.flatMap((environment) =>
    [...platforms, deliveryBundle].map(({ name }) => ({ environment, name })),
  );
}

/** Renders bundles in memory and judges them, all of them, before anything is said or written. */
export function synthesize(bundles: readonly Bundle[]): Synthesis {
  const results = ENVIRONMENTS.map((environment) =>
    synthesizeEnvironment(
      environment,
      bundles.filter((bundle) => bundle.environment === environment).map(({ name }) => name),
    ),
  );
  return { files: results.flatMap(({ files }) => files), faults: results.flatMap(({ faults }) => faults) };
}

function synthesizeEnvironment(name: EnvironmentName, chosen: readonly string[]): Synthesis {
  if (chosen.length === 0) return { files: [], faults: [] };
  const { app, objects, faults } = renderEnvironment(name);
  if (faults.length > 0) return { files: [], faults };
  const findings = judge(new ObjectIndex(objects, factsOf(environments[name])), rules).verdicts.map(faultOf);
  const wanted = chosen.flatMap((bundle) => objects.filter(isOf(bundle)));
  const files = app.renderFiles(wanted).map(({ path, content }) => ({ path: `${name}/${path}`, content }));
  return { files, faults: findings.map(within(name)) };
}

/** A verdict, told as a reason why nothing is written. */
function faultOf(verdict: Verdict): Fault {
  const { subject, at } = verdict.finding;
  const field = at === undefined || at.length === 0 ? '' : `${formatField(at)}: `;
  const message = `${field}${describe(verdict)} (${verdict.rule.id})`;
  return { path: subject.path, message, ...('source' in subject && { source: subject.source }) };
}

/** One environment with all of its bundles: constructs, and objects unless rows or constructs are wrong. */
export interface RenderedEnvironment {
  readonly app: EnvironmentApp;
  readonly objects: readonly RenderedObject[];
  readonly faults: readonly Fault[];
}

/** Defines and renders an environment. What delivers its platforms is defined last, from what they rendered. */
export function renderEnvironment(name: EnvironmentName): RenderedEnvironment {
  const environment = environments[name];
  const app = new EnvironmentApp('dist');
  const faults = definePlatforms(app, environment);
  if (faults.length > 0) return { app, objects: [], faults: faults.map(within(name)) };

  const objects = [...app.renderObjects()];
  const delivery = new Construct(app, deliveryBundle.name);
  const rendered = platforms.map((platform) => renderedBy(platform.name, objects));
  deliveryBundle.define(delivery, environment, rendered);
  const deliveryFaults = app.findProblems(delivery);
  if (deliveryFaults.length > 0) return { app, objects: [], faults: deliveryFaults.map(within(name)) };
  return { app, objects: [...objects, ...app.renderObjects(delivery)], faults: [] };
}

/** Defines all of them, whichever are to be written: they meet in policies, scrapes and dashboards. */
function definePlatforms(app: EnvironmentApp, environment: Environment): Fault[] {
  const telemetry = new Telemetry(scraperOf(environment));
  const rowFaults = platforms.flatMap((platform) => {
    const problems = platform.findProblems(environment);
    if (problems.length === 0) platform.define(new Construct(app, platform.name), environment, telemetry);
    return problems.map((message) => ({ path: platform.name, source: platform.table, message }));
  });
  const { name: path, table: source } = deliveryBundle;
  const deliveryFaults = deliveryBundle.findProblems(environment).map((message) => ({ path, source, message }));
  return [...rowFaults, ...deliveryFaults, ...app.findProblems()];
}

const isOf =
  (bundle: string) =>
  ({ path }: RenderedObject) =>
    path.startsWith(`${bundle}/`);

function renderedBy(name: string, objects: readonly RenderedObject[]): RenderedPlatform {
  return { name, objects: objects.filter(isOf(name)).map(({ manifest }) => manifest) };
}

const within =
  (environment: EnvironmentName) =>
  (fault: Fault): Fault => ({ ...fault, path: `${environment}/${fault.path}` });
