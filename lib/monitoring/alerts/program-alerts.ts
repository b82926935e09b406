import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { AlertScope, critical, warning } from './alert-scope';
import { nothingReady, Programs } from './availability';

/** How long programs may be without any pod that is ready. */
export interface ProgramLimits {
  /** Those that services cannot work without. */
  readonly needed: Duration;

  /** Those that only people miss, and what can be caught up with. */
  readonly helpful: Duration;
}

/** Alerts of programs beside the services, whatever they are: there is nothing of them. */
export function programAlerts(
  { prefix, namespace }: AlertScope,
  limits: Partial<ProgramLimits> & Pick<ProgramLimits, 'needed'>,
  { needed, helpful }: { readonly needed: Programs; readonly helpful?: Programs },
): Alert[] {
  const alerts = [
    critical({
      name: `${prefix}ProgramUnavailable`,
      ...nothingReady(namespace, needed),
      for: limits.needed,
      description:
        'Services that need it fail. Look at the events and the last log lines of its pods, and at what it connects to.',
    }),
  ];
  if (!helpful || limits.helpful === undefined) return alerts;
  return [
    ...alerts,
    warning({
      name: `${prefix}ToolUnavailable`,
      ...nothingReady(namespace, helpful),
      for: limits.helpful,
      description:
        'Services go on, and people do without what it shows or keeps. Look at the events and the last log lines of its pods.',
    }),
  ];
}
