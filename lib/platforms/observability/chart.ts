import { Construct } from 'constructs';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { platformContext } from '../context';
import { defineNamespace } from '../namespace';
import { Telemetry } from '../telemetry';
import { Context } from './context';
import { OBSERVABILITY } from './names';
import { ObservabilityRows, TABLE } from './rows';

/** Defines what watches all platforms of a cluster, from what they left in `telemetry`. */
export function defineObservability(
  scope: Construct,
  rows: Column<ObservabilityRows>,
  environment: Environment,
  telemetry: Telemetry,
): Context {
  const platform = platformContext(scope, { name: rows.name, table: TABLE }, environment, telemetry);
  const namespace = defineNamespace(
    platform.component(`namespace-${OBSERVABILITY}`, 'name'),
    OBSERVABILITY,
    environment,
  );
  return { ...platform, rows, namespace };
}
