import { Environment } from '../environments/environment';
import { ProvisionFacts } from '../model/store';

/** What decides in an environment who may run a store. */
export function provisionFacts({ secretStore, mesh }: Environment): ProvisionFacts {
  return { secretsAreGenerated: secretStore.kind === 'generated', hasMesh: mesh.kind !== 'none' };
}
