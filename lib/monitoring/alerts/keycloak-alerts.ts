import { Alert } from '../../model/alert';
import { Limit } from '../limit';
import { select } from '../select';
import { AlertScope, warning } from './alert-scope';

/** When a Keycloak is not well. That it answers with errors is said of everything that serves HTTP. */
export interface KeycloakLimits {
  /** Requests of one pod that wait for a connection to the database. */
  readonly waiting: Limit;
}

/** Alerts of Keycloak servers about their pools of connections. */
export function keycloakAlerts({ prefix, namespace }: AlertScope, { waiting }: KeycloakLimits): Alert[] {
  return [
    warning({
      name: `${prefix}KeycloakWaits`,
      expr: `max by (pod) (${select('agroal_awaiting_count', namespace)}) > ${waiting.bound}`,
      for: waiting.for,
      summary: '{{ $value }} requests of {{ $labels.pod }} wait for a connection to the database',
      description:
        'Logins and tokens are late. Look at the load of the database first, then at whether many clients ask for a token with each request; a larger pool alone moves the queue into the server.',
    }),
  ];
}
