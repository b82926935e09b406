import { Environment } from '../../environments/environment';
import { Problem } from '../../model/problem';

/** Facts that another cluster has, too, and that lead to one place for both. */
export function findSharedFacts(environment: Environment, environments: readonly Environment[]): Problem[] {
  const others = environments.filter(({ name }) => name !== environment.name);
  return placesOf(environment).flatMap(({ row, place, got, harm }) => {
    const other = others.find((each) => placesOf(each).some((its) => its.place === place));
    if (other === undefined) return [];
    const cure = `${other.name} has it, and ${harm}`;
    return [{ row: ['environments', environment.name, ...row], rule: 'must be of this cluster alone', got, cure }];
  });
}

/** Where a fact leads, and what happens where two clusters meet. */
interface Place {
  readonly row: readonly string[];
  readonly place: string;
  readonly got: string;
  readonly harm: string;
}

function placesOf({ domain, secretStore, objectStorage }: Environment): Place[] {
  const { host, bucket, hasKeys } = objectStorage;
  const places = [
    { row: ['domain'], place: `https://*.${domain}`, got: domain, harm: 'a public host leads to one cluster only' },
  ];
  if (hasKeys) {
    const harm = 'each would delete the backups of the other';
    places.push({ row: ['objectStorage', 'bucket'], place: `${host}/${bucket}`, got: bucket, harm });
  }
  if (secretStore.kind === 'generated') return places;
  const { prefix } = secretStore;
  const store = secretStore.kind === 'aws' ? secretStore.region : `${secretStore.server}/${secretStore.path}`;
  const harm = 'a password that leaks from one would open the other';
  return [...places, { row: ['secretStore', 'prefix'], place: `${store} ${prefix}`, got: prefix, harm }];
}
