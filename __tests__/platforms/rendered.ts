import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { platforms } from '../../lib/platforms';
import { clusterPlatform } from '../../lib/platforms/cluster';
import { observabilityPlatform } from '../../lib/platforms/observability';
import { Platform } from '../../lib/platforms/platform';
import { wmsPlatform } from '../../lib/platforms/wms';
import { Telemetry } from '../../lib/platforms/telemetry';
import { definePlatforms } from '../../lib/synth/define-platforms';
import { EnvironmentApp } from '../../lib/synth/environment-app';
import { Any } from '../dist/read-dist';

/** What platforms come to in one cluster. */
export interface Rendered {
  readonly objects: Any[];
  readonly telemetry: Telemetry;

  /** What is wrong with rows. */
  readonly problems: string[];

  /** What is wrong with constructs. */
  readonly faults: ReturnType<EnvironmentApp['findProblems']>;
}

/** Defines and renders platforms, whatever is wrong with their rows. */
export function render(environment: Environment, chosen: readonly Platform[] = platforms): Rendered {
  const app = new EnvironmentApp('dist');
  const telemetry = definePlatforms(app, environment, chosen);
  const problems = chosen.flatMap((platform) => platform.findProblems(environment));
  const objects = [...app.renderObjects()].map(({ manifest }) => manifest);
  return { objects, telemetry, problems, faults: app.findProblems() };
}

/** The warehouse platform and what every cluster has, in one like staging's in which some facts are different. */
export function renderWarehouseWith(facts: Partial<Environment>): Rendered {
  return render({ ...environments.staging, ...facts }, [clusterPlatform, wmsPlatform, observabilityPlatform]);
}

/** All platforms of a cluster like staging's in which some facts are different. */
export function renderWith(facts: Partial<Environment>): Rendered {
  return render({ ...environments.staging, ...facts });
}
