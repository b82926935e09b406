import { Construct } from 'constructs';
import { environments } from '../environments';
import { Environment } from '../environments/environment';
import { ChartRelease } from '../gitops/chart-release';
import { EnvironmentName, ENVIRONMENTS } from '../model/environment';
import { platforms } from '../platforms';
import { deliveryBundle } from '../platforms/delivery';
import { Platform } from '../platforms/platform';
import { rules } from '../rules';
import { EnvironmentFacts } from '../rules/environment-facts';
import { describe, judge, Verdict } from '../rules/judge';
import { ObjectIndex } from '../rules/object-index';
import { RenderedObject } from '../rules/rendered-object';
import { formatField } from '../rules/rule';
import { Waiver } from '../rules/waivers';
import { connectionsOf } from './connections-of';
import { definePlatforms } from './define-platforms';
import { EnvironmentApp } from './environment-app';
import { factsOf, renderFacts } from './environment-facts';
import { Fault } from './fault';
import { RenderedFile } from './render-file';
import { usedWaivers, waiversOf } from './waived-faults';

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

  /** Waivers that waived something. */
  readonly used: readonly Waiver[];
}

/** Every platform in every environment, and what delivers them. */
export function allBundles(): Bundle[] {
  return ENVIRONMENTS.flatMap((environment) =>
    [...platforms, deliveryBundle].map(({ name }) => ({ environment, name })),
  );
}

/** Renders bundles in memory and judges them, all of them, before anything is said or written. */
export function synthesize(bundles: readonly Bundle[], waivers: readonly Waiver[] = []): Synthesis {
  const results = ENVIRONMENTS.map((environment) =>
    synthesizeEnvironment(
      environment,
      bundles.filter((bundle) => bundle.environment === environment).map(({ name }) => name),
      waivers,
    ),
  );
  return {
    files: results.flatMap(({ files }) => files),
    faults: results.flatMap(({ faults }) => faults),
    used: results.flatMap(({ used }) => used),
  };
}

function synthesizeEnvironment(
  name: EnvironmentName,
  chosen: readonly string[],
  waivers: readonly Waiver[],
): Synthesis {
  if (chosen.length === 0) return { files: [], faults: [], used: [] };
  const { app, objects, facts, faults } = renderEnvironment(name);
  if (faults.length > 0) return { files: [], faults, used: [] };
  const all = app.renderFiles(objects);
  const local = waiversOf(name, waivers);
  const sources = all.map(({ path, content }) => ({ path, text: content, isPlain: true }));
  const judgement = judge(
    new ObjectIndex(objects, facts, sources),
    rules,
    local.map((waiver) => waiver.local),
  );
  // Facts are about the environment as a whole: a run for one bundle leaves their file as it is.
  const isWhole = [...platforms, deliveryBundle].every((bundle) => chosen.includes(bundle.name));
  const wanted = all.filter(({ path }) => chosen.some((bundle) => path.startsWith(`${bundle}/`)));
  const files = [...wanted, ...(isWhole ? [renderFacts(environments[name], facts)] : [])];
  return {
    files: files.map(({ path, content }) => ({ path: `${name}/${path}`, content })),
    faults: judgement.verdicts.map(faultOf).map(within(name)),
    used: usedWaivers(local, judgement),
  };
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

  /** What rules have to know beside the objects. */
  readonly facts: EnvironmentFacts;
  readonly faults: readonly Fault[];
}

/** Defines and renders an environment. What delivers its platforms is defined last, from what they rendered. */
export function renderEnvironment(name: EnvironmentName, chosen: readonly Platform[] = platforms): RenderedEnvironment {
  const environment = environments[name];
  const app = new EnvironmentApp('dist');
  const faults = defineAll(app, environment, chosen);
  const facts = { ...factsOf(environment, ChartRelease.allIn(app)), connections: connectionsOf(app) };
  if (faults.length > 0) return { app, objects: [], facts, faults: faults.map(within(name)) };

  const objects = [...app.renderObjects()];
  const delivery = new Construct(app, deliveryBundle.name);
  const rendered = chosen.map(({ name: platform }) => ({
    name: platform,
    objects: objects.filter(isOf(platform)).map(({ manifest }) => manifest),
    releases: ChartRelease.allIn(app.node.findChild(platform)),
  }));
  deliveryBundle.define(delivery, environment, rendered);
  const deliveryFaults = app.findProblems(delivery);
  if (deliveryFaults.length > 0) return { app, objects: [], facts, faults: deliveryFaults.map(within(name)) };
  return { app, objects: [...objects, ...app.renderObjects(delivery)], facts, faults: [] };
}

/** Defines all of them, whichever are to be written: they meet in policies, scrapes and dashboards. */
function defineAll(app: EnvironmentApp, environment: Environment, chosen: readonly Platform[]): Fault[] {
  const judged = chosen.map((platform) => ({ platform, problems: platform.findProblems(environment) }));
  const right = judged.filter(({ problems }) => problems.length === 0).map(({ platform }) => platform);
  definePlatforms(app, environment, right);
  const rowFaults = judged.flatMap(({ platform: { name, table }, problems }) =>
    problems.map((message) => ({ path: name, source: table, message })),
  );
  const { name: path, table: source } = deliveryBundle;
  const deliveryFaults = deliveryBundle.findProblems(environment).map((message) => ({ path, source, message }));
  return [...rowFaults, ...deliveryFaults, ...app.findProblems()];
}

const isOf =
  (bundle: string) =>
  ({ path }: RenderedObject) =>
    path.startsWith(`${bundle}/`);

const within =
  (environment: EnvironmentName) =>
  (fault: Fault): Fault => ({ ...fault, path: `${environment}/${fault.path}` });
