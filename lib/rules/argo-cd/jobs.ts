import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { deliveredByArgoCd } from '../views/delivery';
import { isHook } from './annotations';

/** Long enough that Argo CD has seen the end of a hook before it is deleted. */
const SHORTEST_SECONDS_TO_LIVE = 600;

interface JobSpec {
  readonly suspend?: boolean;
  readonly ttlSecondsAfterFinished?: number;
}

/** A Job ends in a way that Argo CD sees. */
export const observableJobs: Rule = {
  id: 'argo-cd/observable-jobs',
  title: 'A Job ends in a way that Argo CD sees',
  severity: 'error',
  why: 'A Job that deletes itself is made anew by the next sync, for ever; a hook that does so at once is waited for without end, as is a Job that is suspended.',
  cure: 'leave ttlSecondsAfterFinished away, or make the Job a hook that lives for at least 600 seconds; suspend a CronJob, not a Job',
  sources: ['G07', 'G09', 'G33'],
  judge: findUnseenJobs,
};

function* findUnseenJobs(index: ObjectIndex): Iterable<Finding> {
  if (!index.view(deliveredByArgoCd)) return;
  for (const subject of index.ofKind('Job')) {
    const { suspend, ttlSecondsAfterFinished: ttl } = (subject.manifest['spec'] ?? {}) as JobSpec;
    const { name } = subject.manifest.metadata;
    const at = ['spec', 'ttlSecondsAfterFinished'];
    if (ttl !== undefined && !isHook(subject)) {
      yield {
        subject,
        at,
        message: `Job ${name}, which is no hook, must not delete itself, got ${ttl} seconds to live`,
      };
    } else if (ttl !== undefined && ttl < SHORTEST_SECONDS_TO_LIVE) {
      const message = `hook ${name} must live for at least ${SHORTEST_SECONDS_TO_LIVE} seconds after its end, got ${ttl}`;
      yield { subject, at, message };
    }
    if (suspend === true) {
      yield { subject, at: ['spec', 'suspend'], message: `Job ${name} must not be suspended, got suspend: true` };
    }
  }
}
