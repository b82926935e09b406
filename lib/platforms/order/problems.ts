import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findLinkProblems } from '../../model/service-connections';
import { findAlertProblems } from '../alert-problems';
import { findAmountProblems } from '../amount-problems';
import { findHostProblems } from '../host-problems';
import { findKafkaProblems } from '../kafka-problems';
import { findPoolProblems } from '../pool-problems';
import { findProvisionProblemsOf } from '../store-provisions';
import { OrderRows } from './rows';
import { findOwnProblems } from './service-problems';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<OrderRows>, environment: Environment): readonly Problem[] {
  const { services, commands, postgresql, keycloakPostgresql, elasticsearch } = rows;
  const { scale } = services['order-command-service'];
  return [
    ...findAlertProblems(rows.alerts),
    ...findOwnProblems(rows),
    ...findLinkProblems(services, rows.topics),
    ...findPoolProblems('postgresql', postgresql.maxConnections, [
      { row: ['commands', 'poolSize'], size: commands.poolSize, scale },
    ]),
    ...findKafkaProblems(rows, environment),
    ...findProvisionProblemsOf({ postgresql, keycloakPostgresql }, environment),
    ...findHostProblems({ 'elasticsearch.nodes': elasticsearch.nodes }, environment.nodes.count),
    ...findAmountProblems(rows),
  ];
}
