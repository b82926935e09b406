import { goProgram } from './go-program';
import { VERSIONS } from './versions';

const MODULE = 'github.com/grafana/loki/v3';

/** The path of Loki's program, built first if it is missing. */
export function lokiProgram(): Promise<string> {
  return goProgram({ name: 'loki', module: MODULE, version: VERSIONS.loki, main: `${MODULE}/cmd/loki` });
}
