import { Tempo } from '../../constructs/observability/tempo';
import { storeProps } from '../context';
import { Context } from './context';

const NAME = 'tempo';

/** Defines the server that keeps traces. */
export function defineTempo(context: Context): Tempo {
  const { component, namespace, rows } = context;
  const tempo = new Tempo(component(NAME, 'tempo'), NAME, {
    ...storeProps(rows.tempo, context),
    namespace,
    retention: rows.tempo.retention,
  });
  context.scrape(tempo.metricsTargets);
  return tempo;
}
