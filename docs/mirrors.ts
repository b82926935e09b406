import { cell, ENVIRONMENTS, PerEnv } from '../lib/model/environment';
import { MirrorRow } from '../lib/model/kafka-mirror';

/** What is left of Kafka's records where every volume is lost: a row for each mirror, and one for the others. */
export function renderMirrors(mirrors: PerEnv<false | MirrorRow>): string[][] {
  const what = 'Kafka, all volumes';
  const rows = ENVIRONMENTS.flatMap((name) => {
    const mirror = cell(mirrors, name);
    if (!mirror || mirror.source.kind !== 'own') return [];
    const by = `mirror into ${mirror.target.alias}, told when later than ${mirror.late}; offsets every ${mirror.offsetsInterval}`;
    return [[what, name, 'what was not copied yet', 'a change of clusters', by]];
  });
  const mirrored = rows.map(([, name]) => name);
  const others = ENVIRONMENTS.filter((name) => !mirrored.includes(name)).join(', ');
  return others === '' ? rows : [...rows, [what, others, 'everything', '5m, empty', 'nothing: no `kafka.mirror`']];
}
