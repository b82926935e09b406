import { environments } from '../../lib/environments';
import { EnvironmentName } from '../../lib/model/environment';
import { platforms } from '../../lib/platforms';
import { Telemetry } from '../../lib/platforms/telemetry';
import { definePlatforms } from '../../lib/synth/define-platforms';
import { EnvironmentApp } from '../../lib/synth/environment-app';

/** What all platforms of an environment report. */
export function telemetryOf(name: EnvironmentName): Telemetry {
  return definePlatforms(new EnvironmentApp('dist'), environments[name], platforms);
}
