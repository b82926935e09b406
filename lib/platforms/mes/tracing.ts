import { Jaeger } from '../../constructs/jaeger/jaeger';
import { storeProps } from '../context';
import { Context } from './context';

/** Defines what keeps the traces of the services. */
export function defineJaeger(context: Context): Jaeger {
  const { component, namespace, rows } = context;
  const jaeger = new Jaeger(component('jaeger', 'jaeger'), 'jaeger', {
    ...storeProps(rows.jaeger, context),
    namespace,
    retention: rows.jaeger.retention,
  });
  context.scrape(jaeger.metricsTargets);
  return jaeger;
}
