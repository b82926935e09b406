import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findConnectionProblems } from '../../model/service-connections';
import { findServiceProblems } from '../../model/service-problems';
import { runsHere } from '../../model/store';
import { findAlertProblems } from '../alert-problems';
import { findAmountProblems } from '../amount-problems';
import { findHostProblems } from '../host-problems';
import { findKafkaProblems } from '../kafka-problems';
import { findProvisionProblemsOf } from '../store-provisions';
import { WmsRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<WmsRows>, environment: Environment): readonly Problem[] {
  const { services, ...others } = rows;
  const { mongodb, temporal, postgresql, elasticsearch } = rows;
  return [
    ...findAlertProblems(rows.alerts),
    ...findServiceProblems(services),
    ...findConnectionProblems(services, rows.topics),
    ...findProvisionProblemsOf({ mongodb, temporal, postgresql }, environment),
    ...findKafkaProblems(rows, environment),
    ...findHostProblems(
      {
        'mongodb.members': runsHere(mongodb.provision) ? mongodb.members : 0,
        'elasticsearch.nodes': runsHere(temporal.provision) ? elasticsearch.nodes : 0,
      },
      environment.nodes.count,
    ),
    ...findAmountProblems(others),
  ];
}
