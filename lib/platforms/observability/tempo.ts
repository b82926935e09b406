import { Tempo } from '../../constructs/observability/tempo';
import { storeProps } from '../context';
import { Context } from './context';

const NAME = 'tempo';

/** Defines the server that keeps traces. */
export function defineTempo(context: Context): Tempo {
  const { component, namespace, rows } = context;
  const { resources, retention } = rows.tempo;
  const tempo = new Tempo(component(NAME, 'tempo'), NAME, {
    ...storeProps(rows.tempo, context),
    namespace,
    resources,
    retention,
  });
  context.scrape(tempo.metricsTargets);
  return tempo;
}
