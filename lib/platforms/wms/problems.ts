import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findConnectionProblems } from '../../model/service-connections';
import { findServiceProblems } from '../../model/service-problems';
import { findProvisionProblems } from '../../model/store';
import { findAlertProblems } from '../alert-problems';
import { findAmountProblems } from '../amount-problems';
import { findHostProblems } from '../host-problems';
import { findKafkaProblems } from '../kafka-problems';
import { WmsRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<WmsRows>, environment: Environment): readonly Problem[] {
  const { services, ...others } = rows;
  const { mongodb, elasticsearch } = rows;
  const members = mongodb.provision.kind === 'rendered' ? mongodb.members : 0;
  return [
    ...findAlertProblems(rows.alerts),
    ...findServiceProblems(services),
    ...findConnectionProblems(services, rows.topics),
    ...findProvisionProblems(['mongodb', 'provision'], mongodb.provision),
    ...findSupplyProblems(rows, environment.secretStore.kind),
    ...findKafkaProblems(rows, environment),
    ...findHostProblems(
      { 'mongodb.members': members, 'elasticsearch.nodes': elasticsearch.nodes },
      environment.nodes.count,
    ),
    ...findAmountProblems(others),
  ];
}

/** What somebody else gives us can be read from a store of secrets, and made up by none. */
function findSupplyProblems({ mongodb }: Column<WmsRows>, secrets: Environment['secretStore']['kind']): Problem[] {
  if (mongodb.provision.kind === 'rendered' || secrets !== 'generated') return [];
  const rule = 'must be rendered where secrets are generated: a connection string that nobody supplied leads nowhere';
  const cure = "write rendered, or give the environment a store of kind 'aws' or 'vault'";
  return [{ row: ['mongodb', 'provision'], rule, got: 'managed', cure }];
}
