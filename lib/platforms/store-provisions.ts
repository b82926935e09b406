import { Environment } from '../environments/environment';
import { Problem } from '../model/problem';
import { ChartedProvision, ExternalStore, findProvisionProblems } from '../model/store';
import { provisionFacts } from './provision-facts';

/**
 * What is wrong with who runs stores.
 *
 * @param stores rows of the stores by their names in the table
 */
export function findProvisionProblemsOf(
  stores: Readonly<Record<string, { readonly provision: ChartedProvision<ExternalStore> }>>,
  environment: Environment,
): Problem[] {
  return Object.entries(stores).flatMap(([store, { provision }]) =>
    findProvisionProblems([store, 'provision'], provision, provisionFacts(environment)),
  );
}
