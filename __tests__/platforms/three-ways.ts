import { Column, EnvironmentName } from '../../lib/model/environment';
import { platforms } from '../../lib/platforms';
import { clusterPlatform } from '../../lib/platforms/cluster';
import { observabilityPlatform } from '../../lib/platforms/observability';
import { definePlatform, Platform } from '../../lib/platforms/platform';
import { defineWms } from '../../lib/platforms/wms/chart';
import { wms } from '../../lib/platforms/wms/config';
import { findProblems } from '../../lib/platforms/wms/problems';
import { WmsRows } from '../../lib/platforms/wms/rows';
import { rules } from '../../lib/rules';
import { describe as tell, judge } from '../../lib/rules/judge';
import { ObjectIndex } from '../../lib/rules/object-index';
import { identify } from '../../lib/rules/rendered-object';
import { renderEnvironment } from '../../lib/synth/synthesize';
import { Any } from '../dist/read-dist';

/** Stores of the warehouse platform, and who may run each. */
export type Ways = Partial<{
  readonly [S in 'mongodb' | 'kafka' | 'temporal' | 'postgresql']: Column<WmsRows>[S]['provision'];
}>;

/** An environment as it is rendered and judged. */
export interface Judged {
  /** Every object by its id. */
  readonly objects: ReadonlyMap<string, Any>;

  /** What is wrong with rows and constructs. */
  readonly faults: readonly string[];

  /** What rules find, a line each. */
  readonly findings: readonly string[];

  /** Objects that others make, and who may connect to whom. */
  readonly facts: ReturnType<typeof renderEnvironment>['facts'];
}

/** The tables of the warehouse platform with stores run by others than the rows say. */
export function withWays(ways: Ways): WmsRows {
  const changed = Object.entries(ways).map(([store, provision]) => [
    store,
    { ...wms[store as keyof Ways], provision: { dev: provision, staging: provision, prod: provision } },
  ]);
  return { ...wms, ...Object.fromEntries(changed) };
}

/** The warehouse platform over such tables. */
export const warehouseWith = (ways: Ways): Platform =>
  definePlatform({ name: 'wms', table: 'config.ts', rows: withWays(ways), findProblems, define: defineWms });

/** Renders an environment with some of its platforms, and judges it as synth does. */
export function renderJudged(name: EnvironmentName, chosen: readonly Platform[] = platforms): Judged {
  const { app, objects, facts, faults } = renderEnvironment(name, chosen);
  const sources = app.renderFiles(objects).map(({ path, content }) => ({ path, text: content }));
  const { verdicts } = judge(new ObjectIndex(objects, facts, sources), rules);
  return {
    objects: new Map(objects.map(({ manifest }) => [identify(manifest), manifest])),
    faults: faults.map(({ path, message }) => `${path}: ${message}`),
    findings: verdicts.map((verdict) => `${verdict.rule.id} ${verdict.finding.subject.path}: ${tell(verdict)}`),
    facts,
  };
}

/** The warehouse platform and what every cluster has. */
export const renderWarehouse = (name: EnvironmentName, ways: Ways): Judged =>
  renderJudged(name, [clusterPlatform, warehouseWith(ways), observabilityPlatform]);

/** An object as it is, whenever it is applied. */
export const withoutWave = (object: Any): string =>
  JSON.stringify(object, (key, value) => (key === 'argocd.argoproj.io/sync-wave' ? undefined : value));

/** Objects of a namespace that are not the same in both, by their ids. */
export function differing(a: Judged, b: Judged, namespace: string): string[] {
  const ids = new Set([...a.objects.keys(), ...b.objects.keys()]);
  return [...ids]
    .filter((id) => [a, b].some(({ objects }) => objects.get(id)?.metadata.namespace === namespace))
    .filter((id) => withoutWave(a.objects.get(id)) !== withoutWave(b.objects.get(id)))
    .sort();
}
