import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { isHook } from './annotations';

/** Long enough that Argo CD has seen the end of a hook before it is deleted. */
const SHORTEST_SECONDS_TO_LIVE = 600;

/** A hook is there long enough for Argo CD to see how it ended. */
export const lastingHooks: Rule = {
  id: 'argo-cd/lasting-hooks',
  title: 'A hook lives long enough for Argo CD to see how it ended',
  severity: 'error',
  why: 'A Job that deletes itself at its end is waited for without end: the sync hangs.',
  cure: `leave ttlSecondsAfterFinished away, or let it be at least ${SHORTEST_SECONDS_TO_LIVE}`,
  sources: ['G07', 'G33'],
  judge: findFleetingHooks,
};

function* findFleetingHooks(index: ObjectIndex): Iterable<Finding> {
  for (const subject of index.ofKind('Job').filter(isHook)) {
    const spec = (subject.manifest['spec'] ?? {}) as { readonly ttlSecondsAfterFinished?: number };
    const ttl = spec.ttlSecondsAfterFinished;
    if (ttl === undefined || ttl >= SHORTEST_SECONDS_TO_LIVE) continue;
    const rule = `must live for at least ${SHORTEST_SECONDS_TO_LIVE} seconds after its end`;
    const message = `hook ${subject.manifest.metadata.name} ${rule}, got ${ttl}`;
    yield { subject, at: ['spec', 'ttlSecondsAfterFinished'], message };
  }
}
