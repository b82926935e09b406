import { Loki } from '../../constructs/observability/loki';
import { storeProps } from '../context';
import { Context } from './context';

const NAME = 'loki';

/** Defines the server that keeps logs. */
export function defineLoki(context: Context): Loki {
  const { component, namespace, rows } = context;
  const { retention, ingestionMegabytes } = rows.loki;
  const loki = new Loki(component(NAME, 'loki'), NAME, {
    ...storeProps(rows.loki, context),
    namespace,
    retention,
    ingestionMegabytes,
  });
  context.scrape(loki.metricsTargets);
  return loki;
}
